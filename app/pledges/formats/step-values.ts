import type { Language } from "~/platform/i18n/languages";
import { countryName } from "~/reference/countries";
import { decimalText } from "~/reference/currencies";
import type { RevisionWithParts } from "../publication/model";

/** The saved draft as each step's fields show it: texts, as a person would type them. */
export function stepValues(revision: RevisionWithParts, lang: Language) {
  const text = (value: { toString(): string } | null) => value?.toString();
  return {
    what: {
      type: text(revision.type),
      focusAreas: revision.focusAreas,
      primaryFocus: revision.focusAreas.length > 1 ? revision.focusAreas[0] : undefined,
      language: revision.language,
      title: revision.title,
      summary: revision.summary,
      description: revision.description,
      sdgs: revision.sdgs.map(String),
      wsis: revision.wsis,
    },
    "for-whom": {
      scope: text(revision.scope),
      countries: revision.countries.map(({ iso3, share }) => ({
        country: countryName(iso3, lang),
        share: text(share),
      })),
      regions: revision.regions,
      beneficiaryNote: text(revision.beneficiaryNote),
      ldcExtent: text(revision.ldcExtent),
      ldcShare: text(revision.ldcShare),
      ldcNote: text(revision.ldcNote),
      lldcExtent: text(revision.lldcExtent),
      lldcShare: text(revision.lldcShare),
      lldcNote: text(revision.lldcNote),
      sidsExtent: text(revision.sidsExtent),
      sidsShare: text(revision.sidsShare),
      sidsNote: text(revision.sidsNote),
      people: text(revision.people),
      peopleNote: text(revision.peopleNote),
      genderShare: text(revision.genderShare),
    },
    "how-much": {
      amount: revision.amountMinor !== null && revision.currency ? plainAmount(revision) : undefined,
      currency: text(revision.currency),
      amountBasis: text(revision.amountBasis),
      years: text(revision.years),
      valueKind: text(revision.valueKind),
      additionality: text(revision.additionality),
      amountOrigin: text(revision.amountOrigin),
    },
    "with-whom": {
      partners: revision.partners.join("\n"),
      coPledgers: revision.coPledgers.map((part) => ({
        key: part.key,
        name: part.name,
        amount: part.amountMinor !== null && part.currency ? plainAmount(part) : undefined,
        currency: text(part.currency),
      })),
      links: revision.links.join("\n"),
      publicContact: text(revision.publicContact),
      staffContact: text(revision.staffContact),
    },
    measures: {
      startsOn: text(revision.startsOn),
      endsOn: text(revision.endsOn),
      eventId: text(revision.pledge.eventId),
      indicators: revision.indicators.map((one) => ({
        key: one.key,
        name: one.name,
        unit: text(one.unit),
        baseline: text(one.baseline),
        baselineDate: text(one.baselineDate),
        target: text(one.target),
        due: text(one.due),
        verification: text(one.verification),
      })),
      milestones: revision.milestones.map(({ key, name, due }) => ({ key, name, due: text(due) })),
    },
  };
}

export type StepFormValues = ReturnType<typeof stepValues>;

// Without decimals where there are none; a dinar's three decimals stay, or "1.500" could be read in two ways.
function plainAmount({ amountMinor, currency }: Pick<RevisionWithParts, "amountMinor" | "currency">): string {
  const full = decimalText(amountMinor ?? 0n, currency ?? "USD");
  return full.replace(/\.0+$/, "");
}
