import { describe, expect, test } from "vitest";
import type { Person } from "~/access/actor";
import { signIn } from "~/accounts/sign-in/commands.server";
import { notificationJobs } from "~/notifications/jobs.server";
import {
  acceptAsNewcomer,
  acceptInvitation,
  declineInvitation,
  inviteColleague,
  resendInvitation,
  revokeInvitation,
} from "~/organisations/invitations/commands.server";
import { getInvitation, listInvitations } from "~/organisations/invitations/queries.server";
import { endMembership } from "~/organisations/people/commands.server";
import { now, setClock } from "~/platform/clock";
import { db } from "~/platform/db/client.server";
import { Conflict, Invalid, Refused, TooMany } from "~/platform/errors";
import { addMembership, freshPerson, makePerson } from "../support/actors";
import { useDatabase } from "../support/database";
import { runJobs } from "../support/jobs";
import { insertOrganisation } from "../support/rows";

const database = useDatabase();
const anonymous = { kind: "anonymous" } as const;
let count = 0;
const newAddress = () => {
  count += 1;
  return `invited-${count}@colleagues.example`;
};

async function organisationWithLead() {
  const { id } = await insertOrganisation();
  return { id, lead: await addMembership(await makePerson(), id, "lead") };
}

/** Invites and opens the mail: answers the secret of its link. */
async function invited(lead: Person, email = newAddress(), role: "author" | "lead" = "author") {
  const organisationId = lead.memberships[0]?.organisationId ?? "";
  const { id } = await inviteColleague(lead, organisationId, { email, role, language: "fr" });
  return { id, email, secret: await secretTo(email) };
}

async function secretTo(email: string): Promise<string> {
  await runJobs(database.ownerUrl, notificationJobs);
  const mail = await db().mail.findFirstOrThrow({
    where: { recipient: email, template: "invitation" },
    orderBy: { createdAt: "desc" },
  });
  return /\/invitation\/([\w-]+)/.exec(mail.text)?.[1] ?? "";
}

const newcomer = (secret: string) => ({
  secret,
  name: "Salote Example",
  password: "twelve rooms together",
  language: "fr" as const,
  timeZone: "UTC",
  ip: `127.0.0.${Math.ceil(Math.random() * 250)}`,
  userAgent: null,
});

