import type { Region } from "~/reference/codes";
import { regionOf } from "~/reference/countries";
import type { CountedPledge } from "../model";

/** Everything of a pledge, in hundredths of a percent. */
export const wholeHundredths = 10_000;

/** Where value goes that no named country gets: pledges for the whole world, and what is not allocated (R22, R27). */
export type Unplaced = "global" | "not_allocated";

/**
 * Splits minor units by weights with largest remainders, so that the parts always sum to the whole (E6). Ties go to the earlier entry.
 * Weights are whole numbers of 0 or more and not all 0; money is 0 or more.
 */
export function splitByWeights(minor: bigint, weights: readonly number[]): bigint[] {
  const total = weights.reduce((sum, weight) => sum + BigInt(weight), 0n);
  const floors = weights.map((weight) => (minor * BigInt(weight)) / total);
  const rest = Number(minor - floors.reduce((sum, part) => sum + part, 0n));
  const byRemainder = weights
    .map((weight, index) => ({ index, remainder: (minor * BigInt(weight)) % total }))
    .sort((a, b) => (a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1));
  const receivers = new Set(byRemainder.slice(0, rest).map(({ index }) => index));
  return floors.map((part, index) => (receivers.has(index) ? part + 1n : part));
}

/** How a pledge is spread over countries: shares in hundredths of a percent that sum to the whole. */
export function countryWeights(pledge: Pick<CountedPledge, "scope" | "countries">): Map<string, number> {
  if (pledge.scope === "global") return new Map([["global", wholeHundredths]]);
  const [first, second] = pledge.countries;
  if (first && !second && first.shareHundredths === null) return new Map([[first.iso3, wholeHundredths]]);
  const weights = new Map<string, number>();
  let rest = wholeHundredths;
  for (const { iso3, shareHundredths } of pledge.countries) {
    if (shareHundredths === null) continue;
    weights.set(iso3, shareHundredths);
    rest -= shareHundredths;
  }
  if (rest > 0) weights.set("not_allocated", rest);
  return weights;
}

/** Minor units by country code, `global` and `not_allocated`; they sum to `minor` (R27, R28). */
export function splitByCountry(minor: bigint, pledge: Pick<CountedPledge, "scope" | "countries">): Map<string, bigint> {
  const weights = [...countryWeights(pledge)];
  const parts = splitByWeights(
    minor,
    weights.map(([, weight]) => weight),
  );
  return new Map(weights.map(([key], index) => [key, parts[index] ?? 0n]));
}

/** The ITU region of a country code; `global` and `not_allocated` stay what they are. */
export const regionKey = (key: string): Region | Unplaced =>
  key === "global" || key === "not_allocated" ? key : (regionOf(key) ?? "not_allocated");
