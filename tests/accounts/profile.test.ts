import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { anonymous, type Person } from "~/access/actor";
import { changePassword } from "~/accounts/password/commands.server";
import {
  changeProfile,
  confirmEmailChange,
  deleteAccount,
  requestEmailChange,
  setActiveOrganisation,
  undoEmailChange,
} from "~/accounts/profile/commands.server";
import { deviceOf, getMe, getMyData, listSessions } from "~/accounts/profile/queries.server";
import { createDemoAccount } from "~/accounts/registration/commands.server";
import { actorOf } from "~/accounts/session.server";
import { signIn } from "~/accounts/sign-in/commands.server";
import { notificationJobs } from "~/notifications/jobs.server";
import { db } from "~/platform/db/client.server";
import { Conflict, Invalid, Refused } from "~/platform/errors";
import { useDatabase } from "../support/database";
import { runJobs } from "../support/jobs";
import { insertOrganisation } from "../support/rows";

const database = useDatabase();
const password = "three quiet rivers";

const personOf = async (cookie: string) => (await actorOf(cookie.split(";")[0] ?? "")).actor as Person;

async function newPerson() {
  const email = `${randomUUID()}@example.org`;
  await createDemoAccount({ name: "Amina Diallo", email, password, language: "en" });
  const { cookie } = await signIn({ actor: anonymous, email, password, ip: email, userAgent: null });
  return { email, cookie, actor: await personOf(cookie) };
}

async function join(actor: Person, organisationId: string, role: "author" | "lead") {
  await db().membership.create({ data: { accountId: actor.id, organisationId, role, startedAt: new Date() } });
}

async function secretSentTo(recipient: string) {
  await runJobs(database.ownerUrl, notificationJobs);
  const mail = await db().mail.findFirst({ where: { recipient }, orderBy: { createdAt: "desc" } });
  return /\/email\/(?:confirmation|undo)\/([\w-]+)/.exec(mail?.text ?? "")?.[1] ?? "";
}

describe("one's own account", () => {
  test("name, language and zone change; the trail does not hold the name", async () => {
    const { actor } = await newPerson();
    await changeProfile(actor, { name: "Amina Sow", language: "ar", timeZone: "Africa/Dakar" });
    expect(await getMe(actor, "en")).toMatchObject({ name: "Amina Sow", timeZone: "Africa/Dakar" });
    const entries = await db().auditEvent.findMany({ where: { actorId: actor.id } });
    expect(JSON.stringify(entries.map(({ data }) => data))).not.toContain("Amina");
  });

  test("nobody changes somebody else's", async () => {
    const { actor } = await newPerson();
    const other = await newPerson();
    const disguised = { ...actor, sessionId: other.actor.sessionId };
    await changeProfile(disguised, { name: "Amina Sow", language: "en", timeZone: "UTC" });
    expect((await getMe(other.actor, "en")).name).toBe("Amina Diallo");
  });

  test("a new password asks for the present one, replaces the session and ends the others", async () => {
    const { actor, cookie, email } = await newPerson();
    await expect(
      changePassword(actor, { current: "wrong", password: "four louder rivers", userAgent: null }),
    ).rejects.toThrow(Invalid);
    await expect(changePassword(actor, { current: password, password: "short", userAgent: null })).rejects.toThrow(
      Invalid,
    );
    const changed = await changePassword(actor, { current: password, password: "four louder rivers", userAgent: null });
    expect((await actorOf(cookie.split(";")[0] ?? "")).actor).toEqual(anonymous);
    expect((await personOf(changed.cookie)).email).toBe(email);
  });

  test("exactly one organisation is active, and only one's own can be", async () => {
    const { actor, cookie } = await newPerson();
    const [first, second, foreign] = [
      await insertOrganisation(),
      await insertOrganisation(),
      await insertOrganisation(),
    ];
    await join(actor, first.id, "author");
    await join(actor, second.id, "lead");
    const before = await personOf(cookie);
    expect([first.id, second.id]).toContain(before.activeOrganisationId);
    await setActiveOrganisation(before, second.id);
    expect((await personOf(cookie)).activeOrganisationId).toBe(second.id);
    await expect(setActiveOrganisation(before, foreign.id)).rejects.toThrow(Refused);
  });

  test("those who left an organisation within 24 months still count as formerly its people", async () => {
    const { actor, cookie } = await newPerson();
    const organisation = await insertOrganisation();
    await join(actor, organisation.id, "author");
    const monthsAgo = (months: number) => new Date(Date.now() - months * 30.5 * 86_400_000);
    await db().membership.updateMany({ where: { accountId: actor.id }, data: { endedAt: monthsAgo(20) } });
    expect(await personOf(cookie)).toMatchObject({ memberships: [], formerOrganisationIds: [organisation.id] });
    await db().membership.updateMany({ where: { accountId: actor.id }, data: { endedAt: monthsAgo(26) } });
    expect((await personOf(cookie)).formerOrganisationIds).toEqual([]);
  });

  test("the sessions name the device, the present one first", async () => {
    const { actor } = await newPerson();
    expect((await listSessions(actor, "en")).sessions[0]).toMatchObject({ present: true, device: null });
    expect(deviceOf("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0")).toBe("Firefox, Linux");
  });

  test("the data to take away holds no password and no session secret", async () => {
    const { actor, email } = await newPerson();
    const data = JSON.stringify(await getMyData(actor));
    expect(data).toContain(email);
    expect(data).not.toContain("argon2");
    expect(data).not.toContain(actor.sessionId);
    await expect(getMyData({ ...actor, owesSecondFactor: true })).rejects.toThrow(Refused);
  });
});

