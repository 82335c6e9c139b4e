import type { DeliveredPart, ReportedPledge } from "~/counting/delivered/model";
import type { CountedPledge } from "~/counting/model";
import type { Delivery } from "~/reference/codes";

/** What the reports on a pledge come to, as the read model keeps it: days as YYYY-MM-DD (UTC), money in US cents as text. */
export interface Reporting {
  /** What the lead pledger's latest accepted report says, or how the pledge ended. */
  delivery: Delivery | null;
  lastReportOn: string | null;
  lastReportAt: string | null;
  firstDueOn: string | null;
  /** All confirmed parts together; null: no figure, or none that could be converted. */
  disbursedUsdMinor: string | null;
  delivered: { organisationId: string; usdMinor: string | null; reportedOn: string | null }[];
  /** Requests that were not skipped. */
  requests: { dueOn: string; answered: boolean }[];
}

/** Counting's row of a pledge with its reports; requests count once their due date has passed. */
export function reportedOf(
  pledge: CountedPledge,
  reporting: Reporting,
  { compiled, today }: { compiled: boolean; today: string },
): ReportedPledge {
  const due = reporting.requests.filter(({ dueOn }) => dueOn < today);
  return {
    pledge,
    compiled,
    delivered: reporting.delivered.map(
      (part): DeliveredPart => ({ ...part, usdMinor: part.usdMinor === null ? null : BigInt(part.usdMinor) }),
    ),
    lastReportOn: reporting.lastReportOn,
    firstDueOn: reporting.firstDueOn,
    asked: due.length,
    answered: due.filter(({ answered }) => answered).length,
  };
}

/** An amount as it was pledged: the whole of it, in minor units, and its US cents by the pledge's own rate. */
export interface PledgedAmount {
  wholeMinor: bigint | null;
  currency: string | null;
  usdMinor: bigint | null;
}

/** US cents of a sum in the pledge's currency, by the pledge's own rate (R24), half a cent up; null if the pledge has none. */
export function usdOf(minor: bigint | null, currency: string | null, pledged: PledgedAmount): bigint | null {
  if (minor === null) return null;
  if (currency === "USD") return minor;
  const { wholeMinor: whole, usdMinor: usd } = pledged;
  if (currency !== pledged.currency || whole === null || whole === 0n || usd === null) return null;
  return (2n * minor * usd + whole) / (2n * whole);
}

/** One value of an indicator at the end of a period. */
export interface Point {
  day: string;
  value: number;
}

/** A small line chart as geometry in the units of its view box. */
export interface LineChart {
  width: number;
  height: number;
  base: number;
  start: number;
  end: number;
  line: string;
  points: { x: number; y: number; text: string }[];
  /** Height of the target. */
  target: number | null;
}

const width = 360;
const height = 130;
const room = { start: 12, end: 48, top: 22, bottom: 12 };

/** Values over time from the baseline on, with the target across; for readers from left to right or from right to left. */
export function lineChart(
  points: readonly Point[],
  target: number | null,
  { rtl, format }: { rtl: boolean; format: (value: number) => string },
): LineChart {
  const days = points.map(({ day }) => Date.parse(day));
  const first = Math.min(...days);
  const span = Math.max(...days) - first || 1;
  const values = [...points.map(({ value }) => value), ...(target === null ? [] : [target]), 0];
  const low = Math.min(...values);
  const reach = Math.max(...values) - low || 1;
  const base = height - room.bottom;
  const y = (value: number) => Math.round((base - ((value - low) / reach) * (base - room.top)) * 10) / 10;
  const x = (day: string) => {
    const along = room.start + ((Date.parse(day) - first) / span) * (width - room.start - room.end);
    return Math.round((rtl ? width - along : along) * 10) / 10;
  };
  const drawn = points.map(({ day, value }) => ({ x: x(day), y: y(value), text: format(value) }));
  return {
    width,
    height,
    base,
    start: rtl ? width : 0,
    end: rtl ? 0 : width,
    line: drawn.map((point, index) => `${index === 0 ? "M" : "L"}${point.x} ${point.y}`).join(""),
    points: drawn,
    target: target === null ? null : y(target),
  };
}
