import type { CountedPledge } from "~/counting/model";
import { today } from "~/platform/clock";
import { pool } from "~/platform/db/client.server";
import { formatNumber, formatPartialDate } from "~/platform/i18n/format";
import type { Language } from "~/platform/i18n/languages";
import { getT } from "~/platform/i18n/translate";
import { headlineUsd } from "../figures/model";
import { entryView } from "../list/model";
import { countPledges, listEntries, pageSize } from "../list/queries.server";
import type { Search } from "../model";
import type { GatheringView } from "../pages/gathering";
import type { HeadlineView } from "../pages/home";
import { readCounted, type StoredCounted } from "../record/model";
import { Conditions } from "../search/queries.server";
import { getDuplicates } from "../totals/queries.server";

/** Pledges that have one thing in common, a page of them ready to show, and all of them ready to count. */
export async function gather(search: Search, lang: Language, among?: readonly string[]) {
  const total = await countPledges(search, null, among);
  const pages = Math.max(1, Math.ceil(total / pageSize));
  const page = Math.min(search.page, pages);
  const where = new Conditions(search, null, among);
  const [rows, counted, duplicates] = await Promise.all([
    listEntries(search, null, lang, { offset: (page - 1) * pageSize, among }),
    pool().query<{ counted: StoredCounted }>(
      `SELECT counted FROM compendium_pledges p WHERE counted IS NOT NULL AND ${where.sql()}`,
      where.params,
    ),
    getDuplicates(),
  ]);
  return {
    total,
    page,
    pages,
    entries: rows.map((row) => entryView(row, lang)),
    allCompiled: rows.length > 0 && rows.every(({ compiled }) => compiled),
    counted: counted.rows.map((row): CountedPledge => readCounted(row.counted)),
    /** Of pledges whose money another one carries: shown, and not added (R27). */
    duplicates,
    count: getT(lang, "compendium")("list.count", { count: total, n: formatNumber(total, lang) }),
    figuresNote: getT(lang, "ui")("computed_on", { date: formatPartialDate(today(), lang) }),
  };
}

/** A headline of US dollars, or "not stated" where no pledge states an amount that counts. */
export function usdHeadline(
  usdMinor: bigint | null,
  lang: Language,
  { label, note }: { label: string; note: string },
): HeadlineView {
  if (usdMinor === null) return { value: getT(lang, "ui")("not_stated"), none: true, label, note };
  return { ...headlineUsd(usdMinor, lang), label, note };
}

/** A headline that counts things. */
export const countHeadline = (
  value: number,
  lang: Language,
  { label, note }: { label: string; note: string },
): HeadlineView => ({ value: formatNumber(value, lang), label, note });

/** What every gathering has in common once its pledges are there. */
export const gatheredParts = (gathered: Awaited<ReturnType<typeof gather>>) => {
  const { entries, allCompiled, page, pages, count, figuresNote } = gathered;
  return { entries, allCompiled, page, pages, count, figuresNote } satisfies Partial<GatheringView>;
};
