import type { Run } from "~/access/command.server";
import type { Subject } from "~/access/rules";
import { moveOrganisation } from "~/organisations/transitions.server";
import type { Tx } from "~/platform/db/client.server";
import { Conflict, found } from "~/platform/errors";
import { moveRevision } from "~/pledges/transitions.server";
import { caseEvents } from "./events";
import { reviewersOf } from "./model";

const withEverything = { findings: true, conflicts: true, controversies: true } as const;

/** The open case, locked until the transaction ends. Throws `NotFound`, or `Conflict` if it is closed. */
export async function lockCase(tx: Tx, id: string) {
  await tx.$queryRaw`SELECT 1 FROM cases WHERE id = ${id}::uuid FOR UPDATE`;
  const row = found(await tx.case.findUnique({ where: { id }, include: withEverything }));
  if (row.closedAt) throw new Conflict("due-diligence:error.closed");
  return row;
}

export type LockedCase = Awaited<ReturnType<typeof lockCase>>;

/** What the policy needs to know of a case (R11). */
export async function subjectOf(
  tx: Tx,
  row: LockedCase,
): Promise<Required<Pick<Subject, "reviewerIds" | "declaredConflicts">> & Subject> {
  const partners = row.revisionId
    ? await tx.coPledger.findMany({
        where: { revision: { pledgeId: row.pledgeId ?? undefined } },
        select: { organisationId: true },
      })
    : [];
  return {
    organisationId: row.organisationId,
    partnerOrganisationIds: partners.flatMap(({ organisationId }) => organisationId ?? []),
    reviewerIds: reviewersOf(row.findings),
    declaredConflicts: row.conflicts.map((conflict) => conflict.accountId),
    assigneeId: row.assigneeId,
  };
}

type SubjectMove = "take" | "request_changes" | "recommend" | "send_back" | "clear" | "decline";

/** Moves what the case is about through its own life (E4), in the same transaction. */
export async function moveSubject(
  run: Run,
  row: LockedCase,
  move: SubjectMove,
  subject: Awaited<ReturnType<typeof subjectOf>>,
  reason?: string,
) {
  const { reviewerIds, declaredConflicts } = subject;
  if (row.revisionId)
    await moveRevision(run, row.revisionId, move === "take" ? "start_review" : move, {
      reason,
      case: { reviewerIds, declaredConflicts },
    });
  else await moveOrganisation(run, row.organisationId, move, { reason, subject: { reviewerIds, declaredConflicts } });
}

/** The state of what the case is about. */
export async function subjectState(
  tx: Tx,
  row: { revisionId: string | null; organisationId: string },
): Promise<string> {
  if (row.revisionId)
    return found(await tx.revision.findUnique({ where: { id: row.revisionId }, select: { state: true } })).state;
  return found(await tx.organisation.findUnique({ where: { id: row.organisationId }, select: { state: true } })).state;
}

/** Changes the case if nobody did since `version` was read, and records what happened; else `Conflict`. */
export async function changeCase(
  run: Run,
  row: LockedCase,
  version: number,
  event: keyof typeof caseEvents,
  data: Parameters<Tx["case"]["updateMany"]>[0]["data"] = {},
  details: Record<string, unknown> = {},
): Promise<void> {
  const { count } = await run.tx.case.updateMany({
    where: { id: row.id, version, closedAt: null },
    data: { ...data, version: { increment: 1 } },
  });
  if (count !== 1) throw new Conflict("due-diligence:error.changed");
  run.record({
    event: caseEvents[event],
    subjectType: "case",
    subjectId: row.id,
    organisationId: row.organisationId,
    data: { round: row.round, ...details },
  });
}
