import type { DomainEvent } from "~/access/command.server";
import { now } from "~/platform/clock";
import type { Tx } from "~/platform/db/client.server";
import { found } from "~/platform/errors";
import { addWorkingDays, currentChecklistVersion, trackOf, workingDaysBetween, workingDaysToDecide } from "./model";

/** Events that open, continue or close a case by themselves. */
export const caseOpeningEvents = [
  "organisation.registered",
  "organisation.resubmitted",
  "organisation.appealed",
  "organisation.closed",
  "pledge.submitted",
  "pledge.recorded",
  "pledge.resubmitted",
  "pledge.appealed",
  "pledge.withdrawn_before_publication",
] as const;

/** Keeps the cases in step with what they are about, inside the transaction that changed it. */
export async function projectCase(tx: Tx, event: DomainEvent): Promise<void> {
  const [kind, what] = event.event.split(".") as ["organisation" | "pledge", string];
  const organisationId = found(event.organisationId);
  if (what === "registered" || what === "submitted" || what === "recorded")
    return openCase(tx, kind, organisationId, event);
  const row = await tx.case.findFirst({
    where: kind === "pledge" ? { pledgeId: event.subjectId ?? undefined, kind } : { organisationId, kind },
    orderBy: { openedAt: "desc" },
  });
  if (!row) return;
  if (what === "resubmitted") return resume(tx, row);
  if (what === "appealed") return void (await reopen(tx, row.id, row.round));
  await tx.case.updateMany({
    where: { id: row.id, closedAt: null },
    data: { closedAt: now(), version: { increment: 1 } },
  });
}

async function openCase(
  tx: Tx,
  kind: "organisation" | "pledge",
  organisationId: string,
  event: DomainEvent,
): Promise<void> {
  const organisation = found(await tx.organisation.findUnique({ where: { id: organisationId } }));
  const revisionId = kind === "pledge" ? String(event.data?.revisionId) : null;
  const openedAt = now();
  await tx.case.create({
    data: {
      kind,
      organisationId,
      pledgeId: kind === "pledge" ? event.subjectId : null,
      revisionId,
      track: event.event === "pledge.recorded" ? "compiled" : trackOf(organisation),
      checklistVersion: currentChecklistVersion,
      openedAt,
      dueOn: addWorkingDays(openedAt, workingDaysToDecide),
    },
  });
}

/** A new round: the due date moves by the working days for which the organisation was asked (R19). */
async function resume(tx: Tx, row: { id: string; dueOn: Date | null; waitingSince: Date | null }): Promise<void> {
  const waited = row.waitingSince ? workingDaysBetween(row.waitingSince, now()) : 0;
  await tx.case.update({
    where: { id: row.id },
    data: {
      round: { increment: 1 },
      waitingSince: null,
      dueOn: row.dueOn ? addWorkingDays(row.dueOn, waited) : null,
      version: { increment: 1 },
    },
  });
}

/** An appeal opens the case again for an approver who has not decided on it (R12). */
async function reopen(tx: Tx, id: string, round: number): Promise<void> {
  await tx.case.update({
    where: { id },
    data: {
      round: round + 1,
      closedAt: null,
      decision: null,
      decisionReason: null,
      internalReason: null,
      decidedBy: null,
      decidedAt: null,
      recommendation: null,
      recommendedBy: null,
      recommendedAt: null,
      recommendationReason: null,
      riskRating: null,
      assigneeId: null,
      dueOn: addWorkingDays(now(), workingDaysToDecide),
      version: { increment: 1 },
    },
  });
}
