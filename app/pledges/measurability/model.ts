import { groups } from "~/reference/codes";
import { impliedExtent, needsExplanation } from "../benefit/model";
import type { DraftStep } from "../drafting/schema";
import { type PublicPledge, pledgedOn } from "../publication/model";

export const criteria = ["specific", "measurable", "achievable", "relevant", "time_bound"] as const;
export type Criterion = (typeof criteria)[number];

/** One criterion: met or not, why (a key below `pledges:measurability`), and the field that mends it. */
export interface CriterionResult {
  criterion: Criterion;
  met: boolean;
  reason: string;
  mend?: { step: DraftStep; field: string };
}

type Gap = { reason: string; step: DraftStep; field: string } | null | false;

/** Pledges of money or activities are measured by indicators, policy and advocacy by dated milestones (R21). */
export const measuredByMilestones = (type: PublicPledge["type"]): boolean => type === "policy" || type === "advocacy";

/**
 * The measurability check that authors and reviewers see: fixed rules, the first gap of each criterion is its reason. The same pledge
 * always gives the same answer; `today` (YYYY-MM-DD) only matters for dated country groups.
 */
export function checkMeasurability(pledge: PublicPledge, today: string): CriterionResult[] {
  const rules: Record<Criterion, Gap[]> = {
    specific: specificGaps(pledge),
    measurable: measurableGaps(pledge),
    achievable: achievableGaps(pledge),
    relevant: relevantGaps(pledge, today),
    time_bound: timeGaps(pledge),
  };
  return criteria.map((criterion) => {
    const gap = rules[criterion].find((one) => one !== null && one !== false);
    if (!gap) return { criterion, met: true, reason: `${criterion}.met` };
    return {
      criterion,
      met: false,
      reason: `${criterion}.${gap.reason}`,
      mend: { step: gap.step, field: gap.field },
    };
  });
}

const specificGaps = (pledge: PublicPledge): Gap[] => [
  !pledge.type && { reason: "no_type", step: "what", field: "type" },
  pledge.title.length < 10 && { reason: "short_title", step: "what", field: "title" },
  pledge.summary.length < 60 && { reason: "short_summary", step: "what", field: "summary" },
  !pledge.scope && { reason: "no_place", step: "for-whom", field: "scope" },
  pledge.scope === "countries" &&
    pledge.countries.length === 0 && { reason: "no_place", step: "for-whom", field: "countries" },
  pledge.scope === "regions" &&
    pledge.regions.length === 0 && { reason: "no_place", step: "for-whom", field: "regions" },
];

function measurableGaps(pledge: PublicPledge): Gap[] {
  if (measuredByMilestones(pledge.type))
    return [pledge.milestones.length === 0 && { reason: "no_milestone", step: "measures", field: "milestones" }];
  if (pledge.indicators.length === 0) return [{ reason: "no_indicator", step: "measures", field: "indicators" }];
  return pledge.indicators.flatMap((one, index): Gap[] => [
    !one.unit && { reason: "no_unit", step: "measures", field: `indicators[${index}].unit` },
    one.target === null && { reason: "no_target", step: "measures", field: `indicators[${index}].target` },
    !one.verification && {
      reason: "no_verification",
      step: "measures",
      field: `indicators[${index}].verification`,
    },
  ]);
}

const achievableGaps = (pledge: PublicPledge): Gap[] => [
  pledge.description.length < 100 && { reason: "no_plan", step: "what", field: "description" },
  pledge.people !== null &&
    !pledge.peopleNote && { reason: "people_unexplained", step: "for-whom", field: "peopleNote" },
  ...pledge.indicators.flatMap((one, index): Gap[] => [
    one.baseline === null && { reason: "no_baseline", step: "measures", field: `indicators[${index}].baseline` },
    one.baseline !== null &&
      one.baseline === one.target && {
        reason: "nothing_changes",
        step: "measures",
        field: `indicators[${index}].target`,
      },
  ]),
];

function relevantGaps(pledge: PublicPledge, today: string): Gap[] {
  const on = pledgedOn(pledge, today);
  const unexplained = groups.find((group) => {
    const { extent, note } = pledge.groups[group];
    const implied = impliedExtent(pledge.countries, group, (one) => one.basisOn ?? on);
    return needsExplanation(extent, implied) && !note;
  });
  const silent = groups.find((group) => pledge.groups[group].extent === null);
  return [
    pledge.focusAreas.length === 0 && { reason: "no_focus_area", step: "what", field: "focusAreas" },
    silent !== undefined && { reason: "group_not_stated", step: "for-whom", field: `${silent}Extent` },
    unexplained !== undefined && { reason: "claim_unexplained", step: "for-whom", field: `${unexplained}Note` },
  ];
}

function timeGaps(pledge: PublicPledge): Gap[] {
  const end = pledge.endsOn;
  const late = (due: string | null) => due !== null && end !== null && due > end;
  return [
    !pledge.startsOn && { reason: "no_start", step: "measures", field: "startsOn" },
    !end && !measuredByMilestones(pledge.type) && { reason: "no_end", step: "measures", field: "endsOn" },
    ...pledge.indicators.flatMap((one, index): Gap[] => [
      one.due === null && { reason: "no_due", step: "measures", field: `indicators[${index}].due` },
      late(one.due) && { reason: "due_after_end", step: "measures", field: `indicators[${index}].due` },
    ]),
    ...pledge.milestones.flatMap((one, index): Gap[] => [
      one.due === null && { reason: "no_due", step: "measures", field: `milestones[${index}].due` },
      late(one.due) && { reason: "due_after_end", step: "measures", field: `milestones[${index}].due` },
    ]),
  ];
}
