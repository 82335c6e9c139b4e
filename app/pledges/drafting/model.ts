import { msg } from "~/platform/i18n/message";
import { groups } from "~/reference/codes";
import { impliedExtent, needsExplanation, shareAgrees } from "../benefit/model";
import { measuredByMilestones } from "../measurability/model";
import { type PublicPledge, pledgedOn } from "../publication/model";
import { type DraftStep, draftSteps } from "./schema";

/** Something that keeps a draft from being submitted: where it is, and a message string that says what to do. */
export interface DraftProblem {
  step: DraftStep;
  field: string;
  message: string;
}

/** Everything that stops submission, in the order of the steps (R21, R22, product.md). Empty: it may go. */
export function draftProblems(pledge: PublicPledge, today: string): DraftProblem[] {
  return [
    ...whatProblems(pledge),
    ...forWhomProblems(pledge, today),
    ...howMuchProblems(pledge),
    ...measureProblems(pledge),
  ];
}

const problem = (step: DraftStep, field: string, key: string): DraftProblem => ({
  step,
  field,
  message: msg(`pledges:problem.${key}`),
});

function whatProblems(pledge: PublicPledge): DraftProblem[] {
  const missing = (wrong: boolean, field: string, key: string) => (wrong ? [problem("what", field, key)] : []);
  return [
    ...missing(!pledge.type, "type", "type"),
    ...missing(pledge.focusAreas.length === 0, "focusAreas", "focus_areas"),
    ...missing(!pledge.title, "title", "title"),
    ...missing(!pledge.summary, "summary", "summary"),
    ...missing(!pledge.description, "description", "description"),
  ];
}

function forWhomProblems(pledge: PublicPledge, today: string): DraftProblem[] {
  const found: DraftProblem[] = [];
  const on = pledgedOn(pledge, today);
  if (!pledge.scope) found.push(problem("for-whom", "scope", "scope"));
  if (pledge.scope === "countries" && pledge.countries.length === 0)
    found.push(problem("for-whom", "countries", "countries"));
  if (pledge.scope === "regions" && pledge.regions.length === 0) found.push(problem("for-whom", "regions", "regions"));
  for (const group of groups) {
    const { extent, share, note } = pledge.groups[group];
    const implied = impliedExtent(pledge.countries, group, (one) => one.basisOn ?? on);
    if (extent === null) found.push(problem("for-whom", `${group}Extent`, `extent_${group}`));
    else if (!shareAgrees(extent, share)) found.push(problem("for-whom", `${group}Share`, "share_disagrees"));
    else if (needsExplanation(extent, implied) && !note)
      found.push(problem("for-whom", `${group}Note`, `explain_${group}`));
  }
  return found;
}

function howMuchProblems(pledge: PublicPledge): DraftProblem[] {
  if (pledge.amountMinor === null) return pledge.type === "financial" ? [problem("how-much", "amount", "amount")] : [];
  return [
    ...(pledge.amountBasis ? [] : [problem("how-much", "amountBasis", "amount_basis")]),
    ...(pledge.valueKind ? [] : [problem("how-much", "valueKind", "value_kind")]),
    ...(pledge.additionality ? [] : [problem("how-much", "additionality", "additionality")]),
  ];
}

