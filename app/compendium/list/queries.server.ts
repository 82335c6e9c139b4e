import { pool } from "~/platform/db/client.server";
import type { Language } from "~/platform/i18n/languages";
import type { Sort } from "~/reference/codes";
import { type FilterName, filterNames, type Search } from "../model";
import { Conditions, type Hits } from "../search/queries.server";
import type { EntryRow } from "./model";

/** Pledges on one page of a list. */
export const pageSize = 20;

/** What an entry shows; `p` is a pledge and `x` its text in the page's language. */
export const entryColumns = `p.reference, p.state, p.compiled, p.type, p.focus_areas, x.title, x.summary, x.source_lang, x.organisation,
  p.value_usd_minor::text AS value, coalesce(p.record->'pledge'->>'announced', p.record->>'announced') AS announced,
  p.record->>'publishedOn' AS published_on, p.observed_on, p.ends_on,
  p.delivery, p.last_report_on, p.first_due_on, p.disbursed_usd_minor::text AS disbursed,
  CASE WHEN p.record ? 'pledge' THEN jsonb_build_object(
    'language', p.record#>'{pledge,language}', 'amountMinor', p.record#>'{pledge,amountMinor}', 'currency', p.record#>'{pledge,currency}',
    'amountOrigin', p.record#>'{pledge,amountOrigin}', 'amountBasis', p.record#>'{pledge,amountBasis}',
    'years', p.record#>'{pledge,years}', 'valueState', p.record#>'{pledge,valueState}', 'usdMinor', p.record#>'{pledge,usdMinor}',
    'people', p.record#>'{pledge,people}', 'milestones', p.record#>'{pledge,milestones}', 'indicators', p.record#>'{pledge,indicators}')
  END AS stated`;

const orders: Record<Exclude<Sort, "relevance">, string> = {
  newest: "p.sort_on DESC, p.reference DESC",
  value: "p.value_usd_minor DESC NULLS LAST, p.sort_on DESC, p.reference DESC",
  reported: "p.last_report_on DESC NULLS LAST, p.observed_on DESC NULLS LAST, p.sort_on DESC, p.reference DESC",
  // What ended already comes after what is still to end, and what states no end comes last.
  ending: "(p.ends_on < to_char(now(), 'YYYY')) ASC NULLS LAST, p.ends_on ASC, p.reference DESC",
};

/** The order a list is really in: by relevance only where words were found. */
export const sortOf = (search: Search, hits: Hits | null): Sort => {
  if (hits && (search.sort === null || search.sort === "relevance")) return "relevance";
  return search.sort === null || search.sort === "relevance" ? "newest" : search.sort;
};

/** How many pledges a search means. */
export async function countPledges(search: Search, hits: Hits | null, among?: readonly string[]): Promise<number> {
  const where = new Conditions(search, hits, among);
  const { rows } = await pool().query<{ n: number }>(
    `SELECT count(*)::int AS n FROM compendium_pledges p WHERE ${where.sql()}`,
    where.params,
  );
  return rows[0]?.n ?? 0;
}

/** One stretch of a search's pledges in its order, with their texts in one language. */
export async function listEntries(
  search: Search,
  hits: Hits | null,
  lang: Language,
  { limit = pageSize, offset = 0, among }: { limit?: number; offset?: number; among?: readonly string[] } = {},
): Promise<EntryRow[]> {
  const where = new Conditions(search, hits, among);
  const order = orderOf(search, hits, where);
  const sql = `SELECT ${entryColumns} FROM compendium_pledges p JOIN compendium_texts x ON x.pledge_id = p.id AND x.lang = ${where.param(lang)}
    WHERE ${where.sql()} ORDER BY ${order} LIMIT ${where.param(limit)} OFFSET ${where.param(offset)}`;
  return (await pool().query<EntryRow>(sql, where.params)).rows;
}

/** The ORDER BY of a search. */
export function orderOf(search: Search, hits: Hits | null, where: Conditions): string {
  const sort = sortOf(search, hits);
  return sort === "relevance" ? `array_position(${where.param(hits?.ids ?? [])}::uuid[], p.id)` : orders[sort];
}

/** How many pledges there would be without each of the filters in use: for a list that came out empty. */
export async function countWithout(
  search: Search,
  hits: Hits | null,
): Promise<{ name: FilterName | "q"; pledges: number }[]> {
  const used = filterNames.filter((name) => search[name].length > 0);
  const counts = await Promise.all([
    ...used.map(async (name) => ({ name, pledges: await countPledges({ ...search, [name]: [] }, hits) })),
    ...(hits ? [countPledges(search, null).then((pledges) => ({ name: "q" as const, pledges }))] : []),
  ]);
  return counts.filter(({ pledges }) => pledges > 0);
}

/** Pledges that are in the register by default: published and completed. */
export async function countAll(): Promise<number> {
  const { rows } = await pool().query<{ n: number }>(
    "SELECT count(*)::int AS n FROM compendium_pledges WHERE listed AND state IN ('published', 'completed')",
  );
  return rows[0]?.n ?? 0;
}
