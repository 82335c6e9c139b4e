import { parse } from "csv-parse/sync";
import { msg } from "~/platform/i18n/message";
import { type RateInput, rateSchema } from "./schema";

const columns = ["currency", "period", "usd_per_unit", "source"] as const;

/** Rates from CSV with a heading row, and a message for everything that was refused, row by row (the heading is row 1). */
export function readRates(text: string): { rates: RateInput[]; refused: string[] } {
  const unreadable = { rates: [], refused: [msg("rates:error.unreadable")] };
  const rows = recordsOf(text);
  const heading = rows?.shift();
  if (!rows || rows.length === 0 || !heading || !columns.every((name) => heading.includes(name))) return unreadable;
  const rates: RateInput[] = [];
  const refused: string[] = [];
  const seen = new Set<string>();
  for (const [index, cells] of rows.entries()) {
    const row = index + 2;
    const cell = (name: (typeof columns)[number]) => cells[heading.indexOf(name)] ?? "";
    const typed = { currency: cell("currency"), period: cell("period"), usdPerUnit: cell("usd_per_unit") };
    const read = rateSchema.safeParse({ ...typed, source: cell("source") });
    if (!read.success) {
      const fields = [...new Set(read.error.issues.map(({ path }) => String(path[0])))];
      for (const name of fields)
        refused.push(msg("rates:error.row", { row, field: name === "usdPerUnit" ? "usd_per_unit" : name }));
      continue;
    }
    const key = `${read.data.currency} ${read.data.period}`;
    if (seen.has(key)) refused.push(msg("rates:error.row_twice", { row }));
    seen.add(key);
    rates.push(read.data);
  }
  return { rates, refused };
}

function recordsOf(text: string): string[][] | null {
  try {
    return parse(text, { bom: true, trim: true, skip_empty_lines: true, relax_column_count: true });
  } catch {
    return null;
  }
}
