import { minorUnits } from "./currencies";

/**
 * Sourced exchange rates that ship with the register (R24). Only published averages known with certainty stand here;
 * whatever is missing leaves a value "awaiting a rate" for the secretariat, never blocks and is never guessed.
 */

export type Rate = {
  readonly currency: string;
  /** The period the average covers, as an ISO year or month */
  readonly period: string;
  /** US dollars for one unit, as decimal text */
  readonly usdPerUnit: string;
  readonly source: string;
  readonly sourceUrl: string;
};

const ecb = {
  source: "European Central Bank, euro foreign exchange reference rates, annual average",
  sourceUrl:
    "https://www.ecb.europa.eu/stats/policy_and_exchange_rates/euro_reference_exchange_rates/html/eurofxref-graph-usd.en.html",
} as const;

export const averageRates: readonly Rate[] = [
  { currency: "EUR", period: "2022", usdPerUnit: "1.0530", ...ecb },
  { currency: "EUR", period: "2023", usdPerUnit: "1.0813", ...ecb },
  { currency: "EUR", period: "2024", usdPerUnit: "1.0824", ...ecb },
];

/**
 * The average for a date known only to the year or month (R24). Undefined when none is on file: also for a full date,
 * which needs the rate of the last working day before it.
 */
export function averageRate(currency: string, period: string): Rate | undefined {
  return averageRates.find((rate) => rate.currency === currency && rate.period === period);
}

/** Converts minor units into US cents at a rate given as decimal text; half a cent rounds away from zero. */
export function toUsdCents(minor: bigint, currency: string, usdPerUnit: string): bigint {
  const [whole = "0", fraction = ""] = usdPerUnit.split(".");
  const rate = BigInt(whole + fraction);
  const scale = 10n ** BigInt(fraction.length + minorUnits(currency));
  const doubled = 2n * minor * rate * 100n;
  const half = minor < 0n ? -scale : scale;
  return (doubled + half) / (2n * scale);
}
