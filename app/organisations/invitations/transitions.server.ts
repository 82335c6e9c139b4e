import { createHash, randomBytes } from "node:crypto";
import type { Run } from "~/access/command.server";
import { now } from "~/platform/clock";
import { db, type Tx } from "~/platform/db/client.server";
import type { Invitation, Prisma } from "~/platform/db/generated/client";
import { Conflict } from "~/platform/errors";
import { lockOrganisation } from "../transitions.server";
import { standingOf } from "./model";

const hashOf = (secret: string) => createHash("sha256").update(secret).digest("base64url");

/**
 * Makes the secret of an invitation's link, in the transaction that writes its mail; an earlier link stops working (decision 0008). Null if
 * the invitation does not stand any more.
 */
export async function makeInvitationLink(tx: Tx, id: string): Promise<string | null> {
  const secret = randomBytes(32).toString("base64url");
  const { count } = await tx.invitation.updateMany({
    where: { id, state: "sent", expiresAt: { gt: now() } },
    data: { hash: hashOf(secret) },
  });
  return count === 1 ? secret : null;
}

const whole = { organisation: true } satisfies Prisma.InvitationInclude;
export type OpenInvitation = Prisma.InvitationGetPayload<{ include: typeof whole }>;

/** States of an organisation that nobody can come to act for. */
export const deserted: readonly string[] = ["removed", "closed"];

/** The invitation that `secret` opens, if it still works. Reading it changes nothing: mail scanners open links. */
export async function openInvitation(secret: string, tx: Tx = db()): Promise<OpenInvitation | null> {
  const row = await tx.invitation.findUnique({ where: { hash: hashOf(secret) }, include: whole });
  const works = row && standingOf(row, now()) === "sent" && !deserted.includes(row.organisation.state);
  return works ? row : null;
}

/** The same with its organisation's row locked, so that one organisation's people change one at a time. Throws `Conflict`. */
export async function lockInvitation(run: Run, secret: string): Promise<OpenInvitation> {
  const seen = await openInvitation(secret, run.tx);
  if (!seen) throw new Conflict("invitations:error.dead");
  await lockOrganisation(run.tx, seen.organisationId);
  const row = await openInvitation(secret, run.tx);
  if (!row) throw new Conflict("invitations:error.dead");
  return row;
}

/** Ends an open invitation. Its link leads nowhere from then on. */
export async function endInvitation(
  run: Run,
  { id, organisationId }: Pick<Invitation, "id" | "organisationId">,
  state: "accepted" | "declined" | "revoked",
  accountId: string | null = null,
): Promise<void> {
  const { count } = await run.tx.invitation.updateMany({
    where: { id, state: "sent" },
    data: { state, endedAt: run.now, accountId, hash: null },
  });
  if (count !== 1) throw new Conflict("invitations:error.answered");
  run.record({
    event: `organisation.invitation_${state}`,
    subjectType: "invitation",
    subjectId: id,
    organisationId,
    data: accountId ? { accountId } : {},
    tell: state === "revoked" ? [] : ["organisation_leads"],
  });
}

/**
 * Takes back what somebody sent who is lead no more and nobody answered yet. They are not passed on to another lead: an invitation is the word
 * of the person whom the mail names, and another lead sends one of their own in one step.
 */
export async function revokeInvitationsOf(
  run: Run,
  { organisationId, accountId }: { organisationId: string; accountId: string },
): Promise<void> {
  const open = await run.tx.invitation.findMany({ where: { organisationId, createdBy: accountId, state: "sent" } });
  for (const invitation of open) await endInvitation(run, invitation, "revoked");
}
