import type { Run } from "~/access/command.server";
import type { Subject } from "~/access/rules";
import type { Tx } from "~/platform/db/client.server";
import type { Prisma } from "~/platform/db/generated/client";
import { Conflict, found, Invalid } from "~/platform/errors";
import { msg } from "~/platform/i18n/message";
import { type ReportMove, type RequestMove, reportLife, requestLife } from "./lifecycle";

const withPledge = { pledge: true, indicators: { orderBy: { position: "asc" } }, milestones: true } as const;

/** The text of a pledge that is public now, with what reports are about. Null if there is none. */
export const publicRevision = (tx: Pick<Tx, "revision">, pledgeId: string) =>
  tx.revision.findFirst({
    where: { pledgeId, state: "published" },
    include: { ...withPledge, coPledgers: { where: { state: "confirmed" } } },
  });

export type PublicRevision = NonNullable<Awaited<ReturnType<typeof publicRevision>>>;

/** Who reports on a pledge: the lead pledger first, then every partner whose part is confirmed (R20). */
export const reportersOf = ({ pledge, coPledgers }: Pick<PublicRevision, "pledge" | "coPledgers">): string[] => [
  ...new Set([pledge.organisationId, ...coPledgers.flatMap(({ organisationId }) => organisationId ?? [])]),
];

/** The pledge's row, locked first by everyone who writes about its reports. Throws `NotFound`. */
export async function lockPledge(tx: Tx, id: string) {
  await tx.$queryRaw`SELECT 1 FROM pledges WHERE id = ${id}::uuid FOR UPDATE`;
  return found(await tx.pledge.findUnique({ where: { id } }));
}

/** A request with its pledge, both locked. Throws `NotFound`. */
export async function lockRequest(tx: Tx, id: string) {
  const { pledgeId } = found(await tx.reportRequest.findUnique({ where: { id }, select: { pledgeId: true } }));
  const pledge = await lockPledge(tx, pledgeId);
  await tx.$queryRaw`SELECT 1 FROM report_requests WHERE id = ${id}::uuid FOR UPDATE`;
  return { ...found(await tx.reportRequest.findUnique({ where: { id } })), pledge };
}

type LockedRequest = Awaited<ReturnType<typeof lockRequest>>;

/** Moves a request along its life (R31). Throws `Refused`, `Conflict` (state) and `Invalid` (`reason` missing). */
export async function moveRequest(run: Run, request: LockedRequest, move: RequestMove, reason?: string): Promise<void> {
  const row = requestLife[move];
  const { organisationId } = request.pledge;
  if (row.permission === "reporting.manage") run.check(row.permission, { organisationId, state: request.state });
  if (row.reason === "required" && !reason) throw new Invalid({ reason: [msg("error.required")] });
  const ends = row.to !== "open" && row.to !== "paused";
  const { count } = await run.tx.reportRequest.updateMany({
    where: { id: request.id, state: { in: [...row.from] }, version: request.version },
    data: {
      state: row.to,
      reason: reason ?? (move === "resume" ? null : undefined),
      ...(ends && { endedAt: run.now }),
      version: { increment: 1 },
    },
  });
  if (count !== 1) throw new Conflict("progress:error.request_changed");
  run.record({
    event: row.event,
    subjectType: "report_request",
    subjectId: request.id,
    organisationId,
    data: { pledgeId: request.pledgeId, from: request.state, to: row.to },
    reason,
    tell: row.tell,
    // Paused and skipped requests change how fresh a pledge is said to be (R29).
    public: true,
  });
}

/** A report with its pledge, both locked, and its figures. Throws `NotFound`. */
export async function lockReport(tx: Tx, id: string) {
  const { pledgeId } = found(await tx.report.findUnique({ where: { id }, select: { pledgeId: true } }));
  const pledge = await lockPledge(tx, pledgeId);
  await tx.$queryRaw`SELECT 1 FROM reports WHERE id = ${id}::uuid FOR UPDATE`;
  const report = await tx.report.findUnique({
    where: { id },
    include: { indicators: true, milestones: true, request: true },
  });
  return { ...found(report), pledge };
}

export type LockedReport = Awaited<ReturnType<typeof lockReport>>;

/** What the policy must know of a report: everyone who is of the pledge has a conflict of interest (R11). */
export async function subjectOf(
  tx: Pick<Tx, "coPledger">,
  report: { pledgeId: string; organisationId: string; agreedBy: string | null; state: string },
  pledge: { organisationId: string },
): Promise<Subject> {
  const partners = await tx.coPledger.findMany({
    where: { revision: { pledgeId: report.pledgeId } },
    select: { organisationId: true },
  });
  return {
    organisationId: report.organisationId,
    partnerOrganisationIds: [pledge.organisationId, ...partners.flatMap(({ organisationId }) => organisationId ?? [])],
    reviewerIds: report.agreedBy ? [report.agreedBy] : [],
    state: report.state,
  };
}

interface ReportMoveOptions {
  version: number;
  reason?: string;
  data?: Prisma.ReportUncheckedUpdateManyInput;
}

/**
 * Moves a locked report along its life: checks the policy, the table and the version that the person saw, and records the event. Throws
 * `Refused`, `Conflict`, `Invalid`.
 */
export async function moveReport(
  run: Run,
  report: LockedReport,
  move: ReportMove,
  { version, reason, data }: ReportMoveOptions,
): Promise<void> {
  const row = reportLife[move];
  run.check(row.permission, await subjectOf(run.tx, report, report.pledge));
  if (row.reason === "required" && !reason) throw new Invalid({ reason: [msg("error.required")] });
  const from: readonly string[] = row.from;
  if (!from.includes(report.state)) throw new Conflict("progress:error.report_moved");
  const { count } = await run.tx.report.updateMany({
    where: { id: report.id, state: report.state, version },
    data: { state: row.to, version: { increment: 1 }, updatedAt: run.now, ...data },
  });
  if (count !== 1) throw new Conflict("ui:error.conflict");
  run.record({
    event: row.event,
    subjectType: "report",
    subjectId: report.id,
    organisationId: report.organisationId,
    data: { pledgeId: report.pledgeId, requestId: report.requestId, correctsId: report.correctsId, to: row.to },
    reason,
    tell: row.tell,
    accountId: report.readyBy ?? report.updatedBy ?? report.createdBy,
    public: move === "accept",
  });
}
