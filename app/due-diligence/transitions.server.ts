import type { Run } from "~/access/command.server";
import type { Audience } from "~/access/lifecycle";
import type { Subject } from "~/access/rules";
import { lockOrganisation, moveOrganisation } from "~/organisations/transitions.server";
import type { Tx } from "~/platform/db/client.server";
import { Conflict, found } from "~/platform/errors";
import { lockRevision, moveRevision } from "~/pledges/transitions.server";
import { caseEvents } from "./events";
import { reviewersOf } from "./model";

const withEverything = { findings: true, conflicts: true, controversies: true } as const;

/** The open case and the state of what it is about, locked until the transaction ends. Throws `NotFound`, or `Conflict` if it is closed. */
export async function lockCase(tx: Tx, id: string) {
  const about = found(await tx.case.findUnique({ where: { id }, select: { revisionId: true, organisationId: true } }));
  // First what the case is about, as its own commands do: two who lock in opposite orders would wait for each other.
  const { state } = about.revisionId
    ? await lockRevision(tx, about.revisionId)
    : await lockOrganisation(tx, about.organisationId);
  await tx.$queryRaw`SELECT 1 FROM cases WHERE id = ${id}::uuid FOR UPDATE`;
  const row = found(await tx.case.findUnique({ where: { id }, include: withEverything }));
  if (row.closedAt) throw new Conflict("due-diligence:error.closed");
  return { ...row, state };
}

export type LockedCase = Awaited<ReturnType<typeof lockCase>>;

/** What the policy knows of a case (R11). */
export type CaseSubject = Required<
  Pick<Subject, "organisationId" | "partnerOrganisationIds" | "reviewerIds" | "declaredConflicts">
>;

/** Maps a case's rows to what the policy needs to know. */
export async function subjectOf(
  tx: Pick<Tx, "coPledger" | "screeningHit">,
  row: {
    organisationId: string;
    pledgeId: string | null;
    openedAt: Date;
    findings: readonly { authorId: string }[];
    conflicts: readonly { accountId: string }[];
  },
): Promise<CaseSubject> {
  const partners = row.pledgeId
    ? await tx.coPledger.findMany({
        where: { revision: { pledgeId: row.pledgeId } },
        select: { organisationId: true },
      })
    : [];
  // Whoever resolved a hit since the case opened reviewed it (R11).
  const resolved = await tx.screeningHit.findMany({
    where: { organisationId: row.organisationId, resolvedAt: { gte: row.openedAt } },
    select: { resolvers: true },
  });
  return {
    organisationId: row.organisationId,
    partnerOrganisationIds: partners.flatMap(({ organisationId }) => organisationId ?? []),
    reviewerIds: reviewersOf([
      ...row.findings,
      ...resolved.flatMap(({ resolvers }) => resolvers.map((authorId) => ({ authorId }))),
    ]),
    declaredConflicts: row.conflicts.map((conflict) => conflict.accountId),
  };
}

type SubjectMove = "take" | "request_changes" | "recommend" | "send_back" | "clear" | "decline";

/** Moves what the case is about through its own life (E4), in the same transaction. `reason` is what the organisation reads. */
export async function moveSubject(
  run: Run,
  row: LockedCase,
  move: SubjectMove,
  { reviewerIds, declaredConflicts }: CaseSubject,
  reason?: string,
) {
  const known = { reviewerIds, declaredConflicts };
  if (row.revisionId)
    await moveRevision(run, row.revisionId, move === "take" ? "start_review" : move, { reason, case: known });
  else await moveOrganisation(run, row.organisationId, move, { reason, subject: known });
}

interface CaseChange {
  data?: Parameters<Tx["case"]["updateMany"]>[0]["data"];
  /** Ids and codes for the trail, never texts. */
  details?: Record<string, unknown>;
  tell?: readonly Audience[];
  accountId?: string | null;
}

/** Changes the locked case and records what happened; the next who acts on what they saw before gets `Conflict`. */
export async function changeCase(
  run: Run,
  row: LockedCase,
  event: keyof typeof caseEvents,
  { data = {}, details = {}, tell, accountId }: CaseChange = {},
): Promise<void> {
  const { count } = await run.tx.case.updateMany({
    where: { id: row.id, version: row.version, closedAt: null },
    data: { ...data, version: { increment: 1 } },
  });
  if (count !== 1) throw new Conflict("due-diligence:error.changed");
  run.record({
    event: caseEvents[event],
    subjectType: "case",
    subjectId: row.id,
    organisationId: row.organisationId,
    data: { round: row.round, ...details },
    tell,
    accountId,
  });
}
