import type { Actor, MemberRole } from "~/access/actor";
import { command, type Receipt, type Run } from "~/access/command.server";
import type { Audience } from "~/access/lifecycle";
import type { Tx } from "~/platform/db/client.server";
import type { Membership } from "~/platform/db/generated/client";
import { Conflict, found, Invalid, NotFound, Refused } from "~/platform/errors";
import { msg } from "~/platform/i18n/message";
import { revokeInvitationsOf } from "../invitations/transitions.server";
import { lockForMember, lockOrganisation } from "../transitions.server";
import { reachable, staffAnswerAfterDays } from "./model";
import type { JoinAnswer } from "./schema";
import { leadCount } from "./transitions.server";

/** Asks to act for an organisation: its leads answer, or the secretariat where there is none. */
export async function requestToJoin(
  actor: Actor,
  organisationId: string,
  message: string | undefined,
  receipt?: Receipt | null,
): Promise<{ id: string }> {
  return command({ actor, name: "organisation.ask_to_join", receipt }, async (run) => {
    if (actor.kind !== "person") throw new Refused("organisation.ask_to_join");
    const organisation = await lockOrganisation(run.tx, organisationId);
    if (["removed", "closed"].includes(organisation.state)) throw new NotFound();
    const own = { organisationId, accountId: actor.id };
    if (await run.tx.membership.count({ where: { ...own, endedAt: null } }))
      throw new Conflict("organisations:error.member_already");
    if (await run.tx.joinRequest.count({ where: { ...own, state: "open" } }))
      throw new Conflict("organisations:error.asked_already");
    const request = await run.tx.joinRequest.create({
      data: { ...own, message: message ?? null, createdAt: run.now },
    });
    const audience: Audience = (await leadCount(run.tx, organisationId)) > 0 ? "organisation_leads" : "secretariat";
    run.record({
      event: "organisation.join_requested",
      subjectType: "join_request",
      subjectId: request.id,
      organisationId,
      tell: [audience],
      accountId: actor.id,
    });
    return { id: request.id };
  });
}

/** Answers a request to join: by a lead; by the secretariat where there is no lead, or none answered for 7 days (R5). */
export async function answerJoinRequest(
  actor: Actor,
  requestId: string,
  answer: JoinAnswer,
  receipt?: Receipt | null,
): Promise<void> {
  await command({ actor, name: "organisation.answer_join_request", receipt }, async (run) => {
    const { organisationId } = found(await run.tx.joinRequest.findUnique({ where: { id: requestId } }));
    await lockForMember(run, organisationId, "organisation.answer_join_request");
    const request = found(await run.tx.joinRequest.findUnique({ where: { id: requestId } }));
    if (request.state !== "open") throw new Conflict("organisations:error.answered_already");
    const lead = actor.kind === "person" && isLead(actor, organisationId);
    const waited = run.now.getTime() - request.createdAt.getTime() >= staffAnswerAfterDays * 86_400_000;
    if (!lead && !waited && (await leadCount(run.tx, organisationId)) > 0)
      throw new Refused("organisation.answer_join_request", { organisationId });
    const who = actor.kind === "person" ? actor.id : null;
    // Nobody gives a role to themselves (R10).
    if (who === request.accountId) throw new Refused("organisation.answer_join_request", { organisationId });
    const accepted = answer !== "decline";
    await run.tx.joinRequest.update({
      where: { id: requestId },
      data: { state: accepted ? "accepted" : "declined", answeredAt: run.now, answeredBy: who },
    });
    if (accepted)
      await run.tx.membership.create({
        data: { organisationId, accountId: request.accountId, role: answer, startedAt: run.now },
      });
    run.record({
      event: accepted ? "organisation.member_joined" : "organisation.join_declined",
      subjectType: "join_request",
      subjectId: requestId,
      organisationId,
      data: accepted ? { role: answer, accountId: request.accountId } : { accountId: request.accountId },
      tell: ["subject_account"],
      accountId: request.accountId,
    });
  });
}

