import type { Run } from "~/access/command.server";
import type { Prisma } from "~/platform/db/generated/client";
import { Conflict, found } from "~/platform/errors";
import { contentOf, draftProblems } from "../drafting/model";
import { publicParts, publicPledge } from "../publication/model";
import type { lockRevision } from "../transitions.server";
import { freezeValue, refreezeValue } from "../valuation/transitions.server";

type LockedRevision = Awaited<ReturnType<typeof lockRevision>>;

/**
 * Writes the one trail entry of all drafting since the last hand-over: the fields that differ and what they say now (E12). Contacts are
 * not in it (R33).
 */
export async function recordDrafting(run: Run, revision: LockedRevision): Promise<void> {
  const now = contentOf(publicPledge(await withParts(run, revision.id)));
  const before = await lastHandedOver(run, revision);
  const changed = Object.keys(now).filter((field) => (before[field] ?? "") !== now[field]);
  if (changed.length === 0) return;
  run.record({
    event: "pledge.drafted",
    subjectType: "pledge",
    subjectId: revision.pledgeId,
    organisationId: revision.pledge.organisationId,
    data: { revisionId: revision.id, revision: revision.number, changed, content: now },
  });
}

const withParts = async (run: Run, id: string) =>
  found(await run.tx.revision.findUnique({ where: { id }, include: publicParts }));

async function lastHandedOver(run: Run, revision: LockedRevision): Promise<Record<string, string>> {
  const entry = await run.tx.auditEvent.findFirst({
    where: { event: "pledge.drafted", subjectType: "pledge", subjectId: revision.pledgeId },
    orderBy: { seq: "desc" },
  });
  return (entry?.data as { content?: Record<string, string> } | undefined)?.content ?? {};
}

/** Throws `Conflict` while something is missing that a submitted pledge must have. */
export async function requireComplete(run: Run, revisionId: string): Promise<void> {
  const pledge = publicPledge(await withParts(run, revisionId));
  const [problem] = draftProblems(pledge, run.now.toISOString().slice(0, 10));
  if (problem) throw new Conflict("pledges:conflict.incomplete");
}

/**
 * Gives the pledge its permanent reference, once: P2C-YYYY-NNNNN of the year of this day (UTC). Gaps are normal, nothing is reused (R6).
 */
export async function giveReference(run: Run, revision: LockedRevision): Promise<string> {
  const { tx, now } = run;
  if (revision.pledge.reference) return revision.pledge.reference;
  const year = now.getUTCFullYear();
  const [counter] = await tx.$queryRaw<{ last: number }[]>`
    INSERT INTO reference_counters (year, last) VALUES (${year}, 1)
    ON CONFLICT (year) DO UPDATE SET last = reference_counters.last + 1 RETURNING last`;
  const reference = `P2C-${year}-${String(counter?.last ?? 0).padStart(5, "0")}`;
  await tx.pledgeReference.create({ data: { reference, pledgeId: revision.pledgeId, givenAt: now } });
  await tx.pledge.update({ where: { id: revision.pledgeId }, data: { reference } });
  return reference;
}

/**
 * Freezes what is judged on the day of submission: the US dollar value (R24) and, for countries without one, the day on which their
 * groups count (R23). `on` is as precise as known.
 */
export async function freezeOnDay(run: Run, revision: LockedRevision, on: string): Promise<void> {
  const { tx } = run;
  const published = await tx.revision.findFirst({
    where: { pledgeId: revision.pledgeId, state: "published", id: { not: revision.id } },
  });
  const value = published ? await refreezeValue(tx, revision, published, on) : await freezeValue(tx, revision, on);
  await tx.revision.update({ where: { id: revision.id }, data: value });
  await tx.revisionCountry.updateMany({ where: { revisionId: revision.id, basisOn: null }, data: { basisOn: on } });
}

/** Keeps what is submitted now, so that a later round can be compared with it. */
export async function keepSubmission(run: Run, revisionId: string): Promise<void> {
  // Plain JSON by its own promise, which interfaces cannot show the types.
  const content = publicPledge(await withParts(run, revisionId)) as unknown as Prisma.InputJsonObject;
  await run.tx.submission.create({ data: { revisionId, submittedAt: run.now, content } });
}
