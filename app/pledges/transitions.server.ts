import type { Run } from "~/access/command.server";
import type { Subject } from "~/access/rules";
import type { Tx } from "~/platform/db/client.server";
import { Conflict, found, Invalid, Refused } from "~/platform/errors";
import { msg } from "~/platform/i18n/message";
import type { PledgeEventData } from "./events";
import { type PledgeMove, pledgeLife, type RevisionMove, revisionLife } from "./lifecycle";
import { type PublicationBlocker, publicationBlockers } from "./model";

/** What only the case knows and the policy needs (R11); required for every move that staff make on a case. */
export interface CaseSubject {
  reviewerIds: string[];
  declaredConflicts: string[];
}

export interface RevisionMoveOptions {
  /** The version the person was looking at; another one is a conflict. */
  expectedVersion?: number;
  /** To the organisation. */
  reason?: string;
  case?: CaseSubject;
  /** What the trail keeps beside the move itself. */
  data?: PledgeEventData;
}

const withEverything = {
  pledge: { include: { organisation: true, event: true } },
  coPledgers: { select: { organisationId: true, confirmedBy: true } },
} as const;

/** The revision with pledge, organisation and event; pledge and revision are locked, always in this order. Throws `NotFound`. */
export async function lockRevision(tx: Tx, revisionId: string) {
  const { pledgeId } = found(await tx.revision.findUnique({ where: { id: revisionId }, select: { pledgeId: true } }));
  await tx.$queryRaw`SELECT 1 FROM pledges WHERE id = ${pledgeId}::uuid FOR UPDATE`;
  await tx.$queryRaw`SELECT 1 FROM pledge_revisions WHERE id = ${revisionId}::uuid FOR UPDATE`;
  return found(await tx.revision.findUnique({ where: { id: revisionId }, include: withEverything }));
}

type LockedRevision = Awaited<ReturnType<typeof lockRevision>>;

const subjectOf = (revision: LockedRevision, caseSubject?: CaseSubject): Subject => ({
  organisationId: revision.pledge.organisationId,
  partnerOrganisationIds: revision.coPledgers.flatMap(({ organisationId }) => organisationId ?? []),
  partConfirmerIds: revision.coPledgers.flatMap(({ confirmedBy }) => confirmedBy ?? []),
  state: revision.state,
  ...caseSubject,
});

/**
 * Moves a revision along its life (R1): checks the table, the policy on the locked row and the version, and records the event.
 * Clearing publishes in the same transaction when nothing stands in the way (R4). Throws `Refused`, `Conflict`, `Invalid`, `NotFound`.
 */
export async function moveRevision(
  run: Run,
  revisionId: string,
  move: RevisionMove,
  options: RevisionMoveOptions = {},
): Promise<void> {
  const revision = await lockRevision(run.tx, revisionId);
  const row = revisionLife[move];
  // Without the case's reviewers the four eyes could not be checked (R11).
  if (row.permission.startsWith("case.") && !options.case) throw new Error(`${move} needs the case's reviewers`);
  run.check(row.permission, subjectOf(revision, options.case));
  requireReason(row.reason, options.reason);
  // Settled before clearing (R24); what compiled records leave open is settled when a rate is found.
  if (move === "clear" && revision.valueState === "awaiting_rate" && !revision.pledge.compiled)
    throw new Conflict("rates:conflict.awaiting");
  if (options.expectedVersion !== undefined && options.expectedVersion !== revision.version)
    throw new Conflict("pledges:conflict.changed");
  const { count } = await run.tx.revision.updateMany({
    where: { id: revisionId, state: { in: [...row.from] }, version: revision.version },
    data: {
      state: row.to,
      version: { increment: 1 },
      updatedAt: run.now,
      // What staff tell each other stays out of what the organisation reads (R18).
      ...(options.reason !== undefined && move !== "review_again" && { reason: options.reason }),
      ...stampsOf(move, run),
    },
  });
  if (count !== 1) throw new Conflict(`pledges:conflict.${revision.state}`);
  run.record({
    event: row.event,
    subjectType: "pledge",
    subjectId: revision.pledgeId,
    organisationId: revision.pledge.organisationId,
    data: {
      revisionId,
      revision: revision.number,
      move,
      from: revision.state,
      to: row.to,
      ...options.data,
    },
    reason: options.reason,
    tell: row.tell,
    accountId: revision.readyBy ?? revision.updatedBy,
    public: move === "publish" || move === "supersede",
  });
  if (move === "clear") await publishWhenDue(run, revisionId);
}

function stampsOf(move: RevisionMove, run: Run) {
  const who = run.actor.kind === "person" ? run.actor.id : null;
  if (move === "ask_sign_off") return { readyBy: who };
  if (move === "submit" || move === "resubmit") return { submittedAt: run.now, signedOffBy: who };
  if (move === "clear") return { clearedAt: run.now };
  if (move === "publish") return { publishedAt: run.now };
  return {};
}

function requireReason(need: "required" | "optional" | "none", reason: string | undefined): void {
  if (need === "required" && !reason?.trim()) throw new Invalid({ reason: [msg("error.required")] });
}

/** The name of the job that publishes what was cleared before it could be public. */
export const publishAtEmbargo = "publish_at_embargo";

