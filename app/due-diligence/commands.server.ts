import type * as z from "zod";
import type { Actor } from "~/access/actor";
import { command, type Receipt, type Run } from "~/access/command.server";
import { can, type Permission } from "~/access/policy";
import { Conflict, Invalid, Refused } from "~/platform/errors";
import { msg } from "~/platform/i18n/message";
import type * as schema from "./schema";
import { changeCase, type LockedCase, lockCase, moveSubject, subjectOf, subjectState } from "./transitions.server";

/** Who acts on which case, and the form's receipt. */
export interface OnCase {
  actor: Actor;
  caseId: string;
  receipt?: Receipt | null;
}

type Values<Name extends keyof typeof schema> = z.output<(typeof schema)[Name]>;
type CaseSubject = Awaited<ReturnType<typeof subjectOf>>;

/** Every act on a case: the open case is locked, the whole predicate is checked on it, then `work` runs. */
export function act<T>(
  { actor, caseId, receipt }: OnCase,
  permission: Permission,
  work: (run: Run, row: LockedCase, subject: CaseSubject) => Promise<T>,
) {
  return command({ actor, name: permission, receipt }, async (run) => {
    const row = await lockCase(run.tx, caseId);
    const subject = await subjectOf(run.tx, row);
    run.check(permission, subject);
    return work(run, row, subject);
  });
}

export const personId = (actor: Actor): string => {
  if (actor.kind !== "person") throw new Refused("case.record_finding");
  return actor.id;
};

/** A reviewer takes a case: it becomes theirs, and its subject goes into review. The second of two at once gets `Conflict`. */
export const takeCase = (on: OnCase, { version }: { version: number }) =>
  act(on, "case.take", async (run, row, subject) => {
    await changeCase(run, row, version, "taken", { assigneeId: personId(on.actor), assignedAt: run.now });
    const state = await subjectState(run.tx, row);
    if (state === "submitted" || state === "registered") await moveSubject(run, row, "take", subject);
    else if (state !== "in_review" && state !== "recommended") throw new Conflict("due-diligence:error.wrong_state");
  });

/** The secretariat gives a case to someone, or to nobody; drafts of findings go with it (R12). */
export const assignCase = (on: OnCase, values: Values<"assignmentSchema">) =>
  act(on, "case.assign", async (run, row, subject) => {
    const { assigneeId, version, reason } = values;
    if (assigneeId) {
      const staff = await run.tx.staffRoleGrant.findFirst({
        where: { accountId: assigneeId, role: { in: ["reviewer", "approver"] }, account: { state: "active" } },
      });
      const member = await run.tx.membership.findFirst({
        where: {
          accountId: assigneeId,
          endedAt: null,
          organisationId: { in: [row.organisationId, ...(subject.partnerOrganisationIds ?? [])] },
        },
      });
      if (!staff || member || subject.declaredConflicts.includes(assigneeId))
        throw new Invalid({ assigneeId: [msg("due-diligence:error.cannot_be_assigned")] });
    }
    await changeCase(
      run,
      row,
      version,
      "assigned",
      { assigneeId: assigneeId ?? null, assignedAt: run.now },
      { assigneeId: assigneeId ?? null },
    );
    if (reason) await addText(run, row, reason);
  });

/** Keeps a text as an internal note of the case. */
export const addText = (run: Run, row: LockedCase, body: string) =>
  run.tx.caseNote.create({ data: { caseId: row.id, body, authorId: personId(run.actor), at: run.now } });

/** What someone found at one step. Kept for ever; a later one at the same step is shown above it. */
export const recordFinding = (on: OnCase, { version, ...finding }: Values<"findingSchema">) =>
  act(on, "case.record_finding", async (run, row) => {
    await requireState(run, row, "in_review");
    await run.tx.finding.create({
      data: { ...finding, caseId: row.id, round: row.round, authorId: personId(on.actor), at: run.now },
    });
    await changeCase(run, row, version, "findingRecorded", {}, { step: finding.step, verdict: finding.verdict });
  });

/** A question to the organisation, tied to a field where it has one. The organisation sees it beside that field. */
export const sendMessage = (on: OnCase, { version, field, body }: Values<"messageSchema">) =>
  act(on, "case.message", async (run, row) => {
    await run.tx.caseMessage.create({
      data: {
        caseId: row.id,
        round: row.round,
        field,
        body,
        authorId: personId(on.actor),
        fromStaff: true,
        at: run.now,
      },
    });
    await changeCase(run, row, version, "messageSent", {}, { field: field ?? null });
  });

/** An internal note: it never leaves the staff pages. */
export const addNote = (on: OnCase, { version, body }: Values<"noteSchema">) =>
  act(on, "case.note", async (run, row) => {
    await addText(run, row, body);
    await changeCase(run, row, version, "noteAdded");
  });

/** Sends the case back to the organisation: the clock stops until it answers (R19). `reason` is what the organisation reads. */
export const requestChanges = (on: OnCase, { version, reason }: Values<"changesSchema">) =>
  act(on, "case.request_changes", async (run, row, subject) => {
    await moveSubject(run, row, "request_changes", subject, reason);
    await changeCase(run, row, version, "changesRequested", { waitingSince: run.now, ...noRecommendation });
  });

/** What is forgotten when a case goes back; the findings keep who recommended. */
export const noRecommendation = {
  recommendation: null,
  riskRating: null,
  recommendationReason: null,
  recommendedBy: null,
  recommendedAt: null,
};

export async function requireState(run: Run, row: LockedCase, state: string): Promise<void> {
  if ((await subjectState(run.tx, row)) !== state) throw new Conflict("due-diligence:error.wrong_state");
}

/** A person steps aside: from now on the policy refuses them on this case, and it returns to the unassigned. */
export const declareConflict = (on: OnCase, { version, reason }: Values<"conflictSchema">) =>
  act(on, "case.declare_conflict", async (run, row) => {
    const accountId = personId(on.actor);
    await run.tx.conflictDeclaration.upsert({
      where: { caseId_accountId: { caseId: row.id, accountId } },
      create: { caseId: row.id, accountId, reason, at: run.now },
      update: {},
    });
    await changeCase(run, row, version, "conflictDeclared", row.assigneeId === accountId ? { assigneeId: null } : {});
  });

/** The organisation answers what it was asked about its pledge or itself; staff see it in the case. */
export function answerQuestion(
  on: Omit<OnCase, "caseId"> & { revisionId: string },
  { field, body }: Values<"answerSchema">,
) {
  return command({ actor: on.actor, name: "pledge.answer", receipt: on.receipt }, async (run) => {
    const open = await run.tx.case.findFirst({
      where: { revisionId: on.revisionId, closedAt: null },
      select: { id: true },
    });
    if (!open) throw new Conflict("due-diligence:error.closed");
    const row = await lockCase(run.tx, open.id);
    if (!can(on.actor, "pledge.answer", { organisationId: row.organisationId }))
      throw new Refused("pledge.answer", { organisationId: row.organisationId });
    await run.tx.caseMessage.create({
      data: {
        caseId: row.id,
        round: row.round,
        field,
        body,
        authorId: personId(on.actor),
        fromStaff: false,
        at: run.now,
      },
    });
    await changeCase(run, row, row.version, "questionAnswered", {}, { field: field ?? null });
  });
}
