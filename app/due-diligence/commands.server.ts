import type * as z from "zod";
import type { Actor } from "~/access/actor";
import { command, type Receipt, type Run } from "~/access/command.server";
import type { Permission } from "~/access/policy";
import { hasNoConflict } from "~/access/rules";
import { Conflict, Invalid, Refused } from "~/platform/errors";
import { msg } from "~/platform/i18n/message";
import { listHolidays } from "~/reference/holidays.server";
import { checklistOf, dueAfterWait } from "./model";
import type * as schema from "./schema";
import { type CaseSubject, changeCase, type LockedCase, lockCase, moveSubject, subjectOf } from "./transitions.server";

/** Who acts on which case, and the form's receipt. */
export interface OnCase {
  actor: Actor;
  caseId: string;
  receipt?: Receipt | null;
}

type Values<Name extends keyof typeof schema> = z.output<(typeof schema)[Name]>;

/**
 * Every act of staff on a case: the case and what it is about are locked, the whole predicate is checked on them, and that nobody acted
 * since the person saw `version`; then `work` runs.
 */
export function act<T>(
  { actor, caseId, receipt }: OnCase,
  permission: Permission,
  version: number,
  work: (run: Run, row: LockedCase, subject: CaseSubject) => Promise<T>,
) {
  return command({ actor, name: permission, receipt }, async (run) => {
    const row = await lockCase(run.tx, caseId);
    const subject = await subjectOf(run.tx, row);
    run.check(permission, subject);
    if (row.version !== version) throw new Conflict("due-diligence:error.changed");
    return work(run, row, subject);
  });
}

/** Acts on a case are people's: the platform itself has no row in their policy. */
export const personId = (actor: Actor): string => {
  if (actor.kind !== "person") throw new Refused("case.read");
  return actor.id;
};

/** A reviewer takes a case: it becomes theirs, and its subject goes into review. What somebody holds only the secretariat gives away (R12). */
export const takeCase = (on: OnCase, { version }: Values<"versionSchema">) =>
  act(on, "case.take", version, async (run, row, subject) => {
    const assigneeId = personId(on.actor);
    if (row.assigneeId && row.assigneeId !== assigneeId) throw new Conflict("due-diligence:error.held");
    if (row.state === "submitted" || row.state === "registered") await moveSubject(run, row, "take", subject);
    else requireState(row, "in_review");
    await changeCase(run, row, "taken", { data: { assigneeId, assignedAt: run.now } });
  });

/** The secretariat gives a case to someone, or to nobody, with a reason that stays among the notes (R12). */
export const assignCase = (on: OnCase, { assigneeId, version, reason }: Values<"assignmentSchema">) =>
  act(on, "case.assign", version, async (run, row, subject) => {
    if (assigneeId) await requireEligible(run, assigneeId, subject);
    await addText(run, row, reason);
    await changeCase(run, row, "assigned", {
      data: { assigneeId: assigneeId ?? null, assignedAt: run.now },
      details: { assigneeId: assigneeId ?? null },
      tell: assigneeId ? ["assigned_reviewer"] : [],
    });
  });

async function requireEligible(run: Run, assigneeId: string, subject: CaseSubject): Promise<void> {
  const account = await run.tx.account.findFirst({
    where: { id: assigneeId, state: "active", staffRoles: { some: { role: { in: ["reviewer", "approver"] } } } },
    include: { memberships: { where: { OR: [{ endedAt: null }, { endedAt: { gt: monthsBefore(run.now, 24) } }] } } },
  });
  const belongsTo = account?.memberships.map(({ organisationId }) => organisationId) ?? [];
  const concerned = [subject.organisationId, ...subject.partnerOrganisationIds];
  if (!account || belongsTo.some((id) => concerned.includes(id)) || subject.declaredConflicts.includes(assigneeId))
    throw new Invalid({ assigneeId: [msg("due-diligence:error.cannot_be_assigned")] });
}

