import type { Freshness } from "~/reference/codes";
import { addsValue, type CountedPledge, duplicatesOfMoney, isCounted } from "../model";

/** What one organisation delivered of its own part. US cents by the pledge's own rate; null: nothing reported, or not converted (R24). */
export interface DeliveredPart {
  organisationId: string;
  usdMinor: bigint | null;
  /** End of the period of its latest accepted report (UTC day). */
  reportedOn: string | null;
}

/** What counting needs to know of the reports on a pledge. */
export interface ReportedPledge {
  pledge: CountedPledge;
  compiled: boolean;
  /** The lead pledger's part comes first; only parts that are counted in what was pledged are counted here (R20). */
  delivered: readonly DeliveredPart[];
  /** End of the period of the lead pledger's latest accepted report: it sets freshness (R31). */
  lastReportOn: string | null;
  firstDueOn: string | null;
  /** Requests whose due date has passed and that were not skipped, and how many of them were answered. */
  asked: number;
  answered: number;
}

/** The day a number of months before another one. */
function monthsBefore(day: string, months: number): string {
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCMonth(at.getUTCMonth() - months);
  return at.toISOString().slice(0, 10);
}

/** A period that ended after `fresh` is within twelve months today, after `aging` within twenty-four (R29). */
export const freshnessBounds = (today: string) => ({ fresh: monthsBefore(today, 12), aging: monthsBefore(today, 24) });

/** How fresh the latest report is today (R29). `first_due_on` that still lies ahead means that nothing was owed yet. */
export function freshnessOf(
  { lastReportOn, firstDueOn }: Pick<ReportedPledge, "lastReportOn" | "firstDueOn">,
  today: string,
): Freshness {
  if (lastReportOn) {
    const { fresh, aging } = freshnessBounds(today);
    if (lastReportOn > fresh) return "within_12";
    return lastReportOn > aging ? "within_24" : "older";
  }
  return firstDueOn && firstDueOn >= today ? "not_yet_due" : "never";
}

/** US cents delivered on a pledge, each confirmed part once; null: no report gave a figure that counts. */
export function deliveredValue({ pledge, delivered }: Pick<ReportedPledge, "pledge" | "delivered">): bigint | null {
  if (!addsValue(pledge)) return null;
  const confirmed = new Set(pledge.parts.filter((part) => part.confirmed).map((part) => part.organisationId));
  const counted = delivered.filter((part) => part.usdMinor !== null && confirmed.has(part.organisationId));
  return counted.length === 0 ? null : counted.reduce((sum, part) => sum + (part.usdMinor ?? 0n), 0n);
}

export interface DeliveredTotals {
  /** US cents delivered, each dollar once (R27). */
  usdMinor: bigint;
  /** Pledges with a report whose period ended in the last twelve months, and what those pledges promised in US cents. */
  reported12Months: number;
  reported12MonthsUsdMinor: bigint;
  byFreshness: Record<Freshness, number>;
  /** Compiled records, shown apart (R16). */
  compiled: number;
  asked: number;
  answered: number;
}

/** Adds up what was delivered, by the rules that add up what was pledged (R27, R29). Compiled records are in no response rate (R16). */
export function deliveredTotals(all: readonly ReportedPledge[], today: string): DeliveredTotals {
  const rows = all.filter(({ pledge }) => isCounted(pledge));
  const duplicates = duplicatesOfMoney(rows.map(({ pledge }) => pledge));
  const totals: DeliveredTotals = {
    usdMinor: 0n,
    reported12Months: 0,
    reported12MonthsUsdMinor: 0n,
    byFreshness: { within_12: 0, within_24: 0, older: 0, never: 0, not_yet_due: 0 },
    compiled: 0,
    asked: 0,
    answered: 0,
  };
  for (const row of rows) {
    const adds = !duplicates.has(row.pledge.reference);
    if (adds) totals.usdMinor += deliveredValue(row) ?? 0n;
    const freshness = freshnessOf(row, today);
    if (freshness === "within_12") {
      totals.reported12Months += 1;
      if (adds) totals.reported12MonthsUsdMinor += pledgedValue(row.pledge);
    }
    if (row.compiled) totals.compiled += 1;
    else {
      totals.byFreshness[freshness] += 1;
      totals.asked += row.asked;
      totals.answered += row.answered;
    }
  }
  return totals;
}

function pledgedValue(pledge: CountedPledge): bigint {
  if (!addsValue(pledge)) return 0n;
  return pledge.parts.reduce((sum, part) => (part.confirmed ? sum + (part.usdMinor ?? 0n) : sum), 0n);
}
