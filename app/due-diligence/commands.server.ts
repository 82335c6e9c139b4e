import type * as z from "zod";
import type { Actor } from "~/access/actor";
import { command, type Receipt, type Run } from "~/access/command.server";
import { can, type Permission } from "~/access/policy";
import { Conflict, Invalid, Refused } from "~/platform/errors";
import { msg } from "~/platform/i18n/message";
import { publishWaiting } from "~/pledges/transitions.server";
import { recommendationStep, unfinishedSteps } from "./model";
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
function act<T>(
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

const personId = (actor: Actor): string => {
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

const addText = (run: Run, row: LockedCase, body: string) =>
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

const noRecommendation = {
  recommendation: null,
  riskRating: null,
  recommendationReason: null,
  recommendedBy: null,
  recommendedAt: null,
};

/** Recommends to the approver. Every step needs a finding; to clear, every controversy an answer. */
export const recommend = (on: OnCase, values: Values<"recommendationSchema">) =>
  act(on, "case.recommend", async (run, row, subject) => {
    const missing = unfinishedSteps(row, row.findings);
    if (missing.length > 0)
      throw new Invalid({ "": [msg("due-diligence:error.steps_missing", { steps: missing.join(" ") })] });
    if (values.recommendation === "clear") requireAnswered(row);
    const authorId = personId(on.actor);
    await run.tx.finding.create({
      data: {
        caseId: row.id,
        round: row.round,
        step: recommendationStep,
        verdict: "not_applicable",
        text: values.reason,
        authorId,
        at: run.now,
      },
    });
    await moveSubject(run, row, "recommend", subject);
    await changeCase(
      run,
      row,
      values.version,
      "recommended",
      {
        recommendation: values.recommendation,
        riskRating: values.riskRating,
        recommendationReason: values.reason,
        conditions: values.conditions ?? null,
        recommendedBy: authorId,
        recommendedAt: run.now,
      },
      { recommendation: values.recommendation },
    );
  });

/** The approver gives the case back to its reviewer; the organisation is not disturbed. */
export const sendBack = (on: OnCase, { version, reason }: Values<"returnSchema">) =>
  act(on, "case.send_back", async (run, row, subject) => {
    await moveSubject(run, row, "send_back", subject, reason);
    await addText(run, row, reason);
    await changeCase(run, row, version, "sentBack", noRecommendation);
  });

/**
 * The decision of an approver who reviewed nothing in this case (R11). A pledge that is cleared is published in this transaction unless
 * something stands in the way (R4); an organisation that is cleared lets its waiting pledges follow.
 */
export const decide = (on: OnCase, values: Values<"decisionSchema">) =>
  act(on, "case.decide", async (run, row, subject) => {
    const { decision, reason = "", internalReason, version } = values;
    if (!row.recommendation) throw new Conflict("due-diligence:error.no_recommendation");
    if (decision === "cleared") requireAnswered(row);
    await requireAnotherThanBefore(run, row);
    const decidedBy = personId(on.actor);
    await moveSubject(run, row, moveFor[decision], subject, reason || undefined);
    await run.tx.caseDecision.create({
      data: { caseId: row.id, round: row.round, decision, reason, internalReason, decidedBy, decidedAt: run.now },
    });
    const outcome =
      decision === "changes_requested"
        ? { waitingSince: run.now, ...noRecommendation }
        : {
            decision,
            decisionReason: reason,
            internalReason: internalReason ?? null,
            decidedBy,
            decidedAt: run.now,
            closedAt: run.now,
          };
    await changeCase(run, row, version, "decided", outcome, { decision });
    if (decision === "cleared" && row.kind === "organisation") await publishWaiting(run, row.organisationId);
    return { decision };
  });

const moveFor = { cleared: "clear", changes_requested: "request_changes", declined: "decline" } as const;

/** An appeal goes to an approver who has not decided on this case before (R12). */
async function requireAnotherThanBefore(run: Run, row: LockedCase): Promise<void> {
  const declined = await run.tx.caseDecision.findMany({
    where: { caseId: row.id, decision: "declined" },
    select: { decidedBy: true },
  });
  if (declined.some(({ decidedBy }) => decidedBy === personId(run.actor)))
    throw new Refused("case.decide", { organisationId: row.organisationId });
}

function requireAnswered(row: LockedCase): void {
  if (row.controversies.some((controversy) => !controversy.answeredAt))
    throw new Conflict("due-diligence:error.unanswered_controversy");
}

async function requireState(run: Run, row: LockedCase, state: string): Promise<void> {
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

/** Something reported about the organisation or pledge. Until it is answered nobody can clear the case. */
export const recordControversy = (on: OnCase, { version, ...entry }: Values<"controversySchema">) =>
  act(on, "case.record_controversy", async (run, row) => {
    await run.tx.controversy.create({ data: { ...entry, caseId: row.id, authorId: personId(on.actor), at: run.now } });
    await changeCase(run, row, version, "controversyRecorded");
  });

/** The organisation's response and the reviewer's assessment of it. */
export const answerControversy = (
  on: OnCase,
  { version, controversyId, response, assessment }: Values<"controversyAnswerSchema">,
) =>
  act(on, "case.record_controversy", async (run, row) => {
    const { count } = await run.tx.controversy.updateMany({
      where: { id: controversyId, caseId: row.id, answeredAt: null },
      data: { response, assessment, answeredAt: run.now },
    });
    if (count !== 1) throw new Conflict("due-diligence:error.changed");
    await changeCase(run, row, version, "controversyAnswered");
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