describe("an invitation by mail", () => {
  test("lets in whoever has an account with the invited address, once, with the role that was offered", async () => {
    const { id, lead } = await organisationWithLead();
    const colleague = await makePerson();
    const { secret } = await invited(lead, colleague.email.toUpperCase());
    expect((await getInvitation(colleague, secret, "en"))?.reader.kind).toBe("invited");
    await acceptInvitation(colleague, secret);
    expect((await freshPerson(colleague)).memberships).toMatchObject([{ organisationId: id, role: "author" }]);
    await expect(acceptInvitation(colleague, secret)).rejects.toThrow(/invitations:error.dead/);
    expect(await getInvitation(colleague, secret, "en")).toBeNull();
  });

  test("opens an account for whoever has none, in the language chosen for it", async () => {
    const { id, lead } = await organisationWithLead();
    const { email, secret } = await invited(lead, newAddress(), "lead");
    expect((await db().mail.findFirstOrThrow({ where: { recipient: email } })).language).toBe("fr");
    expect((await getInvitation(anonymous, secret, "fr"))?.reader.kind).toBe("new");
    await expect(acceptAsNewcomer({ ...newcomer(secret), password: "short" })).rejects.toThrow(Invalid);
    await acceptAsNewcomer(newcomer(secret));
    const account = await db().account.findUniqueOrThrow({ where: { email }, include: { memberships: true } });
    expect(account).toMatchObject({ state: "active", memberships: [{ organisationId: id, role: "lead" }] });
    const entry = { actor: anonymous, email, password: "twelve rooms together", ip: "127.0.0.1", userAgent: null };
    expect((await signIn(entry)).staff).toBe(false);
  });

  test("takes over a registration that was never confirmed, and never an account", async () => {
    const { lead } = await organisationWithLead();
    const email = newAddress();
    await db().account.create({ data: { email, name: "Somebody else", createdAt: now() } });
    const { secret } = await invited(lead, email);
    await acceptAsNewcomer(newcomer(secret));
    expect((await db().account.findUniqueOrThrow({ where: { email } })).name).toBe("Salote Example");

    const owner = await makePerson();
    const second = await invited(lead, owner.email);
    expect((await getInvitation(anonymous, second.secret, "en"))?.reader.kind).toBe("known");
    await expect(acceptAsNewcomer(newcomer(second.secret))).rejects.toThrow(/has_account/);
  });

  test("lets nobody in to whom the link was passed on", async () => {
    const { lead } = await organisationWithLead();
    const { secret } = await invited(lead);
    const stranger = await makePerson();
    expect((await getInvitation(stranger, secret, "en"))?.reader).toEqual({ kind: "other", email: stranger.email });
    await expect(acceptInvitation(stranger, secret)).rejects.toThrow(/other_address/);
    expect((await freshPerson(stranger)).memberships).toEqual([]);
  });

  test("ends after 14 days, and sending it again gives a new link for 14 more", async () => {
    const { lead } = await organisationWithLead();
    const colleague = await makePerson();
    setClock(new Date("2026-05-01T00:00:00Z"));
    const { id, email, secret } = await invited(lead, colleague.email);
    setClock(new Date("2026-05-15T00:00:00Z"));
    await expect(acceptInvitation(colleague, secret)).rejects.toThrow(/dead/);
    await resendInvitation(lead, id);
    setClock(new Date("2026-05-15T00:01:00Z"));
    const again = await secretTo(email);
    expect(again).not.toBe(secret);
    await expect(acceptInvitation(colleague, secret)).rejects.toThrow(/dead/);
    await acceptInvitation(colleague, again);
    setClock(null);
    await expect(resendInvitation(lead, id)).rejects.toThrow(/answered/);
  });

  test("taken back or declined, it lets nobody in; the list says what became of each", async () => {
    const { id, lead } = await organisationWithLead();
    const colleague = await makePerson();
    const first = await invited(lead, colleague.email);
    await revokeInvitation(lead, first.id);
    await expect(acceptInvitation(colleague, first.secret)).rejects.toThrow(Conflict);
    await expect(revokeInvitation(lead, first.id)).rejects.toThrow(/answered/);
    const second = await invited(lead, colleague.email);
    await declineInvitation(anonymous, second.secret);
    await expect(acceptInvitation(colleague, second.secret)).rejects.toThrow(Conflict);
    expect((await listInvitations(id, "en", "UTC")).map((row) => row.standing)).toEqual(["declined", "revoked"]);
  });

  test("is for leads of this organisation to send, send again and take back", async () => {
    const { id, lead } = await organisationWithLead();
    const { lead: stranger } = await organisationWithLead();
    const author = await addMembership(await makePerson(), id, "author");
    const values = { email: newAddress(), role: "author" as const, language: "en" as const };
    const { id: sent } = await invited(lead);
    for (const actor of [author, stranger, await makePerson()]) {
      await expect(inviteColleague(actor, id, values)).rejects.toThrow(Refused);
      await expect(resendInvitation(actor, sent)).rejects.toThrow(Refused);
      await expect(revokeInvitation(actor, sent)).rejects.toThrow(Refused);
    }
  });

  test("is refused to a lead who was removed with the form still open", async () => {
    const { id, lead } = await organisationWithLead();
    const removed = await addMembership(await makePerson(), id, "lead");
    const membership = await db().membership.findFirstOrThrow({ where: { accountId: removed.id } });
    await endMembership(lead, membership.id);
    const values = { email: newAddress(), role: "lead" as const, language: "en" as const };
    await expect(inviteColleague(removed, id, values)).rejects.toThrow(Refused);
  });

  test("goes neither to a member nor twice to one address, and is limited", async () => {
    const { id, lead } = await organisationWithLead();
    const invite = (email: string) => inviteColleague(lead, id, { email, role: "author", language: "en" });
    await expect(invite(lead.email)).rejects.toThrow(Invalid);
    const email = newAddress();
    await invite(email);
    await expect(invite(email)).rejects.toThrow(Invalid);
    const tries = Array.from({ length: 5 }, () => invite(email).catch((error: unknown) => error));
    expect((await Promise.all(tries)).some((error) => error instanceof TooMany)).toBe(true);
  });

  test("accepted twice at the same instant makes one member; two invitations at once make one", async () => {
    const { id, lead } = await organisationWithLead();
    const colleague = await makePerson();
    const values = { email: colleague.email, role: "author" as const, language: "en" as const };
    const sent = await Promise.allSettled([inviteColleague(lead, id, values), inviteColleague(lead, id, values)]);
    expect(sent.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected"]);
    const secret = await secretTo(colleague.email);
    const accepted = await Promise.allSettled([
      acceptInvitation(colleague, secret),
      acceptInvitation(colleague, secret),
    ]);
    expect(accepted.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await db().membership.count({ where: { organisationId: id, accountId: colleague.id } })).toBe(1);
  });

  test("leaves no address in the trail", async () => {
    const { lead } = await organisationWithLead();
    const { id, email } = await invited(lead);
    const events = await db().auditEvent.findMany({ where: { subjectId: id } });
    expect(events.map(({ event }) => event)).toEqual(["organisation.invitation_sent"]);
    expect(JSON.stringify(events, (_key, value) => (typeof value === "bigint" ? String(value) : value))).not.toContain(
      email,
    );
  });
});
