import { type Actor, anonymous, type Person } from "~/access/actor";
import { command, type Receipt, type Run } from "~/access/command.server";
import { can } from "~/access/policy";
import { passwordFault } from "~/accounts/password/model";
import { hashPassword } from "~/accounts/password/transitions.server";
import { openConfirmedAccount } from "~/accounts/registration/transitions.server";
import { openSession } from "~/accounts/session.server";
import type { Tx } from "~/platform/db/client.server";
import { Conflict, found, Invalid, Refused } from "~/platform/errors";
import type { Language } from "~/platform/i18n/languages";
import { countTry } from "~/platform/rate-limit.server";
import { lockForMember } from "../transitions.server";
import { invitationDays, sameAddress, standingOf } from "./model";
import type { InvitationInput } from "./schema";
import { deserted, endInvitation, lockInvitation, type OpenInvitation, openInvitation } from "./transitions.server";

const lastInstant = (from: Date) => new Date(from.getTime() + invitationDays * 86_400_000);

/** Counts a mail that a lead causes, by organisation and by address; nobody uses up another organisation's share. Throws `TooMany`. */
async function countInvitation(actor: Actor, organisationId: string, email: string): Promise<void> {
  if (!can(actor, "organisation.invite", { organisationId })) return;
  await countTry("invitations", organisationId);
  await countTry("mail_address", email);
}

/**
 * Invites the owner of an address to act for the organisation, by a mail whose link works once and for 14 days. Whether the address has an
 * account makes no difference here. Throws `Invalid` for an address that belongs to a member or was invited, `TooMany`.
 */
export async function inviteColleague(
  actor: Actor,
  organisationId: string,
  { email, role, language }: InvitationInput,
  receipt?: Receipt | null,
): Promise<{ id: string }> {
  await countInvitation(actor, organisationId, email);
  return command({ actor, name: "organisation.invite", receipt }, async (run) => {
    const organisation = await lockForMember(run, organisationId, "organisation.invite");
    if (actor.kind !== "person") throw new Refused("organisation.invite", { organisationId });
    if (deserted.includes(organisation.state)) throw new Conflict("organisations:error.state_changed");
    if (await run.tx.membership.count({ where: { organisationId, endedAt: null, account: { email } } }))
      throw new Invalid({ email: ["invitations:error.member_already"] });
    await clearWay(run.tx, organisationId, email, run.now);
    const { id } = await run.tx.invitation.create({
      data: {
        organisationId,
        email,
        role,
        language,
        createdAt: run.now,
        createdBy: actor.id,
        expiresAt: lastInstant(run.now),
      },
    });
    // The address does not belong in the trail (R33).
    run.record({
      event: "organisation.invitation_sent",
      subjectType: "invitation",
      subjectId: id,
      organisationId,
      data: { role },
    });
    run.enqueue("invitation_mail", { invitationId: id });
    return { id };
  });
}

/** An expired invitation makes room for a new one; one that still works does not. */
async function clearWay(tx: Tx, organisationId: string, email: string, at: Date): Promise<void> {
  const open = await tx.invitation.findFirst({ where: { organisationId, email, state: "sent" } });
  if (!open) return;
  if (standingOf(open, at) === "sent") throw new Invalid({ email: ["invitations:error.invited_already"] });
  await tx.invitation.delete({ where: { id: open.id } });
}

/** An unanswered invitation of an organisation that `actor` leads, with the organisation's row locked. */
async function lockUnanswered(run: Run, id: string) {
  const { organisationId } = found(await run.tx.invitation.findUnique({ where: { id } }));
  await lockForMember(run, organisationId, "organisation.invite");
  const row = found(await run.tx.invitation.findUnique({ where: { id } }));
  if (row.state !== "sent") throw new Conflict("invitations:error.answered");
  return row;
}

