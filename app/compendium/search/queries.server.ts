import { freshnessBounds } from "~/counting/delivered/model";
import { today } from "~/platform/clock";
import { pool } from "~/platform/db/client.server";
import type { Language } from "~/platform/i18n/languages";
import { countedStatuses, type Group } from "~/reference/codes";
import { membersOf } from "~/reference/countries";
import { type FilterName, filterNames, type Search } from "../model";
import { allConfigs, plainText, questionText } from "./model";

/** Pledges that words were found in, best first. `loose`: nothing has these words, so similar ones were looked for. */
export interface Hits {
  ids: string[];
  loose: boolean;
}

/** How alike a word must be to stand for another one, as pg_trgm measures it. */
const alike = 0.4;

/**
 * Finds words in what is shown, or found, in one language. The words are read by the rules of every language, since a text that is not
 * translated is shown, and searched, in its own. Where nothing is found, spelling is forgiven.
 */
export async function findWords(q: string, lang: Language): Promise<Hits | null> {
  if (!q) return null;
  const question = allConfigs.map((config) => `websearch_to_tsquery('${config}', $1)`).join(" || ");
  const exact = await pool().query<{ id: string }>(
    `SELECT pledge_id AS id FROM compendium_texts, (SELECT ${question} AS query) AS asked
     WHERE lang = $2 AND found @@ query ORDER BY ts_rank(found, query) DESC, pledge_id`,
    [questionText(q), lang],
  );
  if (exact.rows.length > 0) return { ids: exact.rows.map(({ id }) => id), loose: false };
  const words = plainText(q).match(/[\p{L}\p{N}]{3,}/gu) ?? [];
  if (words.length === 0) return { ids: [], loose: false };
  const similar = await pool().query<{ id: string }>(
    `SELECT pledge_id AS id FROM compendium_texts,
       LATERAL (SELECT min(word_similarity(word, words)) AS least FROM unnest($1::text[]) AS word) AS likeness
     WHERE lang = $2 AND least >= $3 ORDER BY least DESC, pledge_id`,
    [words.slice(0, 8), lang, alike],
  );
  return { ids: similar.rows.map(({ id }) => id), loose: similar.rows.length > 0 };
}

const columns: Partial<Record<FilterName, { column: string; list?: true; type?: string }>> = {
  type: { column: "p.type" },
  focus: { column: "p.focus_areas", list: true },
  constituency: { column: "p.constituency" },
  region: { column: "p.regions", list: true },
  country: { column: "p.countries", list: true },
  sdg: { column: "p.sdgs", list: true, type: "int" },
  year: { column: "p.year", type: "int" },
  event: { column: "p.event" },
  value: { column: "p.value_band" },
  delivery: { column: "p.delivery" },
};

/** Freshness on a day as `freshnessOf` says it (R29); the days are the clock's own, so they may stand in the text. */
function freshnessSql(day: string): string {
  const { fresh, aging } = freshnessBounds(day);
  return `(CASE WHEN p.last_report_on > '${fresh}' THEN 'within_12' WHEN p.last_report_on > '${aging}' THEN 'within_24'
    WHEN p.last_report_on IS NOT NULL THEN 'older' WHEN p.first_due_on >= '${day}' THEN 'not_yet_due' ELSE 'never' END)`;
}

/** SQL that says which rows a search means, with its parameters; `sql` leaves out the filter a facet is counted for. */
export class Conditions {
  readonly params: unknown[] = [];
  private readonly parts: { name: FilterName | null; sql: string }[] = [];

