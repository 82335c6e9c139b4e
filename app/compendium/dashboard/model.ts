import { scaleBand, scaleLinear } from "d3-scale";
import { formatNumber } from "~/platform/i18n/format";
import type { Language } from "~/platform/i18n/languages";

/** A column chart as geometry: places and lengths in the units of its view box. */
export interface ColumnChart {
  width: number;
  height: number;
  base: number;
  start: number;
  end: number;
  columns: { x: number; y: number; width: number; height: number; middle: number; label: string; value: string }[];
  ticks: { y: number; label: string }[];
}

const width = 360;
const height = 220;
const room = { start: 44, end: 8, top: 24, bottom: 28 };

/** Columns over labels, for readers from left to right or from right to left. Values are 0 or more. */
export function columnChart(
  values: { label: string; value: number; text: string }[],
  { rtl, format }: { rtl: boolean; format: (value: number) => string },
): ColumnChart {
  const from = rtl ? width - room.start : room.start;
  const to = rtl ? room.end : width - room.end;
  const base = height - room.bottom;
  const x = scaleBand(
    values.map(({ label }) => label),
    [from, to],
  ).padding(0.35);
  const y = scaleLinear([0, Math.max(1, ...values.map(({ value }) => value))], [base, room.top]).nice(4);
  const round = (value: number) => Math.round(value * 10) / 10;
  return {
    width,
    height,
    base,
    start: from,
    end: to,
    columns: values.map(({ label, value, text }) => {
      const left = x(label) ?? 0;
      const top = y(value);
      return {
        x: round(left),
        y: round(top),
        width: round(x.bandwidth()),
        height: round(base - top),
        middle: round(left + x.bandwidth() / 2),
        label,
        value: text,
      };
    }),
    ticks: y.ticks(4).map((tick) => ({ y: round(y(tick)), label: format(tick) })),
  };
}

/** Numbers as charts write them: US cents become millions of US dollars, nothing becomes a dash. */
export function writer(lang: Language) {
  const n = (value: number) => formatNumber(value, lang);
  const million = (usdMinor: bigint) => {
    if (usdMinor === 0n) return "–";
    const value = Number(usdMinor) / 1e8;
    const one = { minimumFractionDigits: 1, maximumFractionDigits: 1 };
    return value < 0.05 ? `<${formatNumber(0.1, lang, one)}` : formatNumber(value, lang, one);
  };
  return { n, million };
}

/** The length of a bar among others; null where there is nothing to draw. */
export const shareOf = (value: number, values: readonly number[]): number | null =>
  value === 0 ? null : value / Math.max(...values, 1);
