import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { systemActor } from "~/access/actor";
import { command } from "~/access/command.server";
import type { Audience } from "~/access/lifecycle";
import { templateOf } from "~/notifications/event-mail/model";
import { notificationJobs } from "~/notifications/jobs.server";
import { retryMail } from "~/notifications/outbox/commands.server";
import { getMail, listMails } from "~/notifications/outbox/queries.server";
import { db } from "~/platform/db/client.server";
import { env } from "~/platform/env";
import { Conflict, Refused } from "~/platform/errors";
import { addMembership, makePerson, makeStaff } from "../support/actors";
import { useDatabase } from "../support/database";
import { runJobs } from "../support/jobs";
import { type MailStandIn, startMailStandIn } from "../support/mail-stand-in";
import { insertOrganisation } from "../support/rows";

const database = useDatabase();
let provider: MailStandIn;
beforeAll(async () => {
  provider = await startMailStandIn();
});
beforeEach(() => {
  Object.assign(env, { RESEND_API_KEY: "re_test", RESEND_BASE_URL: provider.url, MAIL_FROM: "P2C <p2c@example.org>" });
  provider.answerWith("accept");
  provider.messages.length = 0;
});
afterAll(async () => {
  Object.assign(env, { RESEND_API_KEY: undefined, RESEND_BASE_URL: undefined });
  await provider.close();
});

/** Something happens to an organisation, and these audiences are told. */
const happen = (event: string, organisationId: string, tell: Audience[], data = {}) =>
  command({ actor: systemActor("test"), name: "starter.load" }, async (run) => {
    run.record({ event, subjectType: "organisation", subjectId: organisationId, organisationId, tell, data });
  });
const work = () => runJobs(database.ownerUrl, notificationJobs);
/** Lets jobs that wait for their next try begin at once. */
const hurry = () => database.owner.query("UPDATE graphile_worker._private_jobs SET run_at = now()");

async function organisationWithLead(language: "en" | "ar" | "ru" = "en") {
  const organisation = await insertOrganisation({ officialName: "Example Reef Networks" });
  const lead = await addMembership(await makePerson({ language, name: "Sina Tavita" }), organisation.id, "lead");
  return { organisation, lead };
}

describe("an event", () => {
  test("is told to the people behind the audience, each in their own language, with a link and without reasons", async () => {
    const { organisation, lead } = await organisationWithLead("ar");
    const staff = await makeStaff("reviewer");
    await happen("organisation.declined", organisation.id, ["organisation_leads"], { reason: "an internal reason" });
    await work();
    const [message] = provider.messages.filter(({ to }) => to.includes(lead.email));
    expect(message?.html).toMatch(/<html[^>]+dir="rtl"/);
    expect(message?.html).toContain('lang="ar"');
    expect(message?.text).toContain("/ar/my/organisation");
    expect(message?.text).toContain("Example Reef Networks");
    expect(message?.text).toContain(`?for=${organisation.id}`);
    expect(`${message?.html}${message?.text}`).not.toContain("internal");
    expect(provider.messages.some(({ to }) => to.includes(staff.email))).toBe(false);
  });

  test("is told once to somebody who is meant twice", async () => {
    const { organisation, lead } = await organisationWithLead();
    await happen("organisation.cleared", organisation.id, ["organisation_leads", "organisation_people"]);
    await work();
    expect(provider.messages.filter(({ to }) => to.includes(lead.email))).toHaveLength(1);
  });

  test("is not told to those who left, were suspended or lost the role since", async () => {
    const { organisation, lead } = await organisationWithLead();
    const staff = await makeStaff("approver");
    await happen("organisation.recommended", organisation.id, ["organisation_leads", "approvers"]);
    await db().membership.updateMany({ where: { accountId: lead.id }, data: { endedAt: new Date() } });
    await db().staffRoleGrant.deleteMany({ where: { accountId: staff.id } });
    await work();
    expect(provider.messages.some(({ to }) => to.includes(lead.email) || to.includes(staff.email))).toBe(false);
  });

  test("staff who belong to the organisation are not told as staff (R11)", async () => {
    const organisation = await insertOrganisation();
    const both = await addMembership(await makeStaff("reviewer"), organisation.id, "author");
    await happen("organisation.registered", organisation.id, ["reviewers"]);
    await work();
    expect(provider.messages.some(({ to }) => to.includes(both.email))).toBe(false);
  });

  test("delivered again by a job that runs twice writes nothing new", async () => {
    const { organisation, lead } = await organisationWithLead();
    await happen("organisation.cleared", organisation.id, ["organisation_leads"]);
    const entry = await db().auditEvent.findFirstOrThrow({ where: { subjectId: organisation.id } });
    await work();
    const payload = { seq: String(entry.seq), tell: ["organisation_leads"], accountId: null };
    for (let times = 0; times < 3; times++)
      await notificationJobs.deliver_event?.(payload, { id: "again", lastTry: false });
    await work();
    expect(await db().mail.count({ where: { recipient: lead.email } })).toBe(1);
    expect(provider.messages.filter(({ to }) => to.includes(lead.email))).toHaveLength(1);
  });

  test("has words of its own, or general ones", () => {
    expect(templateOf("pledge.submitted", false)).toBe("pledge_submitted");
    expect(templateOf("pledge.submitted", true)).toBe("pledge_submitted_staff");
    expect(templateOf("pledge.resubmitted", true)).toBe("resubmitted_staff");
    expect(templateOf("pledge.something_new", false)).toBe("general");
    expect(templateOf("pledge.something_new", true)).toBe("general_staff");
  });
});

