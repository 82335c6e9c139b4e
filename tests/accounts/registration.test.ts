import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { anonymous, type Person } from "~/access/actor";
import { isResettable, requestPasswordReset, resetPassword } from "~/accounts/password/commands.server";
import { passwordFault } from "~/accounts/password/model";
import {
  confirmEmail,
  createDemoAccount,
  isConfirmable,
  registerAccount,
} from "~/accounts/registration/commands.server";
import { actorOf } from "~/accounts/session.server";
import { signIn } from "~/accounts/sign-in/commands.server";
import { notificationJobs } from "~/notifications/jobs.server";
import { setClock } from "~/platform/clock";
import { db } from "~/platform/db/client.server";
import { Conflict, Invalid, TooMany } from "~/platform/errors";
import { useDatabase } from "../support/database";
import { runJobs } from "../support/jobs";

const database = useDatabase();
const password = "three quiet rivers";
const by = { ip: "192.0.2.7", userAgent: null } as const;
const newAddress = () => `${randomUUID()}@example.org`;

const register = (email: string, values: { password?: string; ip?: string } = {}) =>
  registerAccount({
    name: "Amina Diallo",
    email,
    password,
    language: "fr",
    timeZone: "Africa/Dakar",
    ip: by.ip,
    ...values,
  });

const mailsTo = async (recipient: string) => {
  await runJobs(database.ownerUrl, notificationJobs);
  return await db().mail.findMany({ where: { recipient }, orderBy: { createdAt: "asc" } });
};
const secretIn = (text: string | undefined) => /\/(?:confirmation|reset)\/([\w-]+)/.exec(text ?? "")?.[1] ?? "";

describe("registering", () => {
  test("an account waits until its address is confirmed, in the language it was made in", async () => {
    const email = newAddress();
    await register(email);
    expect(await db().account.findUnique({ where: { email } })).toMatchObject({
      state: "unconfirmed",
      language: "fr",
      timeZone: "Africa/Dakar",
      termsVersion: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
    });
    await expect(signIn({ actor: anonymous, email, password, ...by })).rejects.toMatchObject({
      fields: { "": ["accounts:error.unconfirmed"] },
    });
    const [mail] = await mailsTo(email);
    expect(mail).toMatchObject({ template: "confirm", language: "fr", state: "kept" });
  });

  test("the link and the password chosen confirm the address and sign in", async () => {
    const email = newAddress();
    await register(email);
    const secret = secretIn((await mailsTo(email))[0]?.text);
    expect(await isConfirmable(secret)).toBe(true);
    const { cookie } = await confirmEmail({ secret, password, ...by });
    expect(((await actorOf(cookie.split(";")[0] ?? "")).actor as Person).email).toBe(email);
  });

  test("reading the link changes nothing; using it works once", async () => {
    const email = newAddress();
    await register(email);
    const secret = secretIn((await mailsTo(email))[0]?.text);
    for (let times = 0; times < 3; times++) expect(await isConfirmable(secret)).toBe(true);
    const both = await Promise.allSettled([1, 2].map(() => confirmEmail({ secret, password, ...by })));
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    await expect(confirmEmail({ secret, password, ...by })).rejects.toThrow(Conflict);
  });

  test("a link that is too old is refused", async () => {
    const email = newAddress();
    await register(email);
    const secret = secretIn((await mailsTo(email))[0]?.text);
    setClock(new Date(Date.now() + 49 * 3600_000));
    try {
      expect(await isConfirmable(secret)).toBe(false);
      await expect(confirmEmail({ secret, password, ...by })).rejects.toThrow(Conflict);
    } finally {
      setClock(null);
    }
  });

  test("who registers somebody else's address gains nothing: confirming asks for the password", async () => {
    const email = newAddress();
    await register(email, { password: "the intruder's words" });
    const secret = secretIn((await mailsTo(email))[0]?.text);
    await expect(confirmEmail({ secret, password, ...by })).rejects.toThrow(Invalid);
  });

  test("a known address gets the same answer, and its owner a mail that says so", async () => {
    const email = newAddress();
    await createDemoAccount({ name: "Amina Diallo", email, password, language: "ru" });
    const before = await db().account.findUniqueOrThrow({ where: { email } });
    await expect(register(email, { password: "another set of words" })).resolves.toBeUndefined();
    expect(await db().account.findUniqueOrThrow({ where: { email } })).toEqual(before);
    expect((await mailsTo(email)).map(({ template }) => template)).toEqual(["known"]);
  });

  test("one network cannot register without end", async () => {
    const tries = Array.from({ length: 31 }, () => register(newAddress(), { ip: "198.51.100.1", password }));
    const refused = (await Promise.allSettled(tries)).filter((one) => one.status === "rejected");
    expect(refused).toHaveLength(1);
    expect((refused[0] as PromiseRejectedResult).reason).toBeInstanceOf(TooMany);
  });

  test.each(["short", "amina.diallo@example.org", "AminaDiallo", "1234567890", "aaaaaaaaaaaa", "Password-123"])(
    "the password %s is not taken",
    (weak) => expect(passwordFault(weak, "amina.diallo@example.org")).toBeDefined(),
  );
});

