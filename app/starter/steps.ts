import type { DraftStep } from "~/pledges/drafting/schema";
import type { InventedPledge } from "./invented-pledges";

const text = (value: number | undefined) => (value === undefined ? undefined : String(value));

/** An invented pledge as the five steps of the wizard would send it; `indicatorKeys` keep the identity of indicators in a revision (R21). */
export function stepsOf(
  pledge: InventedPledge,
  events: Map<string, string>,
  indicatorKeys: string[] = [],
): Record<DraftStep, Record<string, unknown>> {
  return {
    what: {
      type: pledge.type,
      focusAreas: pledge.focus_areas ?? [],
      primaryFocus: pledge.focus_areas?.[0],
      language: pledge.language,
      title: pledge.title,
      summary: pledge.summary,
      description: pledge.description ?? pledge.summary,
      sdgs: pledge.sdgs ?? [],
      wsis: pledge.wsis ?? [],
    },
    "for-whom": {
      scope: pledge.scope,
      countries: (pledge.countries ?? []).map((one) => ({
        country: one.slice(0, 3),
        share: one.slice(4) || undefined,
      })),
      regions: pledge.regions ?? [],
      ldcExtent: pledge.ldc_extent,
      ldcShare: text(pledge.ldc_share),
      ldcNote: pledge.ldc_note,
      lldcExtent: pledge.lldc_extent,
      lldcShare: text(pledge.lldc_share),
      lldcNote: pledge.lldc_note,
      sidsExtent: pledge.sids_extent,
      sidsShare: text(pledge.sids_share),
      sidsNote: pledge.sids_note,
      people: text(pledge.people),
      peopleNote: pledge.people_note,
      genderShare: text(pledge.gender_share),
    },
    "how-much": {
      amount: pledge.amount,
      currency: pledge.currency,
      amountBasis: pledge.amount_basis,
      years: text(pledge.years),
      valueKind: pledge.value_kind,
      additionality: pledge.additionality,
    },
    "with-whom": { partners: pledge.partners?.join("\n"), publicContact: pledge.public_contact },
    measures: {
      startsOn: pledge.start,
      endsOn: pledge.end,
      eventId: pledge.event ? events.get(pledge.event) : undefined,
      indicators: (pledge.indicators ?? []).map(
        ({ baseline_date: baselineDate, baseline, target, ...indicator }, index) => ({
          ...indicator,
          key: indicatorKeys[index],
          baseline: text(baseline),
          baselineDate,
          target: text(target),
        }),
      ),
      milestones: (pledge.milestones ?? []).map(({ name, due }) => ({ name, due })),
    },
  };
}
