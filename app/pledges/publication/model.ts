import type { Prisma } from "~/platform/db/generated/client";
import type { NamedCountry } from "../benefit/model";

/** The rows a public pledge is made of. */
export const publicParts = {
  countries: true,
  indicators: { orderBy: { position: "asc" } },
  milestones: { orderBy: { position: "asc" } },
  translations: true,
  coPledgers: { orderBy: { id: "asc" } },
  pledge: { include: { organisation: true, event: true } },
} as const satisfies Prisma.RevisionInclude;

export type RevisionWithParts = Prisma.RevisionGetPayload<{ include: typeof publicParts }>;

/**
 * Everything of one revision that anyone may read, as plain JSON: money in minor units as text, shares in percent, dates as precise as
 * known. Contacts for staff, account ids and internal reasons are not in it.
 */
export type PublicPledge = ReturnType<typeof publicPledge>;

export function publicPledge(revision: RevisionWithParts) {
  const { pledge } = revision;
  const { organisation } = pledge;
  return {
    reference: pledge.reference,
    revision: revision.number,
    compiled: pledge.compiled,
    announced: pledge.announced,
    firstSubmittedOn: pledge.firstSubmittedOn?.toISOString().slice(0, 10) ?? null,
    organisation: {
      name: organisation.officialName,
      names: organisation.names as Record<string, string>,
      slug: organisation.slug,
      country: organisation.country,
      constituency: organisation.constituency,
    },
    language: revision.language,
    title: revision.title,
    summary: revision.summary,
    description: revision.description,
    // Shown once someone other than the author accepted it (R25).
    translations: revision.translations
      .filter((one) => one.acceptedAt !== null)
      .map(({ language, title, summary }) => ({ language, title, summary })),
    type: revision.type,
    focusAreas: revision.focusAreas,
    sdgs: revision.sdgs,
    wsis: revision.wsis,
    ...beneficiariesOf(revision),
    ...moneyOf(revision),
    startsOn: revision.startsOn,
    endsOn: revision.endsOn,
    indicators: revision.indicators.map((one) => ({
      key: one.key,
      name: one.name,
      unit: one.unit,
      baseline: one.baseline?.toString() ?? null,
      baselineDate: one.baselineDate,
      target: one.target?.toString() ?? null,
      due: one.due,
      verification: one.verification,
    })),
    milestones: revision.milestones.map(({ key, name, due, done }) => ({ key, name, due, done })),
    partners: revision.partners,
    ...partsOf(revision),
    links: revision.links,
    publicContact: revision.publicContact,
    inferred: revision.inferred,
    confidence: revision.confidence,
    source: revision.source,
    otherSources: revision.otherSources,
    sourceNote: revision.sourceNote,
  };
}

function beneficiariesOf(revision: RevisionWithParts) {
  const countries: NamedCountry[] = revision.countries.map(({ iso3, share, basisOn }) => ({
    iso3,
    share: share?.toNumber() ?? null,
    basisOn,
  }));
  return {
    scope: revision.scope,
    countries,
    regions: revision.regions,
    beneficiaryNote: revision.beneficiaryNote,
    groups: {
      ldc: { extent: revision.ldcExtent, share: revision.ldcShare?.toNumber() ?? null, note: revision.ldcNote },
      lldc: { extent: revision.lldcExtent, share: revision.lldcShare?.toNumber() ?? null, note: revision.lldcNote },
      sids: { extent: revision.sidsExtent, share: revision.sidsShare?.toNumber() ?? null, note: revision.sidsNote },
    },
    people: revision.people?.toString() ?? null,
    peopleNote: revision.peopleNote,
    genderShare: revision.genderShare?.toNumber() ?? null,
  };
}

function moneyOf(revision: RevisionWithParts) {
  return {
    amountMinor: revision.amountMinor?.toString() ?? null,
    currency: revision.currency,
    amountBasis: revision.amountBasis,
    years: revision.years,
    valueKind: revision.valueKind,
    additionality: revision.additionality,
    amountText: revision.amountText,
    amountOrigin: revision.amountOrigin,
    valueState: revision.valueState,
    usdMinor: revision.usdMinor?.toString() ?? null,
    rate: revision.rate?.toString() ?? null,
    rateDate: revision.rateDate,
    rateSource: revision.rateSource,
  };
}

/** Parts of a joint pledge: named once confirmed; those still open are only counted, declined ones are never public (R20). */
function partsOf(revision: RevisionWithParts) {
  const confirmed = revision.coPledgers.filter((part) => part.state === "confirmed");
  return {
    coPledgers: confirmed.map((part) => ({
      name: part.name,
      amountMinor: part.amountMinor?.toString() ?? null,
      currency: part.currency,
    })),
    unconfirmedParts: revision.pledge.compiled
      ? 0
      : revision.coPledgers.filter((part) => part.state === "invited").length,
    reportedParts: revision.pledge.compiled ? revision.coPledgers.map((part) => part.name) : [],
  };
}

/** The day on which "when pledged" is judged for a pledge without dated countries (R23). */
export const pledgedOn = (
  pledge: Pick<PublicPledge, "announced" | "firstSubmittedOn" | "compiled">,
  today: string,
): string => (pledge.compiled ? pledge.announced : pledge.firstSubmittedOn) ?? today;
