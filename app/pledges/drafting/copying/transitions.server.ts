import type { Tx } from "~/platform/db/client.server";
import type { Prisma } from "~/platform/db/generated/client";
import { found } from "~/platform/errors";

// Amounts, dates, figures and co-pledgers are a new pledge's own: copied silently they could be promised twice.
const copied = {
  language: true,
  title: true,
  summary: true,
  description: true,
  type: true,
  focusAreas: true,
  sdgs: true,
  wsis: true,
  scope: true,
  regions: true,
  beneficiaryNote: true,
  ldcExtent: true,
  ldcShare: true,
  ldcNote: true,
  lldcExtent: true,
  lldcShare: true,
  lldcNote: true,
  sidsExtent: true,
  sidsShare: true,
  sidsNote: true,
  partners: true,
  links: true,
  publicContact: true,
  staffContact: true,
  countries: { select: { iso3: true, share: true } },
  indicators: { select: { position: true, name: true, unit: true, verification: true } },
  milestones: { select: { position: true, name: true } },
} as const satisfies Prisma.RevisionSelect;

/**
 * What a new draft takes over from an earlier pledge of the same organisation: its newest text, places and measures, the measures with an
 * identity of their own (R21). Throws `NotFound` for a pledge of another organisation.
 */
export async function contentToCopy(tx: Tx, organisationId: string, pledgeId: string) {
  const { countries, indicators, milestones, ...content } = found(
    await tx.revision.findFirst({
      where: { pledgeId, pledge: { organisationId } },
      orderBy: { number: "desc" },
      select: copied,
    }),
  );
  return {
    ...content,
    countries: { create: countries },
    indicators: { create: indicators },
    milestones: { create: milestones },
  };
}
