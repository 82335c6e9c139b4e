import type { DomainEvent } from "~/access/command.server";
import { now } from "~/platform/clock";
import type { Tx } from "~/platform/db/client.server";
import { found } from "~/platform/errors";
import { listHolidays } from "~/reference/holidays.server";
import { addWorkingDays, type Holidays } from "~/reference/working-days";
import { currentChecklistVersion, dueAfterWait, trackOf, workingDaysToDecide } from "./model";

/** Opens, continues or closes the case of what the event is about (`caseOpeningEvents`), inside the transaction that changed it. */
export async function projectCase(tx: Tx, event: DomainEvent): Promise<void> {
  const [kind, what] = event.event.split(".") as ["organisation" | "pledge", string];
  const organisationId = found(event.organisationId);
  if (what === "registered" || what === "submitted" || what === "recorded")
    return openCase(tx, kind, organisationId, event);
  const row = await tx.case.findFirst({
    where: kind === "pledge" ? { pledgeId: event.subjectId, kind } : { organisationId, kind },
    orderBy: { openedAt: "desc" },
  });
  if (!row) return;
  await tx.case.update({
    where: { id: row.id },
    data: { ...changeFor(what, row, await listHolidays(tx)), version: { increment: 1 } },
  });
}

type CaseRow = { dueOn: Date | null; waitingSince: Date | null; closedAt: Date | null };

function changeFor(what: string, row: CaseRow, holidays: Holidays) {
  if (what === "resubmitted") return { ...nextRound, waitingSince: null, dueOn: dueAfterWait(row, now(), holidays) };
  // An appeal goes to other people: the case is nobody's again (R12).
  if (what === "appealed")
    return {
      ...nextRound,
      ...undecided,
      dueOn: addWorkingDays(now(), workingDaysToDecide, holidays),
      assigneeId: null,
    };
  return { closedAt: row.closedAt ?? now(), waitingSince: null };
}

const nextRound = { round: { increment: 1 } };
const undecided = {
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
  conditions: null,
};

async function openCase(
  tx: Tx,
  kind: "organisation" | "pledge",
  organisationId: string,
  event: DomainEvent,
): Promise<void> {
  const organisation = found(await tx.organisation.findUnique({ where: { id: organisationId } }));
  const openedAt = now();
  await tx.case.create({
    data: {
      kind,
      organisationId,
      ...(kind === "pledge" && { pledgeId: event.subjectId, revisionId: String(event.data?.revisionId) }),
      track: event.event === "pledge.recorded" ? "compiled" : trackOf(organisation),
      checklistVersion: currentChecklistVersion,
      openedAt,
      dueOn: addWorkingDays(openedAt, workingDaysToDecide, await listHolidays(tx)),
    },
  });
}
