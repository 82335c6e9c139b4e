import { randomUUID } from "node:crypto";
import { projectPledge } from "~/compendium/projections.server";
import { checklistOf } from "~/due-diligence/model";
import { now } from "~/platform/clock";
import { db } from "~/platform/db/client.server";
import type { Prisma } from "~/platform/db/generated/client";

/** An organisation's row in any state, without going the way that leads there (E8: for states no command reaches). */
export async function insertOrganisation(data: Partial<Prisma.OrganisationUncheckedCreateInput> = {}) {
  const id = data.id ?? randomUUID();
  return db().organisation.create({
    data: {
      slug: `organisation-${id}`,
      state: "cleared",
      officialName: `Example Organisation ${id.slice(0, 8)}`,
      constituency: "private_sector",
      country: "TUV",
      createdAt: now(),
      ...data,
      id,
    },
  });
}

type RevisionData = Partial<Omit<Prisma.RevisionUncheckedCreateInput, "pledgeId" | "pledge">>;

let lastReference = 0;

/**
 * A pledge in any state with one revision, and its public rows made as the commands would make them. `revision.state` is published unless
 * the pledge is not; a draft has no reference.
 */
export async function insertPledge(
  data: Partial<Prisma.PledgeUncheckedCreateInput> = {},
  revision: RevisionData = {},
): Promise<{ id: string; reference: string }> {
  const id = data.id ?? randomUUID();
  const organisationId = data.organisationId ?? (await insertOrganisation()).id;
  const state = data.state ?? "published";
  lastReference += 1;
  const reference = data.reference === null ? null : (data.reference ?? `P2C-2026-${90_000 + lastReference}`);
  if (reference) await db().pledgeReference.create({ data: { reference, pledgeId: id, givenAt: now() } });
  await db().pledge.create({
    data: {
      createdAt: now(),
      firstSubmittedOn: new Date("2026-03-01T00:00:00Z"),
      publishedAt: state === "unpublished" ? null : now(),
      ...data,
      id,
      organisationId,
      state,
      reference,
    },
  });
  await db().revision.create({
    data: {
      number: 1,
      state: state === "unpublished" ? "draft" : "published",
      language: "en",
      title: `Title of ${reference ?? id}`,
      summary: "A summary.",
      type: "project",
      focusAreas: ["access"],
      createdAt: now(),
      updatedAt: now(),
      publishedAt: state === "unpublished" ? null : now(),
      ...revision,
      pledgeId: id,
    },
  });
  await db().$transaction((tx) => projectPledge(tx, id));
  return { id, reference: reference ?? "" };
}

/** Money as the platform keeps it once a rate was found: an amount and its dollars, both in minor units. */
export const inDollars = (usd: bigint): RevisionData => ({
  amountMinor: usd * 100n,
  currency: "USD",
  valueState: "converted",
  usdMinor: usd * 100n,
  rate: "1",
  rateDate: "2026",
  rateSource: "US dollars",
});

interface CaseParts {
  organisationId: string;
  reviewerId: string;
  /** A recommendation is there. */
  recommended?: boolean;
  closed?: boolean;
  declaredBy?: string;
  /** An unanswered controversy is there. */
  controversy?: boolean;
}

/** An organisation's case on the enhanced track with a finding at every step, without the eight commands that lead there. */
export async function insertCase({ organisationId, reviewerId, ...parts }: CaseParts) {
  const about = { kind: "organisation", track: "enhanced", checklistVersion: 1 } as const;
  const by = { authorId: reviewerId, at: now() };
  const advice = {
    recommendation: "clear",
    riskRating: "low",
    recommendedBy: reviewerId,
    recommendedAt: now(),
  } as const;
  return db().case.create({
    data: {
      ...about,
      organisationId,
      openedAt: now(),
      closedAt: parts.closed ? now() : null,
      ...(parts.recommended && advice),
      findings: {
        create: checklistOf(about).map(({ key }) => ({ round: 1, step: key, verdict: "met", text: "Seen.", ...by })),
      },
      ...(parts.controversy && {
        controversies: { create: { source: "https://example.org", summary: "Reported.", ...by } },
      }),
      ...(parts.declaredBy && {
        conflicts: { create: { accountId: parts.declaredBy, reason: "Mine.", at: now() } },
      }),
    },
    include: { controversies: true },
  });
}

type ReportData = Partial<Omit<Prisma.ReportUncheckedCreateInput, "indicators">> & {
  indicators?: { key: string; value: number }[];
};

/** A report in any state, without the commands that lead there, and the public rows of its pledge made anew. */
export async function insertReport(
  { pledgeId, organisationId }: { pledgeId: string; organisationId: string },
  { indicators = [], state = "accepted", ...data }: ReportData = {},
): Promise<string> {
  const { id } = await db().report.create({
    data: {
      periodFrom: new Date("2026-01-01T00:00:00Z"),
      periodTo: new Date("2026-06-30T00:00:00Z"),
      status: "on_track",
      createdAt: now(),
      updatedAt: now(),
      ...data,
      pledgeId,
      organisationId,
      indicators: { create: indicators },
    },
  });
  const accepted = { submittedAt: now(), acceptedAt: now(), acceptedBy: randomUUID() };
  await db().report.update({ where: { id }, data: { state, ...(state === "accepted" && accepted) } });
  await db().$transaction((tx) => projectPledge(tx, pledgeId));
  return id;
}

/** A confirmed part of a cleared organisation in the one revision of a pledge. */
export async function insertPart(pledgeId: string, usd: bigint): Promise<string> {
  const { id: organisationId, officialName: name } = await insertOrganisation();
  const { id: revisionId } = await db().revision.findFirstOrThrow({ where: { pledgeId } });
  const money = { amountMinor: usd * 100n, currency: "USD", usdMinor: usd * 100n };
  await db().coPledger.create({ data: { revisionId, organisationId, name, state: "confirmed", ...money } });
  await db().$transaction((tx) => projectPledge(tx, pledgeId));
  return organisationId;
}