describe("a forgotten password", () => {
  test("for an unknown address the answer is the same and no mail is written", async () => {
    const email = newAddress();
    await expect(requestPasswordReset({ email, ip: by.ip })).resolves.toBeUndefined();
    expect(await mailsTo(email)).toEqual([]);
  });

  test("the link sets a new password once, ends all sessions, and ends a lock", async () => {
    const email = newAddress();
    await createDemoAccount({ name: "Amina Diallo", email, password, language: "en" });
    const { cookie } = await signIn({ actor: anonymous, email, password, ...by });
    for (let tries = 0; tries < 10; tries++)
      await signIn({ actor: anonymous, email, password: "wrong", ...by }).catch(() => {});
    await expect(signIn({ actor: anonymous, email, password, ...by })).rejects.toThrow(TooMany);
    await requestPasswordReset({ email, ip: by.ip });
    const secret = secretIn((await mailsTo(email))[0]?.text);
    expect(await isResettable(secret)).toBe(true);
    await resetPassword({ secret, password: "four louder rivers" });
    expect((await actorOf(cookie.split(";")[0] ?? "")).actor).toEqual(anonymous);
    await expect(signIn({ actor: anonymous, email, password, ...by })).rejects.toThrow(Invalid);
    await expect(signIn({ actor: anonymous, email, password: "four louder rivers", ...by })).resolves.toBeDefined();
    await expect(resetPassword({ secret, password: "five loudest rivers" })).rejects.toThrow(Conflict);
    expect((await mailsTo(email)).map(({ template }) => template)).toEqual(["reset", "password_changed"]);
  });

  test("a newer link makes the older one useless, and links expire", async () => {
    const email = newAddress();
    await createDemoAccount({ name: "Amina Diallo", email, password, language: "en" });
    await requestPasswordReset({ email, ip: by.ip });
    const first = secretIn((await mailsTo(email))[0]?.text);
    await requestPasswordReset({ email, ip: by.ip });
    const second = secretIn((await mailsTo(email))[1]?.text);
    expect(await isResettable(first)).toBe(false);
    expect(await isResettable(second)).toBe(true);
    setClock(new Date(Date.now() + 3 * 3600_000));
    try {
      await expect(resetPassword({ secret: second, password: "four louder rivers" })).rejects.toThrow(Conflict);
    } finally {
      setClock(null);
    }
  });

  test("neither the trail nor the table of links holds the secret", async () => {
    const email = newAddress();
    await createDemoAccount({ name: "Amina Diallo", email, password, language: "en" });
    await requestPasswordReset({ email, ip: by.ip });
    const secret = secretIn((await mailsTo(email))[0]?.text);
    expect(JSON.stringify((await db().auditEvent.findMany()).map(({ data }) => data))).not.toContain(secret);
    expect(JSON.stringify(await db().emailToken.findMany())).not.toContain(secret);
  });
});
