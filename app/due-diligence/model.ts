import type { CaseKind, Track } from "~/platform/db/generated/enums";
import { addWorkingDays, type Holidays, workingDaysBetween } from "~/reference/working-days";

/** One step of a checklist: its key, which has words in six languages, and the step of the charter's procedure it belongs to. */
export interface ChecklistStep {
  key: string;
  number: number;
}

const steps = {
  identity: { key: "identity", number: 1 },
  membership: { key: "membership", number: 1 },
  authority: { key: "authority", number: 1 },
  source: { key: "source", number: 1 },
  screening: { key: "screening", number: 2 },
  exclusions: { key: "exclusions", number: 3 },
  controversies: { key: "controversies", number: 4 },
  principles: { key: "principles", number: 5 },
  realism: { key: "realism", number: 6 },
  measurability: { key: "measurability", number: 6 },
  beneficiaries: { key: "beneficiaries", number: 6 },
  duplicates: { key: "duplicates", number: 6 },
  value: { key: "value", number: 6 },
  invented: { key: "invented", number: 6 },
} satisfies Record<string, ChecklistStep>;

const { identity, membership, authority, source, screening, exclusions, controversies, principles } = steps;
const pledgeChecks = [steps.realism, steps.measurability, steps.beneficiaries, steps.duplicates, steps.value];

/** The step under which a recommendation is kept, so that everyone who ever recommended is known as a reviewer (R11). */
export const recommendationStep = "recommendation";

/** Every published version of the checklists, by number. A case keeps the one it began with. */
const checklists: Record<number, Record<CaseKind, Record<Track, readonly ChecklistStep[]>>> = {
  1: {
    organisation: {
      standard: [membership, screening, exclusions, controversies],
      government: [authority, screening, controversies],
      enhanced: [identity, screening, exclusions, controversies, principles],
      compiled: [source, screening, exclusions],
    },
    pledge: {
      standard: [screening, controversies, ...pledgeChecks],
      government: [screening, controversies, ...pledgeChecks],
      enhanced: [screening, exclusions, controversies, ...pledgeChecks],
      compiled: [source, screening, exclusions, steps.invented],
    },
  },
};

export const currentChecklistVersion = 1;

/** The steps of a case (R14, R16), in order. */
export function checklistOf({
  kind,
  track,
  checklistVersion,
}: {
  kind: CaseKind;
  track: Track;
  checklistVersion: number;
}): readonly ChecklistStep[] {
  return checklists[checklistVersion]?.[kind][track] ?? [];
}

/** Every step that any version has, for words and schemas. */
export const allSteps = Object.keys(steps) as (keyof typeof steps)[];

/** The track of a new case (R14): governments act for the State; membership counts once staff confirmed it; the rest is checked in full. */
export function trackOf(organisation: {
  constituency: string;
  ituMember: boolean;
  ituMemberConfirmedOn: Date | null;
}): Track {
  if (organisation.constituency === "government") return "government";
  return organisation.ituMember && organisation.ituMemberConfirmedOn ? "standard" : "enhanced";
}

/** The newest finding of a step; findings come in any order. */
const newestAt = <Row extends { step: string; at: Date }>(step: string, findings: readonly Row[]): Row | undefined =>
  findings
    .filter((finding) => finding.step === step)
    .sort((a, b) => b.at.getTime() - a.at.getTime())
    .at(0);

/** Steps whose newest finding says "not met": until there are none nobody can recommend to clear. */
export const unmetSteps = (
  subject: Parameters<typeof checklistOf>[0],
  findings: readonly { step: string; verdict: string; at: Date }[],
): string[] =>
  checklistOf(subject)
    .map(({ key }) => key)
    .filter((key) => newestAt(key, findings)?.verdict === "not_met");

/** Steps without a finding: until there are none nobody can recommend. */
export function unfinishedSteps(
  subject: Parameters<typeof checklistOf>[0],
  findings: readonly { step: string }[],
): string[] {
  const done = new Set(findings.map((finding) => finding.step));
  return checklistOf(subject)
    .map((step) => step.key)
    .filter((key) => !done.has(key));
}

/** Everyone who recorded a finding or a recommendation in any round (R11). */
export const reviewersOf = (findings: readonly { authorId: string }[]): string[] => [
  ...new Set(findings.map((finding) => finding.authorId)),
];

export const workingDaysToDecide = 10;

/** The due date, moved by the working days during which the clock stood (R19). */
export const dueAfterWait = (
  { dueOn, waitingSince }: { dueOn: Date | null; waitingSince: Date | null },
  now: Date,
  holidays: Holidays,
) => (dueOn && waitingSince ? addWorkingDays(dueOn, workingDaysBetween(waitingSince, now, holidays), holidays) : dueOn);
