import type { DeliveryStatus } from "../figures/model";

interface Weighed {
  status: DeliveryStatus | null;
  disbursedMinor: bigint | null;
  /** US cents of what was disbursed; null where no rate is known. */
  usdMinor: bigint | null;
}

/**
 * Whether two members of staff must hold a report true: it says that the pledge is completed, or its value is at or above the threshold (US
 * cents). A value that cannot be put in dollars is treated as one above.
 */
export function needsTwo({ status, disbursedMinor, usdMinor }: Weighed, thresholdUsdMinor: bigint): boolean {
  if (status === "completed") return true;
  if (disbursedMinor === null || disbursedMinor === 0n) return false;
  return usdMinor === null || usdMinor >= thresholdUsdMinor;
}

/** US cents of an amount in minor units with `exponent` decimals, by US dollars per unit. */
export function usdOf(minor: bigint, exponent: number, usdPerUnit: number): bigint {
  return BigInt(Math.round((Number(minor) / 10 ** exponent) * usdPerUnit * 100));
}

/** The move of a pledge's public life that follows from its lead's accepted report (R31), if any. */
export function pledgeMoveAfter(
  status: DeliveryStatus,
  pledgeState: string,
  correctsCompleted: boolean,
): "complete" | "discontinue" | "reopen" | null {
  if (pledgeState === "published" && status === "completed") return "complete";
  if (pledgeState === "published" && status === "discontinued") return "discontinue";
  return pledgeState === "completed" && correctsCompleted && status !== "completed" ? "reopen" : null;
}