describe("the provider", () => {
  test.each([429, 500] as const)("answers %i: the message waits, and is sent once when it can be", async (manner) => {
    const { organisation, lead } = await organisationWithLead("ru");
    provider.answerWith(manner);
    await happen("organisation.cleared", organisation.id, ["organisation_leads"]);
    await work();
    const where = { recipient: lead.email };
    expect(await db().mail.findFirstOrThrow({ where })).toMatchObject({ state: "queued", attempts: 1 });
    provider.answerWith("accept");
    await hurry();
    await work();
    expect(await db().mail.findFirstOrThrow({ where })).toMatchObject({ state: "sent", attempts: 2, lastError: null });
    expect(provider.messages.filter(({ to }) => to.includes(lead.email))).toHaveLength(1);
  });

  test("refuses a message for good: it fails, staff see why, and may send it again", async () => {
    const { organisation, lead } = await organisationWithLead();
    provider.answerWith(422);
    await happen("organisation.cleared", organisation.id, ["organisation_leads"]);
    await work();
    const mail = await db().mail.findFirstOrThrow({ where: { recipient: lead.email } });
    expect(mail).toMatchObject({ state: "failed", lastError: "validation_error (422)" });
    const staff = await makeStaff("secretariat");
    const shown = await getMail(staff, mail.id, "en");
    expect(shown).toMatchObject({ mayRetry: true, state: "failed" });
    await expect(retryMail(await makeStaff("reviewer"), mail.id)).rejects.toThrow(Refused);
    provider.answerWith("accept");
    await retryMail(staff, mail.id);
    await work();
    expect((await getMail(staff, mail.id, "en")).state).toBe("sent");
    await expect(retryMail(staff, mail.id)).rejects.toThrow(Conflict);
  });

  test("was asked, but our note of its answer was lost: asking again sends no second message", async () => {
    const { organisation, lead } = await organisationWithLead();
    await happen("organisation.cleared", organisation.id, ["organisation_leads"]);
    await work();
    const mail = await db().mail.findFirstOrThrow({ where: { recipient: lead.email } });
    await db().mail.update({ where: { id: mail.id }, data: { state: "queued" } });
    await notificationJobs.send_mail?.({ mailId: mail.id }, { id: "again", lastTry: false });
    expect(provider.messages.filter(({ to }) => to.includes(lead.email))).toHaveLength(1);
  });
});

describe("mails with a link that opens an account", () => {
  const register = async () => {
    const email = `${randomUUID()}@example.org`;
    await db().account.create({ data: { email, name: "Sina Tavita", createdAt: new Date() } });
    await notificationJobs.account_mail?.({ kind: "registered", email }, { id: randomUUID(), lastTry: false });
    return await db().mail.findFirstOrThrow({ where: { recipient: email } });
  };

  test("lose their text as soon as they were sent", async () => {
    const { id } = await register();
    await work();
    expect(await db().mail.findUniqueOrThrow({ where: { id } })).toMatchObject({ state: "sent", html: "", text: "" });
  });

  test("are read by administrators only, and only where no provider delivers them", async () => {
    Object.assign(env, { RESEND_API_KEY: undefined });
    const { id } = await register();
    expect((await getMail(await makeStaff("administrator"), id, "en")).text).toContain("/join/confirmation/");
    expect((await getMail(await makeStaff("secretariat"), id, "en")).text).toBeNull();
    const list = await listMails(await makeStaff("secretariat"), { q: "", state: "kept", page: 1 }, "en");
    expect(list).toMatchObject({ configured: false, total: 1 });
  });

  test("written by a job that runs twice are one mail with one link", async () => {
    const email = `${randomUUID()}@example.org`;
    await db().account.create({ data: { email, name: "Sina Tavita", createdAt: new Date() } });
    const job = { id: randomUUID(), lastTry: false };
    for (let times = 0; times < 2; times++) await notificationJobs.account_mail?.({ kind: "registered", email }, job);
    expect(await db().mail.count({ where: { recipient: email } })).toBe(1);
    expect(await db().emailToken.count({ where: { account: { email } } })).toBe(1);
  });
});