function monthsBefore(at: Date, months: number): Date {
  const before = new Date(at);
  before.setUTCMonth(before.getUTCMonth() - months);
  return before;
}

/** Keeps a text as an internal note of the case. */
export const addText = (run: Run, row: LockedCase, body: string) =>
  run.tx.caseNote.create({ data: { caseId: row.id, body, authorId: personId(run.actor), at: run.now } });

/** What someone found at one step. Kept for ever; a later one at the same step is shown above it. */
export const recordFinding = (on: OnCase, { version, ...finding }: Values<"findingSchema">) =>
  act(on, "case.record_finding", version, async (run, row) => {
    requireState(row, "in_review");
    if (!checklistOf(row).some(({ key }) => key === finding.step))
      throw new Invalid({ step: [msg("error.invalid_choice")] });
    await run.tx.finding.create({
      data: { ...finding, caseId: row.id, round: row.round, authorId: personId(on.actor), at: run.now },
    });
    await changeCase(run, row, "findingRecorded", { details: { step: finding.step, verdict: finding.verdict } });
  });

/** An internal note: it never leaves the staff pages. */
export const addNote = (on: OnCase, { version, body }: Values<"noteSchema">) =>
  act(on, "case.note", version, async (run, row) => {
    await addText(run, row, body);
    await changeCase(run, row, "noteAdded");
  });

/** Sends the case back to the organisation: the clock stops until it answers (R19). `reason` is what the organisation reads. */
export const requestChanges = (on: OnCase, { version, reason }: Values<"changesSchema">) =>
  act(on, "case.request_changes", version, async (run, row, subject) => {
    requireSomebodyToAsk(row);
    await moveSubject(run, row, "request_changes", subject, reason);
    await tellOrganisation(run, row, reason);
    await changeCase(run, row, "changesRequested", {
      data: { waitingSince: row.waitingSince ?? run.now, ...noRecommendation },
    });
  });

/** What is forgotten when a case goes back; the findings keep who recommended (R11). */
export const noRecommendation = {
  recommendation: null,
  riskRating: null,
  recommendationReason: null,
  recommendedBy: null,
  recommendedAt: null,
  conditions: null,
};

/** The clock runs again: the organisation answered, or nobody waits for it any more. */
export const clockRuns = async (run: Run, row: LockedCase) => ({
  waitingSince: null,
  dueOn: dueAfterWait(row, run.now, await listHolidays(run.tx)),
});

/** Keeps what the organisation is told among the messages, where it reads all of them in order. */
export const tellOrganisation = (run: Run, row: LockedCase, body: string, field?: string) =>
  run.tx.caseMessage.create({
    data: {
      caseId: row.id,
      round: row.round,
      field,
      body,
      authorId: personId(run.actor),
      fromStaff: true,
      at: run.now,
    },
  });

/** A compiled record has nobody who could answer (R16): questions go to the importer, as notes. */
export function requireSomebodyToAsk(row: LockedCase): void {
  if (row.track === "compiled") throw new Conflict("due-diligence:error.nobody_to_ask");
}

export function requireState(row: LockedCase, state: string): void {
  if (row.state !== state) throw new Conflict("due-diligence:error.wrong_state");
}

/** A person steps aside: from now on the policy refuses them on this case, and if they held it, it returns to the unassigned (R11). */
export const declareConflict = (on: OnCase, { version, reason }: Values<"conflictSchema">) =>
  act(on, "case.declare_conflict", version, async (run, row, subject) => {
    const accountId = personId(on.actor);
    if (!hasNoConflict(on.actor, subject)) throw new Conflict("due-diligence:error.declared_before");
    await run.tx.conflictDeclaration.create({ data: { caseId: row.id, accountId, reason, at: run.now } });
    await changeCase(run, row, "conflictDeclared", {
      data: row.assigneeId === accountId ? { assigneeId: null } : {},
      tell: ["secretariat"],
    });
  });