function measureProblems(pledge: PublicPledge): DraftProblem[] {
  const found: DraftProblem[] = [];
  const add = (field: string, key: string) => found.push(problem("measures", field, key));
  const byMilestones = measuredByMilestones(pledge.type);
  if (!pledge.startsOn) add("startsOn", "start");
  if (!pledge.endsOn && !byMilestones) add("endsOn", "end");
  if (pledge.startsOn && pledge.endsOn && pledge.endsOn < pledge.startsOn) add("endsOn", "end_before_start");
  if (byMilestones && pledge.milestones.length === 0) add("milestones", "milestones");
  if (pledge.type && !byMilestones && pledge.indicators.length === 0) add("indicators", "indicators");
  for (const [index, one] of pledge.indicators.entries()) {
    const at = (field: string) => `indicators[${index}].${field}`;
    if (!one.name) add(at("name"), "indicator_name");
    if (!one.unit) add(at("unit"), "indicator_unit");
    if (one.baseline === null) add(at("baseline"), "indicator_baseline");
    if (one.target === null) add(at("target"), "indicator_target");
    if (!one.due) add(at("due"), "indicator_due");
    else if (pledge.endsOn && one.due > pledge.endsOn) add(at("due"), "due_after_end");
    if (!one.verification) add(at("verification"), "indicator_verification");
  }
  for (const [index, one] of pledge.milestones.entries()) {
    if (!one.name) add(`milestones[${index}].name`, "milestone_name");
    if (!one.due) add(`milestones[${index}].due`, "milestone_due");
    else if (pledge.endsOn && one.due > pledge.endsOn) add(`milestones[${index}].due`, "due_after_end");
  }
  return found;
}

/** How a step stands: nothing entered, so many things to mend, or done. */
export type StepState = { step: DraftStep; problems: number; begun: boolean };

export function stepStates(pledge: PublicPledge, today: string): StepState[] {
  const problems = draftProblems(pledge, today);
  const begun: Record<DraftStep, boolean> = {
    what: Boolean(pledge.title || pledge.summary || pledge.type),
    "for-whom": Boolean(pledge.scope || pledge.groups.ldc.extent || pledge.people),
    "how-much": pledge.amountMinor !== null,
    "with-whom": pledge.partners.length + pledge.links.length > 0 || pledge.publicContact !== null,
    measures: pledge.indicators.length + pledge.milestones.length > 0 || pledge.startsOn !== null,
  };
  return draftSteps.map((step) => ({
    step,
    problems: problems.filter((one) => one.step === step).length,
    begun: begun[step],
  }));
}

/** A pledge's content as one text a field, so that two states can be compared and the trail can keep the difference (E12). */
export function contentOf(pledge: PublicPledge): Record<string, string> {
  const { ldc, lldc, sids } = pledge.groups;
  const row = (parts: (string | null)[]) => parts.map((part) => part ?? "").join(" | ");
  const content: Record<string, unknown> = {
    type: pledge.type,
    focusAreas: pledge.focusAreas.join(", "),
    language: pledge.language,
    title: pledge.title,
    summary: pledge.summary,
    description: pledge.description,
    sdgs: pledge.sdgs.join(", "),
    wsis: pledge.wsis.join(", "),
    scope: pledge.scope,
    countries: pledge.countries.map(({ iso3, share }) => (share === null ? iso3 : `${iso3}:${share}`)).join(", "),
    regions: pledge.regions.join(", "),
    beneficiaryNote: pledge.beneficiaryNote,
    ldcExtent: ldc.extent,
    ldcShare: ldc.share,
    ldcNote: ldc.note,
    lldcExtent: lldc.extent,
    lldcShare: lldc.share,
    lldcNote: lldc.note,
    sidsExtent: sids.extent,
    sidsShare: sids.share,
    sidsNote: sids.note,
    people: pledge.people,
    peopleNote: pledge.peopleNote,
    genderShare: pledge.genderShare,
    amount: pledge.amountMinor,
    currency: pledge.currency,
    amountBasis: pledge.amountBasis,
    years: pledge.years,
    valueKind: pledge.valueKind,
    additionality: pledge.additionality,
    amountOrigin: pledge.amountOrigin,
    startsOn: pledge.startsOn,
    endsOn: pledge.endsOn,
    indicators: pledge.indicators
      .map((one) => row([one.name, one.unit, one.baseline, one.baselineDate, one.target, one.due, one.verification]))
      .join("\n"),
    milestones: pledge.milestones.map((one) => row([one.name, one.due])).join("\n"),
    partners: pledge.partners.join("\n"),
    links: pledge.links.join("\n"),
  };
  return Object.fromEntries(Object.entries(content).map(([field, value]) => [field, String(value ?? "")]));
}
