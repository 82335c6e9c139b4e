import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { anonymous, type Person } from "~/access/actor";
import { createDemoAccount } from "~/accounts/registration/commands.server";
import { actorOf, sessionCookie } from "~/accounts/session.server";
import { endSessions, signIn, signOut } from "~/accounts/sign-in/commands.server";
import { localPath } from "~/addresses";
import { db } from "~/platform/db/client.server";
import { env } from "~/platform/env";
import { Invalid, TooMany } from "~/platform/errors";
import { useDatabase } from "../support/database";

useDatabase();
const password = "three quiet rivers";
const from = { actor: anonymous, ip: "192.0.2.1", userAgent: "Test browser" } as const;

async function newPerson(staffRoles: ("reviewer" | "administrator")[] = []) {
  const email = `${randomUUID()}@example.org`;
  const { id } = await createDemoAccount({ name: "Amina Diallo", email, password, language: "fr", staffRoles });
  return { id, email };
}

const cookieOf = (header: string) => header.split(";")[0] ?? "";
const personOf = async (cookie: string) => (await actorOf(cookie)).actor as Person;

describe("signing in", () => {
  test("the right password opens a session that names the person", async () => {
    const { id, email } = await newPerson();
    const { cookie } = await signIn({ ...from, email: email.toUpperCase(), password });
    expect(cookie).toContain(`${sessionCookie}=`);
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/SameSite=Lax/);
    expect(await personOf(cookieOf(cookie))).toMatchObject({
      kind: "person",
      id,
      name: "Amina Diallo",
      language: "fr",
    });
  });

  test("the table of sessions does not hold what the cookie holds", async () => {
    const { id, email } = await newPerson();
    const secret = cookieOf((await signIn({ ...from, email, password })).cookie).split("=")[1];
    const sessions = await db().session.findMany({ where: { accountId: id } });
    expect(sessions).toHaveLength(1);
    expect(sessions[0]?.id).not.toBe(secret);
  });

  test("a wrong password and an unknown address get the same answer", async () => {
    const { email } = await newPerson();
    const answers = await Promise.all(
      [email, "nobody@example.org"].map((one) =>
        signIn({ ...from, email: one, password: "not this one" }).catch((error: unknown) => error),
      ),
    );
    for (const answer of answers) {
      expect(answer).toBeInstanceOf(Invalid);
      expect((answer as Invalid).fields).toEqual({ "": ["accounts:error.sign_in"] });
    }
  });

  test("ten wrong passwords lock the address, even for the right one, known or not", async () => {
    const { email } = await newPerson();
    for (const one of [email, `${randomUUID()}@example.org`]) {
      for (let tries = 0; tries < 10; tries++)
        await expect(signIn({ ...from, ip: one, email: one, password: "wrong" })).rejects.toThrow(Invalid);
      const locked = await signIn({ ...from, ip: one, email: one, password }).catch((error: unknown) => error);
      expect(locked).toBeInstanceOf(TooMany);
      expect((locked as TooMany).key).toBe("accounts:error.locked");
      expect((locked as TooMany).retryAfter).toBeGreaterThan(600);
    }
  });

  test("signing in again replaces the session", async () => {
    const { email } = await newPerson();
    const first = cookieOf((await signIn({ ...from, email, password })).cookie);
    const actor = await personOf(first);
    const second = cookieOf((await signIn({ ...from, actor, email, password })).cookie);
    expect(second).not.toBe(first);
    expect((await actorOf(first)).actor).toEqual(anonymous);
    expect((await personOf(second)).kind).toBe("person");
  });
});

describe("sessions", () => {
  test("signing out ends the session", async () => {
    const { email } = await newPerson();
    const cookie = cookieOf((await signIn({ ...from, email, password })).cookie);
    await signOut(await personOf(cookie));
    const { actor, setCookie } = await actorOf(cookie);
    expect(actor).toEqual(anonymous);
    expect(setCookie).toContain("Max-Age=0");
  });

  test("a suspended person is out on the next request", async () => {
    const { id, email } = await newPerson();
    const cookie = cookieOf((await signIn({ ...from, email, password })).cookie);
    await db().account.update({ where: { id }, data: { state: "suspended" } });
    expect((await actorOf(cookie)).actor).toEqual(anonymous);
    await expect(signIn({ ...from, email, password })).rejects.toThrow(Invalid);
  });

  test("an expired session is worth nothing, and one past its half is prolonged", async () => {
    const { id, email } = await newPerson();
    const cookie = cookieOf((await signIn({ ...from, email, password })).cookie);
    await db().session.updateMany({
      where: { accountId: id },
      data: { expiresAt: new Date(Date.now() + 24 * 3600_000) },
    });
    expect((await actorOf(cookie)).setCookie).toContain(sessionCookie);
    await db().session.updateMany({ where: { accountId: id }, data: { expiresAt: new Date(Date.now() - 1000) } });
    expect((await actorOf(cookie)).actor).toEqual(anonymous);
  });

  test("sessions of staff last twelve hours", async () => {
    const { id, email } = await newPerson(["reviewer"]);
    await signIn({ ...from, email, password });
    const [session] = await db().session.findMany({ where: { accountId: id } });
    expect(session?.expiresAt.getTime()).toBeLessThan(Date.now() + 12.1 * 3600_000);
  });

  test("a person ends all sessions but the present one, and nobody else's", async () => {
    const { email } = await newPerson();
    const other = await newPerson();
    const here = cookieOf((await signIn({ ...from, email, password })).cookie);
    const there = cookieOf((await signIn({ ...from, email, password })).cookie);
    const foreign = cookieOf((await signIn({ ...from, email: other.email, password })).cookie);
    await endSessions(await personOf(here), (await personOf(foreign)).sessionId);
    await endSessions(await personOf(here));
    expect((await actorOf(there)).actor).toEqual(anonymous);
    expect((await personOf(here)).kind).toBe("person");
    expect((await personOf(foreign)).kind).toBe("person");
  });

  test("a cookie that was made up is taken away", async () => {
    const { actor, setCookie } = await actorOf(`${sessionCookie}=s.made-up`);
    expect(actor).toEqual(anonymous);
    expect(setCookie).toContain("Max-Age=0");
  });
});

describe("staff", () => {
  test("where the second factor is required they hold no role until they gave it", async () => {
    const { email } = await newPerson(["administrator"]);
    const before = env.STAFF_SECOND_FACTOR;
    env.STAFF_SECOND_FACTOR = "required";
    try {
      const { cookie, owesSecondFactor } = await signIn({ ...from, email, password });
      expect(owesSecondFactor).toBe(true);
      expect(await personOf(cookieOf(cookie))).toMatchObject({ staffRoles: [], owesSecondFactor: true });
    } finally {
      env.STAFF_SECOND_FACTOR = before;
    }
  });

  test("with demo accounts, those without a second factor may act", async () => {
    const { email } = await newPerson(["administrator"]);
    const { cookie } = await signIn({ ...from, email, password });
    expect(await personOf(cookieOf(cookie))).toMatchObject({ staffRoles: ["administrator"], owesSecondFactor: false });
  });
});

describe("after signing in, only a place on this site is gone to", () => {
  test.each([
    "//evil.example",
    "https://evil.example",
    "/\\evil.example",
    "/en//evil.example",
    "evil",
    "/evil.example/x",
  ])("%s is refused", (to) => expect(localPath(to)).toBeUndefined());
  test("a local path is taken", () => expect(localPath("/fr/my/pledges?page=2")).toBe("/fr/my/pledges?page=2"));
});
