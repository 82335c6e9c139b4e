import type { Run } from "~/access/command.server";
import type { Transition } from "~/access/lifecycle";
import type { Permission } from "~/access/policy";
import type { Subject } from "~/access/rules";
import type { Tx } from "~/platform/db/client.server";
import type { Organisation } from "~/platform/db/generated/client";
import type { OrganisationState } from "~/platform/db/generated/enums";
import { Conflict, found, Invalid, Refused } from "~/platform/errors";
import { msg } from "~/platform/i18n/message";
import { type OrganisationMove, organisationLife, publicStates } from "./lifecycle";
import { appealDays, clearanceMonths, dayOf, monthsLater } from "./model";

export interface MoveOptions {
  /** The version the person saw; another one means somebody was faster. */
  expectedVersion?: number;
  /** To the organisation, in the words of the person who acts. */
  reason?: string;
  /** What the public page of a suspended, removed or closed organisation says. */
  publicReason?: string;
  /** Last day of the clearance; 24 months from today unless said otherwise. */
  clearedUntil?: Date;
  /** What four eyes needs to know of the case: who reviewed it, who declared a conflict (R11). */
  subject?: Pick<Subject, "reviewerIds" | "declaredConflicts">;
}

/** The organisation's row, locked until the transaction ends; `NotFound` if there is none. */
export async function lockOrganisation(tx: Tx, id: string): Promise<Organisation> {
  await tx.$queryRaw`SELECT 1 FROM organisations WHERE id = ${id}::uuid FOR UPDATE`;
  return found(await tx.organisation.findUnique({ where: { id } }));
}

/**
 * The organisation's row, locked, after checking `permission` on it: also that the actor's membership still stands, since the request
 * began before the lock (E5).
 */
export async function lockForMember(run: Run, id: string, permission: Permission): Promise<Organisation> {
  const organisation = await lockOrganisation(run.tx, id);
  const subject = { organisationId: id, state: organisation.state };
  run.check(permission, subject);
  if (run.actor.kind !== "person") return organisation;
  const claimed = run.actor.memberships.find((membership) => membership.organisationId === id);
  if (claimed) {
    const stands = await run.tx.membership.count({
      where: { organisationId: id, accountId: run.actor.id, role: claimed.role, endedAt: null },
    });
    if (stands === 0) throw new Refused(permission, subject);
  }
  return organisation;
}

/**
 * Makes one move of `organisationLife`, inside a command: locks the row, checks the permission on it, changes it by a guarded update and
 * records the event. Throws `Refused` (role, conflict of interest, four eyes), `Conflict` (state or version is another one by now) and
 * `Invalid` (`reason` missing). Answers the new state.
 */
export async function moveOrganisation(
  run: Run,
  id: string,
  move: OrganisationMove,
  options: MoveOptions = {},
): Promise<OrganisationState> {
  const transition: Transition<OrganisationState> = organisationLife[move];
  const organisation = await lockOrganisation(run.tx, id);
  run.check(transition.permission, await subjectOf(run.tx, organisation, options.subject));
  const reason = options.reason?.trim();
  if (transition.reason === "required" && !reason) throw new Invalid({ reason: [msg("error.required")] });
  if (!transition.from.includes(organisation.state)) throw new Conflict("organisations:error.state_changed");
  if (options.expectedVersion !== undefined && options.expectedVersion !== organisation.version)
    throw new Conflict("organisations:error.state_changed");
  if (move === "appeal") await checkAppeal(run, id);

  const to = transition.to === "before_suspension" ? (organisation.stateBeforeSuspension ?? "cleared") : transition.to;
  const changed = await run.tx.organisation.updateMany({
    where: { id, state: { in: [...transition.from] }, version: organisation.version },
    data: { state: to, version: { increment: 1 }, ...sideEffects(run, move, organisation, options) },
  });
  if (changed.count !== 1) throw new Conflict("organisations:error.state_changed");

  run.record({
    event: transition.event,
    subjectType: "organisation",
    subjectId: id,
    organisationId: id,
    data: { from: organisation.state, to },
    reason,
    tell: transition.tell,
    public: publicStates.includes(organisation.state) || publicStates.includes(to),
  });
  return to;
}

function sideEffects(run: Run, move: OrganisationMove, organisation: Organisation, options: MoveOptions) {
  switch (move) {
    case "clear":
      return {
        clearedOn: dayOf(run.now),
        clearedUntil: options.clearedUntil ?? monthsLater(run.now, clearanceMonths),
        compiled: false,
        publicReason: null,
      };
    case "suspend":
      return { stateBeforeSuspension: organisation.state, publicReason: options.publicReason ?? null };
    case "restore":
      return { stateBeforeSuspension: null, publicReason: null };
    case "remove":
    case "close":
      return { publicReason: options.publicReason ?? null };
    default:
      return {};
  }
}

/** Whoever suspended an organisation is not the one who decides on it (R2). */
async function subjectOf(tx: Tx, organisation: Organisation, given: MoveOptions["subject"]): Promise<Subject> {
  const reviewerIds = [...(given?.reviewerIds ?? [])];
  if (organisation.state === "suspended") {
    const suspension = await lastEvent(tx, organisation.id, organisationLife.suspend.event);
    if (suspension?.actorId) reviewerIds.push(suspension.actorId);
  }
  return { ...given, organisationId: organisation.id, state: organisation.state, reviewerIds };
}

/** One appeal, within 60 days of the decision (R1). */
async function checkAppeal(run: Run, id: string): Promise<void> {
  const declined = await lastEvent(run.tx, id, organisationLife.decline.event);
  if (await lastEvent(run.tx, id, organisationLife.appeal.event))
    throw new Conflict("organisations:error.appealed_before");
  if (declined && run.now.getTime() - declined.at.getTime() > appealDays * 86_400_000)
    throw new Conflict(msg("organisations:error.appeal_too_late", { days: appealDays }));
}

const lastEvent = (tx: Tx, organisationId: string, event: string) =>
  tx.auditEvent.findFirst({
    where: { subjectType: "organisation", subjectId: organisationId, event },
    orderBy: { seq: "desc" },
    select: { actorId: true, at: true },
  });