/** Sends an unanswered invitation again, for another 14 days; the link of the earlier mail stops working. Throws `TooMany`. */
export async function resendInvitation(actor: Actor, id: string): Promise<void> {
  await command({ actor, name: "organisation.invite" }, async (run) => {
    const row = await lockUnanswered(run, id);
    await countInvitation(actor, row.organisationId, row.email);
    await run.tx.invitation.update({ where: { id }, data: { expiresAt: lastInstant(run.now), hash: null } });
    run.record({
      event: "organisation.invitation_sent",
      subjectType: "invitation",
      subjectId: id,
      organisationId: row.organisationId,
      data: { role: row.role, again: true },
    });
    run.enqueue("invitation_mail", { invitationId: id });
  });
}

/** Takes an unanswered invitation back. */
export async function revokeInvitation(actor: Actor, id: string): Promise<void> {
  await command({ actor, name: "organisation.invite" }, async (run) => {
    await endInvitation(run, await lockUnanswered(run, id), "revoked");
  });
}

/**
 * Accepts as the person who is signed in, who from then on acts for this organisation in this session. Only the account with the invited
 * address may: a link that was passed on lets nobody in. Throws `Conflict`.
 */
export async function acceptInvitation(actor: Person, secret: string, receipt?: Receipt | null): Promise<void> {
  await command({ actor, name: "organisation.answer_invitation", receipt }, async (run) => {
    const invitation = await lockInvitation(run, secret);
    const account = await run.tx.account.findUniqueOrThrow({ where: { id: actor.id } });
    if (account.state !== "active" || !sameAddress(account.email, invitation.email))
      throw new Conflict("invitations:error.other_address");
    await join(run, invitation, actor.id);
    const { organisationId } = invitation;
    await run.tx.session.updateMany({
      where: { id: actor.sessionId, accountId: actor.id },
      data: { activeOrganisationId: organisationId },
    });
  });
}

export interface Newcomer {
  secret: string;
  name: string;
  password: string;
  language: Language;
  timeZone: string;
  /** The asker's network address. */
  ip: string;
  userAgent: string | null;
}

/**
 * Accepts as somebody who has no account yet: opens one with the invited address, which the link has confirmed, and signs in. Throws
 * `Conflict` (the link, or an account is there), `Invalid` for a weak password, `TooMany`.
 */
export async function acceptAsNewcomer(input: Newcomer): Promise<{ cookie: string }> {
  const { secret, password, ip, userAgent, ...person } = input;
  const seen = await openInvitation(secret);
  if (!seen) throw new Conflict("invitations:error.dead");
  const fault = passwordFault(password, seen.email);
  if (fault) throw new Invalid({ password: [fault] });
  await countTry("registration_network", ip);
  const passwordHash = await hashPassword(password);
  return command({ actor: anonymous, name: "organisation.answer_invitation" }, async (run) => {
    const invitation = await lockInvitation(run, secret);
    const { email, organisationId } = invitation;
    const { name, language, timeZone } = person;
    const accountId = await openConfirmedAccount(run, { email, name, language, timeZone, passwordHash });
    if (!accountId) throw new Conflict("invitations:error.has_account");
    await join(run, invitation, accountId);
    const keeps = { activeOrganisationId: organisationId };
    return { cookie: await openSession(run.tx, { accountId, staff: false, userAgent, keeps }) };
  });
}

async function join(run: Run, invitation: OpenInvitation, accountId: string): Promise<void> {
  const { organisationId, role } = invitation;
  if (await run.tx.membership.count({ where: { organisationId, accountId, endedAt: null } }))
    throw new Conflict("organisations:error.member_already");
  await endInvitation(run, invitation, "accepted", accountId);
  await run.tx.membership.create({ data: { organisationId, accountId, role, startedAt: run.now } });
  // Whoever asked before has the answer now.
  await run.tx.joinRequest.updateMany({
    where: { organisationId, accountId, state: "open" },
    data: { state: "accepted", answeredAt: run.now },
  });
}

/** Declines: whoever has the link may, also without an account. Throws `Conflict`. */
export async function declineInvitation(actor: Actor, secret: string): Promise<void> {
  await command({ actor, name: "organisation.answer_invitation" }, async (run) => {
    await endInvitation(run, await lockInvitation(run, secret), "declined");
  });
}