/**
 * Publishes a cleared revision unless something stands in the way: then it stays cleared, and under an embargo a job tries again at the
 * event's instant (R4). Answers what stands in the way; nothing: it is public.
 */
export async function publishWhenDue(run: Run, revisionId: string): Promise<PublicationBlocker[]> {
  const revision = await lockRevision(run.tx, revisionId);
  const blockers = blockersOf(revision, run.now);
  if (blockers.length === 0) await publishRevision(run, revisionId);
  else if (blockers.includes("embargo"))
    run.enqueue(
      publishAtEmbargo,
      { revisionId },
      { key: `${publishAtEmbargo}:${revisionId}`, runAt: revision.pledge.event?.embargoUntil ?? run.now },
    );
  return blockers;
}

const blockersOf = (revision: LockedRevision, now: Date) =>
  publicationBlockers({
    now,
    compiled: revision.pledge.compiled,
    pledgeState: revision.pledge.state,
    organisationState: revision.pledge.organisation.state,
    consentAt: revision.consentAt,
    event: revision.pledge.event,
  });

/** Publishes a cleared revision; the one published before becomes superseded (R4). Throws `Conflict` when something stands in the way. */
export async function publishRevision(run: Run, revisionId: string): Promise<void> {
  const revision = await lockRevision(run.tx, revisionId);
  const [blocker] = blockersOf(revision, run.now);
  if (blocker) throw new Conflict(`pledges:blocker.${blocker}`);
  const earlier = await run.tx.revision.findFirst({ where: { pledgeId: revision.pledgeId, state: "published" } });
  if (earlier) await moveRevision(run, earlier.id, "supersede");
  await moveRevision(run, revisionId, "publish");
  await run.tx.pledge.updateMany({
    where: { id: revision.pledgeId, state: { in: [...pledgeLife.publish.from] } },
    data: { state: pledgeLife.publish.to, publishedAt: run.now, version: { increment: 1 } },
  });
}

/**
 * Lets what waited only for its organisation's clearance be published: called by whoever clears the organisation. The platform itself
 * publishes each, because everything about the pledge was decided before, by others.
 */
export async function publishWaiting(run: Run, organisationId: string): Promise<void> {
  const waiting = await run.tx.revision.findMany({
    where: { state: "cleared", pledge: { organisationId } },
    select: { id: true },
  });
  for (const { id } of waiting)
    run.enqueue(publishAtEmbargo, { revisionId: id }, { key: `${publishAtEmbargo}:${id}`, runAt: run.now });
}

/**
 * Moves a pledge along its public life (R1, R2). `reason` goes to the organisation, `publicReason` onto the page that remains.
 * Who suspended a pledge may not decide what follows (R2). Throws `Refused`, `Conflict`, `Invalid`, `NotFound`.
 */
export async function movePledge(
  run: Run,
  pledgeId: string,
  move: Exclude<PledgeMove, "publish">,
  options: { reason?: string; publicReason?: string } = {},
): Promise<void> {
  const { tx } = run;
  await tx.$queryRaw`SELECT 1 FROM pledges WHERE id = ${pledgeId}::uuid FOR UPDATE`;
  const pledge = found(await tx.pledge.findUnique({ where: { id: pledgeId } }));
  const partners = await tx.coPledger.findMany({ where: { revision: { pledgeId } }, select: { organisationId: true } });
  const row = pledgeLife[move];
  const subject = {
    organisationId: pledge.organisationId,
    partnerOrganisationIds: partners.flatMap(({ organisationId }) => organisationId ?? []),
    state: pledge.state,
  };
  run.check(row.permission, subject);
  if (move === "restore" || move === "remove") await requireSomeoneElse(run, pledgeId, row.permission, subject);
  requireReason(row.reason, options.reason);
  const to = row.to === "before_suspension" ? (pledge.stateBeforeSuspension ?? "published") : row.to;
  const { count } = await tx.pledge.updateMany({
    where: { id: pledgeId, state: { in: [...row.from] }, version: pledge.version },
    data: {
      state: to,
      stateBeforeSuspension: move === "suspend" ? pledge.state : null,
      version: { increment: 1 },
      ...(options.publicReason !== undefined && { publicReason: options.publicReason }),
      ...endOf(move, run.now),
    },
  });
  if (count !== 1) throw new Conflict("pledges:conflict.pledge_moved");
  run.record({
    event: row.event,
    subjectType: "pledge",
    subjectId: pledgeId,
    organisationId: pledge.organisationId,
    data: { move, from: pledge.state, to },
    reason: options.reason,
    tell: row.tell,
    public: true,
  });
}

function endOf(move: PledgeMove, now: Date) {
  if (["complete", "discontinue", "withdraw", "remove"].includes(move)) return { endedOn: now };
  return move === "reopen" ? { endedOn: null } : {};
}

async function requireSomeoneElse(run: Run, pledgeId: string, permission: string, subject: Subject): Promise<void> {
  const suspended = await run.tx.auditEvent.findFirst({
    where: { event: pledgeLife.suspend.event, subjectType: "pledge", subjectId: pledgeId },
    orderBy: { seq: "desc" },
  });
  if (run.actor.kind === "person" && suspended?.actorId === run.actor.id) throw new Refused(permission, subject);
}