describe("another address", () => {
  test("is confirmed at the new one, announced at the old one, and undone from there", async () => {
    const { actor, email, cookie } = await newPerson();
    const next = `${randomUUID()}@example.org`;
    await requestEmailChange(actor, { email: next, password });
    expect((await personOf(cookie)).email).toBe(email);
    const confirm = await secretSentTo(next);
    await confirmEmailChange(actor, confirm);
    expect((await personOf(cookie)).email).toBe(next);
    await expect(confirmEmailChange(actor, confirm)).rejects.toThrow(Conflict);
    const undo = await secretSentTo(email);
    await undoEmailChange(undo);
    expect((await db().account.findUniqueOrThrow({ where: { id: actor.id } })).email).toBe(email);
    expect((await actorOf(cookie.split(";")[0] ?? "")).actor).toEqual(anonymous);
    await expect(undoEmailChange(undo)).rejects.toThrow(Conflict);
  });

  test("that somebody has already gets the same answer, and only its owner learns of it", async () => {
    const { actor } = await newPerson();
    const other = await newPerson();
    await requestEmailChange(actor, { email: other.email, password });
    await runJobs(database.ownerUrl, notificationJobs);
    const mails = await db().mail.findMany({ where: { recipient: other.email } });
    expect(mails.map(({ template }) => template)).toEqual(["known"]);
  });
});

describe("deleting one's account", () => {
  test("removes name and address, keeps the trail, and lets nobody in", async () => {
    const { actor, email, cookie } = await newPerson();
    await deleteAccount(actor, password);
    expect((await actorOf(cookie.split(";")[0] ?? "")).actor).toEqual(anonymous);
    const row = await db().account.findUniqueOrThrow({ where: { id: actor.id } });
    expect(row).toMatchObject({ state: "deleted", name: "Former user", passwordHash: null });
    expect(await db().auditEvent.count({ where: { actorId: actor.id } })).toBeGreaterThan(0);
    const again = signIn({ actor: anonymous, email, password, ip: email, userAgent: null });
    await expect(again).rejects.toThrow(Invalid);
  });

  test("is refused for the last lead, until there is another", async () => {
    const { actor, cookie } = await newPerson();
    const organisation = await insertOrganisation();
    await join(actor, organisation.id, "lead");
    const lead = await personOf(cookie);
    await expect(deleteAccount(lead, password)).rejects.toThrow(Invalid);
    await join((await newPerson()).actor, organisation.id, "lead");
    await expect(deleteAccount(lead, password)).resolves.toBeUndefined();
    expect(await db().membership.count({ where: { accountId: actor.id, endedAt: null } })).toBe(0);
  });
});