/** Ends a membership: one's own, or another one's as lead. Never that of the last lead. */
export async function endMembership(actor: Actor, membershipId: string, receipt?: Receipt | null): Promise<void> {
  await command({ actor, name: "organisation.leave", receipt }, async (run) => {
    const membership = await lockMembership(run, membershipId, (found) =>
      actor.kind === "person" && found.accountId === actor.id ? "organisation.leave" : "organisation.manage_people",
    );
    await keepOneLead(run.tx, membership);
    await end(run, membership);
  });
}

/**
 * Hands one's own role as lead over and leaves, in one step: the successor becomes lead in the transaction that ends the membership. It is how
 * the last lead goes; nobody changes their own role (R10). Throws `Invalid` without a successor, `Conflict` for one who cannot be reached.
 */
export async function handOver(
  actor: Actor,
  membershipId: string,
  successorId: string | undefined,
  receipt?: Receipt | null,
): Promise<void> {
  await command({ actor, name: "organisation.leave", receipt }, async (run) => {
    if (!successorId) throw new Invalid({ successor: [msg("error.choose")] });
    const membership = await lockMembership(run, membershipId, () => "organisation.manage_people");
    const { organisationId } = membership;
    if (actor.kind !== "person" || membership.accountId !== actor.id)
      throw new Refused("organisation.leave", { organisationId });
    const successor = await run.tx.membership.findFirst({
      where: { id: successorId, organisationId, ...reachable, accountId: { not: actor.id } },
    });
    if (!successor) throw new Conflict("people:error.successor_gone");
    if (successor.role !== "lead") await giveRole(run, successor, "lead");
    await end(run, membership);
  });
}

/** Makes an author a lead, or the reverse. Nobody changes their own role (R10); one lead always stays. */
export async function changeRole(
  actor: Actor,
  membershipId: string,
  role: MemberRole,
  receipt?: Receipt | null,
): Promise<void> {
  await command({ actor, name: "organisation.manage_people", receipt }, async (run) => {
    const membership = await lockMembership(run, membershipId, () => "organisation.manage_people");
    const { organisationId } = membership;
    if (actor.kind === "person" && membership.accountId === actor.id)
      throw new Refused("organisation.manage_people", { organisationId });
    if (membership.role === role) return;
    await keepOneLead(run.tx, membership);
    await giveRole(run, membership, role);
    if (role !== "lead") await revokeInvitationsOf(run, membership);
  });
}

async function end(run: Run, membership: Membership): Promise<void> {
  const { id, organisationId, accountId } = membership;
  await run.tx.membership.update({ where: { id }, data: { endedAt: run.now } });
  run.record({
    event: "organisation.member_left",
    subjectType: "membership",
    subjectId: id,
    organisationId,
    data: { accountId },
    tell: ["subject_account", "organisation_leads"],
    accountId,
  });
  await revokeInvitationsOf(run, membership);
}

async function giveRole(run: Run, membership: Membership, role: MemberRole): Promise<void> {
  const { id, organisationId, accountId } = membership;
  await run.tx.membership.update({ where: { id }, data: { role } });
  run.record({
    event: "organisation.role_changed",
    subjectType: "membership",
    subjectId: id,
    organisationId,
    data: { accountId, from: membership.role, to: role },
    tell: ["subject_account"],
    accountId,
  });
}

/** An open membership, read again after its organisation's row was locked: one organisation's people change one at a time. */
async function lockMembership(
  run: Run,
  id: string,
  permission: (membership: Membership) => "organisation.leave" | "organisation.manage_people",
): Promise<Membership> {
  const seen = found(await run.tx.membership.findUnique({ where: { id } }));
  await lockForMember(run, seen.organisationId, permission(seen));
  const membership = found(await run.tx.membership.findUnique({ where: { id } }));
  if (membership.endedAt) throw new Conflict("organisations:error.left_already");
  return membership;
}

async function keepOneLead(tx: Tx, membership: Membership): Promise<void> {
  const { organisationId, accountId } = membership;
  if (membership.role === "lead" && (await leadCount(tx, organisationId, accountId)) === 0)
    throw new Conflict("organisations:error.last_lead");
}

const isLead = (actor: Actor & { kind: "person" }, organisationId: string) =>
  actor.memberships.some((one) => one.organisationId === organisationId && one.role === "lead");
