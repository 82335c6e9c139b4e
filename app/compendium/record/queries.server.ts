import { type CountedPledge, countedValue } from "~/counting/model";
import type { Tx } from "~/platform/db/client.server";
import { publicParts, publicPledge, type RevisionWithParts } from "~/pledges/publication/model";
import type { Constituency, FocusArea, Region, Scope } from "~/reference/codes";
import { groupsOf } from "~/reference/countries";
import type { Reporting } from "../progress/model";
import { type PledgeRecord, type TraceRecord, yearOf } from "./model";

/** A pledge with what its public record is made from. The makers of the read model alone read private tables. */
export async function getPledgeSource(tx: Tx, pledgeId: string) {
  return tx.pledge.findUnique({
    where: { id: pledgeId },
    include: {
      organisation: true,
      event: true,
      observations: true,
      revisions: {
        where: { state: { in: ["published", "superseded"] } },
        orderBy: { number: "asc" },
        select: { id: true, state: true, title: true, language: true, publishedAt: true },
      },
    },
  });
}

export type PledgeSource = NonNullable<Awaited<ReturnType<typeof getPledgeSource>>>;

/** A cleared organisation whose own lead confirmed its part: it alone is named and counted (R20). */
export interface NamedPartner {
  id: string;
  slug: string;
  constituency: Constituency;
}

/** The published revision, with the parts of organisations that are not cleared put back among those "not yet confirmed" (R20). */
export async function getPublishedRevision(
  tx: Tx,
  pledge: PledgeSource,
): Promise<{ revision: RevisionWithParts; partners: Map<string, NamedPartner> } | null> {
  const published = pledge.revisions.findLast(({ state }) => state === "published");
  if (!published) return null;
  const revision = await tx.revision.findUniqueOrThrow({ where: { id: published.id }, include: publicParts });
  const ids = revision.coPledgers.flatMap(({ organisationId, state }) =>
    state === "confirmed" && organisationId ? organisationId : [],
  );
  const cleared = await tx.organisation.findMany({ where: { id: { in: ids }, state: "cleared" } });
  const partners = new Map(
    cleared.map(({ id, slug, constituency }) => [id, { id, slug, constituency: constituency as Constituency }]),
  );
  const coPledgers = revision.coPledgers.map((part) =>
    part.state === "confirmed" && !partners.has(part.organisationId ?? "")
      ? { ...part, state: "invited" as const }
      : part,
  );
  return { revision: { ...revision, coPledgers }, partners };
}

type Published = NonNullable<Awaited<ReturnType<typeof getPublishedRevision>>>;

const isoDay = (at: Date | null): string | null => at?.toISOString().slice(0, 10) ?? null;

/** What stays of a pledge that was withdrawn or removed, or is under review (R2, R3). */
export function traceOf(pledge: PledgeSource, state: TraceRecord["state"]): TraceRecord {
  const revision = pledge.revisions.at(-1);
  const { organisation } = pledge;
  const hidden = state === "suspended";
  return {
    kind: "trace",
    reference: pledge.reference ?? "",
    state,
    title: hidden ? null : (revision?.title ?? null),
    language: hidden ? null : (revision?.language ?? null),
    organisation: hidden
      ? null
      : {
          slug: organisation.slug,
          name: organisation.officialName,
          names: organisation.names as Record<string, string>,
        },
    announced: hidden ? null : pledge.announced,
    publishedOn: isoDay(pledge.publishedAt) ?? "",
    endedOn: hidden ? null : isoDay(pledge.endedOn),
    reason: hidden ? null : pledge.publicReason,
  };
}

/** The day on which membership of groups is judged where a country has none of its own (R23). */
const basisOf = (pledge: PledgeSource): string =>
  (pledge.compiled ? pledge.announced : isoDay(pledge.firstSubmittedOn)) ?? isoDay(pledge.publishedAt) ?? "";

/** What counting needs to know of a published pledge; null for a record that does not even say of what type it is. */
export function countedOf(pledge: PledgeSource, { revision, partners }: Published): CountedPledge | null {
  if (!revision.type) return null;
  const constituency = pledge.organisation.constituency as Constituency;
  const own = { organisationId: pledge.organisationId, constituency, usdMinor: revision.usdMinor, confirmed: true };
  const others = revision.coPledgers.flatMap((part) => {
    const partner = part.state === "confirmed" ? partners.get(part.organisationId ?? "") : undefined;
    if (!partner) return [];
    return {
      organisationId: partner.id,
      constituency: partner.constituency,
      usdMinor: part.usdMinor,
      confirmed: true,
    };
  });
  return {
    reference: pledge.reference ?? "",
    state: pledge.state,
    type: revision.type,
    focusAreas: revision.focusAreas as FocusArea[],
    constituency,
    year: yearOf(pledge.compiled ? pledge.announced : isoDay(pledge.firstSubmittedOn)),
    scope: revision.scope as Scope | null,
    regions: revision.scope === "global" ? [] : (revision.regions as Region[]),
    countries:
      revision.scope === "global"
        ? []
        : revision.countries.map(({ iso3, share, basisOn }) => ({
            iso3,
            shareHundredths: share === null ? null : Math.round(share.toNumber() * 100),
            groupsWhenPledged: groupsOf(iso3, basisOn ?? basisOf(pledge)),
          })),
    parts: [own, ...others],
    amountOrigin: revision.amountOrigin as CountedPledge["amountOrigin"],
    amountBasis: revision.amountBasis as CountedPledge["amountBasis"],
    years: revision.years,
  };
}

/** The whole public record of a published pledge, from its published revision and accepted reports and nothing else. */
export function recordOf(
  pledge: PledgeSource,
  published: Published,
  counted: CountedPledge | null,
  reporting: Reporting,
): PledgeRecord {
  const { organisation, event } = pledge;
  const partnerSlugs = published.revision.coPledgers.flatMap(({ name, organisationId, state }) => {
    const partner = state === "confirmed" ? published.partners.get(organisationId ?? "") : undefined;
    return partner ? [[name, partner.slug] as const] : [];
  });
  return {
    kind: "pledge",
    reference: pledge.reference ?? "",
    state: pledge.state as PledgeRecord["state"],
    pledge: publicPledge(published.revision),
    externalId: pledge.externalId,
    ituMember: organisation.ituMember && organisation.ituMemberConfirmedOn !== null,
    countedUsdMinor: (counted && countedValue(counted))?.toString() ?? null,
    partnerSlugs: Object.fromEntries(partnerSlugs),
    event:
      event?.public && !event.cancelled ? { slug: event.slug, names: event.names as Record<string, string> } : null,
    observations: pledge.observations
      .map(({ date, text, language, source, figures }) => ({
        date,
        text,
        language,
        source,
        figures: (figures ?? []) as unknown as PledgeRecord["observations"][number]["figures"],
      }))
      .sort((a, b) => ((a.date ?? "") < (b.date ?? "") ? -1 : 1)),
    history: pledge.revisions.map(({ publishedAt }, index) => ({
      revision: index + 1,
      publishedOn: isoDay(publishedAt ?? pledge.publishedAt) ?? "",
    })),
    reporting,
    publishedOn: isoDay(pledge.publishedAt) ?? "",
    endedOn: isoDay(pledge.endedOn),
    reason: pledge.publicReason,
  };
}
