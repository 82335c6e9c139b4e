import { randomUUID } from "node:crypto";
import { generateTOTP } from "@epic-web/totp";
import { describe, expect, test } from "vitest";
import { anonymous, type Person } from "~/access/actor";
import { createDemoAccount } from "~/accounts/registration/commands.server";
import {
  giveSecondFactor,
  offerSecondFactor,
  renewRecoveryCodes,
  setSecondFactor,
} from "~/accounts/second-factor/commands.server";
import { actorOf } from "~/accounts/session.server";
import { signIn } from "~/accounts/sign-in/commands.server";
import { db } from "~/platform/db/client.server";
import { Invalid, Refused, TooMany } from "~/platform/errors";
import { useDatabase } from "../support/database";

useDatabase();
const password = "three quiet rivers";
const userAgent = null;

async function newReviewer() {
  const email = `${randomUUID()}@example.org`;
  await createDemoAccount({ name: "Wei Chen", email, password, language: "zh", staffRoles: ["reviewer"] });
  return email;
}

async function personOf(cookie: string): Promise<Person> {
  const { actor } = await actorOf(cookie.split(";")[0] ?? "");
  if (actor.kind !== "person") throw new Error("nobody is signed in");
  return actor;
}

const enter = async (email: string) =>
  await personOf((await signIn({ actor: anonymous, email, password, ip: email, userAgent })).cookie);

const codeOf = async (secret: string) => (await generateTOTP({ secret, period: 30 })).otp;

/** A reviewer with a second factor, signed in anew by password only. */
async function reviewerWhoOwes() {
  const email = await newReviewer();
  const actor = await enter(email);
  const { secret } = await offerSecondFactor(actor);
  const { recoveryCodes } = await setSecondFactor(actor, { secret, code: await codeOf(secret) });
  // As if the code that set it up lay in the past.
  await db().totp.update({ where: { accountId: actor.id }, data: { lastStep: 0n } });
  return { email, secret, recoveryCodes, actor: await enter(email) };
}

describe("setting up", () => {
  test("keeps nothing until the first code is right", async () => {
    const actor = await enter(await newReviewer());
    const { secret, uri } = await offerSecondFactor(actor);
    expect(uri).toContain("otpauth://totp/");
    await expect(setSecondFactor(actor, { secret, code: "000000" })).rejects.toThrow(Invalid);
    expect(await db().totp.count({ where: { accountId: actor.id } })).toBe(0);
    const { recoveryCodes } = await setSecondFactor(actor, { secret, code: await codeOf(secret) });
    expect(new Set(recoveryCodes).size).toBe(10);
    const stored = JSON.stringify(await db().recoveryCode.findMany({ where: { accountId: actor.id } }));
    for (const code of recoveryCodes) expect(stored).not.toContain(code);
  });

  test("cannot be replaced by somebody who only knows the password", async () => {
    const { actor } = await reviewerWhoOwes();
    expect(actor).toMatchObject({ owesSecondFactor: true, staffRoles: [] });
    const { secret } = await offerSecondFactor(actor);
    await expect(setSecondFactor(actor, { secret, code: await codeOf(secret) })).rejects.toThrow(Refused);
  });
});

describe("the second step of signing in", () => {
  test("gives the roles to a new session", async () => {
    const { actor, secret } = await reviewerWhoOwes();
    const { cookie } = await giveSecondFactor(actor, { code: await codeOf(secret), userAgent });
    const after = await personOf(cookie);
    expect(after).toMatchObject({ owesSecondFactor: false, staffRoles: ["reviewer"] });
    expect(after.sessionId).not.toBe(actor.sessionId);
    expect(await db().session.count({ where: { id: actor.sessionId } })).toBe(0);
  });

  test("a code is taken once: a replay is refused, also at the same instant", async () => {
    const { actor, secret, email } = await reviewerWhoOwes();
    const code = await codeOf(secret);
    const both = await Promise.allSettled([1, 2].map(() => giveSecondFactor(actor, { code, userAgent })));
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    await expect(giveSecondFactor(await enter(email), { code, userAgent })).rejects.toThrow(Invalid);
  });

  test("a recovery code works once, typed with or without its dashes", async () => {
    const { actor, recoveryCodes, email } = await reviewerWhoOwes();
    const code = (recoveryCodes[0] ?? "").toUpperCase().replaceAll("-", " ");
    await giveSecondFactor(actor, { code, userAgent });
    await expect(giveSecondFactor(await enter(email), { code, userAgent })).rejects.toThrow(Invalid);
  });

  test("ten wrong codes lock it", async () => {
    const { actor, secret } = await reviewerWhoOwes();
    for (let tries = 0; tries < 10; tries++)
      await expect(giveSecondFactor(actor, { code: "not-a-code", userAgent })).rejects.toThrow(Invalid);
    await expect(giveSecondFactor(actor, { code: await codeOf(secret), userAgent })).rejects.toThrow(TooMany);
  });

  test("new recovery codes make the earlier ones useless", async () => {
    const { actor, secret, recoveryCodes } = await reviewerWhoOwes();
    const renewed = await renewRecoveryCodes(actor, await codeOf(secret));
    await expect(giveSecondFactor(actor, { code: recoveryCodes[1] ?? "", userAgent })).rejects.toThrow(Invalid);
    await expect(giveSecondFactor(actor, { code: renewed.recoveryCodes[1] ?? "", userAgent })).resolves.toBeDefined();
  });
});
