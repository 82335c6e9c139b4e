/** Why a figure needs a sentence: it is not there, fell, jumped, or went beyond what was promised. */
export type Surprise = "missing" | "falls" | "jumps" | "passes";

interface Known {
  value: number | null;
  last: number | null;
  baseline?: number | null;
  target: number | null;
}

/** A value ten times the last one, or a step longer than the whole way from baseline to target. */
const jumpTimes = 10;

/**
 * What is surprising about a figure beside baseline, target and the last one reported. Where the target lies below the baseline, falling is
 * progress and rising is not.
 */
export function surpriseOf({ value, last, baseline = 0, target }: Known): Surprise | null {
  if (value === null) return "missing";
  const start = baseline ?? 0;
  const down = target !== null && target < start;
  const ahead = (a: number, b: number) => (down ? a < b : a > b);
  if (last !== null && value !== last && !ahead(value, last)) return "falls";
  if (target !== null && value !== target && ahead(value, target)) return "passes";
  if (last === null) return null;
  if (last > 0 && value > last * jumpTimes) return "jumps";
  return target !== null && Math.abs(value - last) > Math.abs(target - start) ? "jumps" : null;
}

export interface DisbursedIn {
  minor: bigint | null;
  basis: string;
}

/**
 * What was disbursed since the pledge began, in minor units: the last cumulative figure and every period's figure after it. `reports` are
 * the accepted ones that hold, oldest first. Null: none gave a figure.
 */
export function disbursedSoFar(reports: readonly DisbursedIn[]): bigint | null {
  let total: bigint | null = null;
  for (const { minor, basis } of reports)
    if (minor !== null) total = basis === "cumulative" ? minor : (total ?? 0n) + minor;
  return total;
}

/** Reports that hold: what a later accepted one corrects does not. */
export function holding<Row extends { id: string; correctsId: string | null }>(accepted: readonly Row[]): Row[] {
  const corrected = new Set(accepted.map((row) => row.correctsId));
  return accepted.filter((row) => !corrected.has(row.id));
}

/** What a report says of its pledge. */
export const deliveryStatuses = ["not_started", "on_track", "delayed", "completed", "discontinued"] as const;
export type DeliveryStatus = (typeof deliveryStatuses)[number];

/** Statuses that say why. */
export const explainedStatuses: readonly DeliveryStatus[] = ["delayed", "discontinued"];
