import { now } from "~/platform/clock";
import type { Tx } from "~/platform/db/client.server";
import { averageRate, toUsdCents } from "~/reference/rates";

interface Amount {
  amountMinor: bigint | null;
  currency: string | null;
  amountBasis: string | null;
  years: number | null;
}

interface UsdRate {
  usdPerUnit: string;
  date: string;
  source: string;
}

/** What is kept beside an amount: the US dollars it was worth, once and for all (R24). Cents; null while no rate is known. */
export interface FrozenValue {
  valueState: "none" | "converted" | "awaiting_rate";
  usdMinor: bigint | null;
  rate: string | null;
  rateDate: string | null;
  rateSource: string | null;
}

const noValue: FrozenValue = { valueState: "none", usdMinor: null, rate: null, rateDate: null, rateSource: null };
const awaitingRate: FrozenValue = { ...noValue, valueState: "awaiting_rate" };

/** The whole amount in minor units: a yearly sum with a number of years is multiplied, without one it stays a year's sum (R27). */
export const wholeAmount = ({ amountMinor, amountBasis, years }: Amount): bigint | null =>
  amountMinor === null ? null : amountMinor * BigInt(amountBasis === "per_year" ? (years ?? 1) : 1);

/**
 * The US dollar value of an amount on a day as precise as known (YYYY, YYYY-MM, YYYY-MM-DD): by the rate of the last working day before,
 * or the period's average when only month or year are known (R24). A missing rate never stops anything.
 */
export async function freezeValue(tx: Tx, amount: Amount, on: string): Promise<FrozenValue> {
  const whole = wholeAmount(amount);
  if (whole === null || !amount.currency) return noValue;
  const rate = await rateOn(tx, amount.currency, on);
  if (!rate) return awaitingRate;
  return {
    valueState: "converted",
    usdMinor: toUsdCents(whole, amount.currency, rate.usdPerUnit),
    rate: rate.usdPerUnit,
    rateDate: rate.date,
    rateSource: rate.source,
  };
}

/**
 * The value of a revised amount: unchanged keeps what was frozen, a change converts only the difference anew; the pledge keeps its own
 * rate for what follows (R24). Another currency is converted whole.
 */
export async function refreezeValue(
  tx: Tx,
  amount: Amount,
  earlier: Amount & {
    usdMinor: bigint | null;
    rate: { toString(): string } | null;
    rateDate: string | null;
    rateSource: string | null;
  },
  on: string,
): Promise<FrozenValue> {
  const whole = wholeAmount(amount);
  const before = wholeAmount(earlier);
  if (whole === null || before === null || earlier.usdMinor === null || earlier.currency !== amount.currency)
    return freezeValue(tx, amount, on);
  const own = { rate: String(earlier.rate), rateDate: earlier.rateDate, rateSource: earlier.rateSource };
  if (whole === before) return { valueState: "converted", usdMinor: earlier.usdMinor, ...own };
  const rate = await rateOn(tx, amount.currency ?? "", on);
  if (!rate) return awaitingRate;
  const difference = toUsdCents(whole - before, amount.currency ?? "", rate.usdPerUnit);
  return { valueState: "converted", usdMinor: earlier.usdMinor + difference, ...own };
}

/**
 * The day for whose value a rate is needed, as precise as known: of the first submission, for compiled records of the announcement, for a
 * later revision of its own submission (R24).
 */
export function valuedOn(
  revision: { number: number; submittedAt: Date | null },
  pledge: { compiled: boolean; announced: string | null; firstSubmittedOn: Date | null },
): string {
  if (pledge.compiled && pledge.announced) return pledge.announced;
  const first = revision.number === 1 ? pledge.firstSubmittedOn : null;
  return (first ?? revision.submittedAt ?? pledge.firstSubmittedOn ?? now()).toISOString().slice(0, 10);
}

/** The rate on file for a day or period, or null (R24). */
export async function rateOn(tx: Pick<Tx, "exchangeRate">, currency: string, on: string): Promise<UsdRate | null> {
  if (currency === "USD") return { usdPerUnit: "1", date: on, source: "USD" };
  if (on.length < 10) {
    const kept = await tx.exchangeRate.findUnique({ where: { currency_period: { currency, period: on } } });
    if (kept) return { usdPerUnit: String(kept.usdPerUnit), date: on, source: kept.source };
    const average = averageRate(currency, on);
    return average ? { usdPerUnit: average.usdPerUnit, date: on, source: average.source } : null;
  }
  // Banks publish no rate on weekends and holidays: the last one of the week before the day.
  const earliest = new Date(Date.parse(`${on}T00:00:00Z`) - 7 * 86_400_000).toISOString().slice(0, 10);
  const last = await tx.exchangeRate.findFirst({
    where: { currency, period: { gte: earliest, lt: on } },
    orderBy: { period: "desc" },
  });
  return last ? { usdPerUnit: String(last.usdPerUnit), date: last.period, source: last.source } : null;
}
