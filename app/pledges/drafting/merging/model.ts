import { groups } from "~/reference/codes";
import { type DraftStep, type StepValues, stepSchemas } from "../schema";

/** Fields that only make sense together, under the names of the form and of what is kept: one person's go, or the other's. */
const units: readonly (readonly string[])[] = [
  ["focusAreas", "primaryFocus"],
  ["scope", "countries", "regions"],
  ...groups.map((group) => [`${group}Extent`, `${group}Share`]),
  ["amount", "amountMinor", "currency"],
  ["startsOn", "endsOn"],
];

/** The fields that go with this one, itself included. */
export const unitOf = (field: string): readonly string[] => units.find((unit) => unit.includes(field)) ?? [field];

/** What a person saw before typing: the step's fields as the form showed them, and where they chose the other's words over theirs. */
export interface Seen {
  base: unknown;
  take: readonly string[];
}

/** A step's fields as they were shown, as values; null when they are no values of this step. */
export function readShown<Step extends DraftStep>(step: Step, shown: unknown): StepValues[Step] | null {
  if (typeof shown !== "object" || shown === null) return null;
  const read = stepSchemas[step].safeParse({ ...shown, version: 0 });
  return read.success ? (read.data as StepValues[Step]) : null;
}

/**
 * Two people's changes to one step, each against what both began from: what one changed goes in, what both changed differently is a
 * conflict. `take` names fields in which `theirs` was chosen in sight of both.
 */
export function mergeStep<Values extends object>(
  { base, theirs, mine }: { base: Values; theirs: Values; mine: Values },
  take: readonly string[] = [],
): { values: Values; fromTheirs: string[]; conflicts: string[] } {
  const values = { ...mine };
  const fromTheirs: string[] = [];
  const conflicts: string[] = [];
  const fields = Object.keys({ ...base, ...theirs, ...mine }).filter((field) => field !== "version");
  for (const unit of new Set(fields.map(unitOf))) {
    const same = (a: Values, b: Values) => textOf(a, unit) === textOf(b, unit);
    const chosen = take.some((field) => unit.includes(field));
    if (!chosen && (same(mine, theirs) || same(theirs, base))) continue;
    if (!chosen && !same(mine, base)) conflicts.push(...unit.filter((field) => fields.includes(field)));
    else {
      fromTheirs.push(...unit);
      Object.assign(values, Object.fromEntries(unit.map((field) => [field, theirs[field as keyof Values]])));
    }
  }
  return { values, fromTheirs, conflicts };
}

const textOf = (values: object, unit: readonly string[]): string =>
  JSON.stringify(
    unit.map((field) => (values as Record<string, unknown>)[field] ?? null),
    (_name, value) => (typeof value === "bigint" ? String(value) : value),
  );