  /** `among`: only pledges that these organisations made, or made together with others. */
  constructor(search: Search, hits: Hits | null, among?: readonly string[]) {
    this.add(null, "p.listed");
    if (among) this.add(null, `p.organisation_ids && ${this.param(among)}::uuid[]`);
    if (hits) this.add(null, `p.id = ANY(${this.param(hits.ids)}::uuid[])`);
    for (const [name, { column, list, type = "text" }] of Object.entries(columns)) {
      const values = search[name as FilterName];
      if (values.length > 0)
        this.add(
          name as FilterName,
          list ? `${column} && ${this.param(values)}::${type}[]` : `${column} = ANY(${this.param(values)}::${type}[])`,
        );
    }
    this.add(
      "status",
      `p.state = ANY(${this.param(search.status.length > 0 ? search.status : countedStatuses)}::text[])`,
    );
    if (search.group.length > 0)
      this.add("group", `(${search.group.map((group) => this.inGroup(group, search)).join(" OR ")})`);
    if (search.reported.length > 0)
      this.add("reported", `${freshnessSql(today())} = ANY(${this.param(search.reported)}::text[])`);
    for (const name of ["joint", "compiled"] as const)
      if (search[name].length === 1) this.add(name, search[name][0] === "yes" ? `p.${name}` : `NOT p.${name}`);
  }

  /** Whether a row names a country of the group, on the list when pledged or on it today (R23). */
  inGroup(group: Group, { group_basis }: Search): string {
    if (group_basis === "pledged") return `${this.param(group)} = ANY(p.groups_pledged)`;
    const members = membersOf(group, today()).map(({ iso3 }) => iso3);
    return `p.countries && ${this.param(members)}::text[]`;
  }

  param(value: unknown): string {
    this.params.push(value);
    return `$${this.params.length}`;
  }

  sql(except?: FilterName): string {
    return this.parts
      .filter(({ name }) => name === null || name !== except)
      .map(({ sql }) => sql)
      .join(" AND ");
  }

  private add(name: FilterName | null, sql: string): void {
    this.parts.push({ name, sql });
  }
}

/** How many pledges each value of a filter would give, considering the question and all other filters. */
export type FacetCounts = Record<FilterName, Map<string, number>>;

const facetColumns: Partial<Record<FilterName, string>> = {
  type: "p.type",
  constituency: "p.constituency",
  year: "p.year::text",
  event: "p.event",
  value: "p.value_band",
  status: "p.state",
  compiled: "CASE WHEN p.compiled THEN 'yes' ELSE 'no' END",
  joint: "CASE WHEN p.joint THEN 'yes' ELSE 'no' END",
  delivery: "p.delivery",
};
const facetLists: Partial<Record<FilterName, string>> = {
  focus: "p.focus_areas",
  region: "p.regions",
  country: "p.countries",
  sdg: "p.sdgs::text[]",
};

/** Exact counts of every facet in one round trip. */
export async function countFacets(search: Search, hits: Hits | null): Promise<FacetCounts> {
  const where = new Conditions(search, hits);
  const selects = [
    ...Object.entries({ ...facetColumns, reported: freshnessSql(today()) }).map(
      ([name, column]) =>
        `SELECT '${name}' AS facet, ${column} AS key, count(*)::int AS n FROM compendium_pledges p WHERE ${where.sql(name as FilterName)} GROUP BY 2`,
    ),
    ...Object.entries(facetLists).map(
      ([name, column]) =>
        `SELECT '${name}', one, count(*)::int FROM compendium_pledges p, unnest(${column}) AS one WHERE ${where.sql(name as FilterName)} GROUP BY 2`,
    ),
    ...(["ldc", "lldc", "sids"] as const).map(
      (group) =>
        `SELECT 'group', '${group}', count(*)::int FROM compendium_pledges p WHERE ${where.sql("group")} AND ${where.inGroup(group, search)}`,
    ),
  ];
  const { rows } = await pool().query<{ facet: FilterName; key: string | null; n: number }>(
    selects.join(" UNION ALL "),
    where.params,
  );
  const counts = {} as FacetCounts;
  for (const name of filterNames) counts[name] = new Map();
  for (const { facet, key, n } of rows) if (key !== null) counts[facet].set(key, n);
  return counts;
}
