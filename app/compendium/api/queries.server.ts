import { address } from "~/addresses";
import type { KeyedTally, Tally } from "~/counting/totals/model";
import { now, today } from "~/platform/clock";
import { pool } from "~/platform/db/client.server";
import { env } from "~/platform/env";
import type { Language } from "~/platform/i18n/languages";
import { countries, countryName, groupsOf } from "~/reference/countries";
import { type ExchangeRow, exchangeOf } from "../formats/exchange";
import { countPledges, orderOf } from "../list/queries.server";
import type { Search } from "../model";
import { isHeld } from "../organisation/model";
import type { OrganisationRow } from "../organisation/queries.server";
import type { StoredRecord } from "../record/model";
import { Conditions, findWords, type Hits } from "../search/queries.server";
import { getDelivered, getTotals } from "../totals/queries.server";

/** One stretch of a search in the exchange format; `next_cursor` asks for the following one, null at the end. */
export interface RecordList {
  items: ExchangeRow[];
  total: number;
  next_cursor: string | null;
}

interface Cursor {
  reference: string;
  position: number;
}

/** A cursor as it came from outside, or null if it is not one of ours. */
export function parseCursor(text: string): Cursor | null {
  const [, position, reference] =
    /^(\d{1,9})~(P2C-\d{4}-\d{5,})$/.exec(Buffer.from(text, "base64url").toString()) ?? [];
  return position && reference ? { position: Number(position), reference } : null;
}

const cursorText = ({ reference, position }: Cursor) => Buffer.from(`${position}~${reference}`).toString("base64url");

/** The records of a search in its order, after a cursor: after the pledge it names, wherever that one stands now. */
export async function listRecords(
  search: Search,
  { limit, cursor, lang = "en" }: { limit: number; cursor?: Cursor | null; lang?: Language },
): Promise<RecordList> {
  const hits = await findWords(search.q, lang);
  const [rows, total] = await Promise.all([readRecords(search, hits, limit + 1, cursor), countPledges(search, hits)]);
  const last = rows[limit - 1];
  return {
    items: rows.slice(0, limit).map(({ record }) => exchangeOf(record, env.APP_URL)),
    total,
    next_cursor: rows.length > limit && last ? cursorText(last) : null,
  };
}

async function readRecords(search: Search, hits: Hits | null, limit: number, cursor?: Cursor | null) {
  const where = new Conditions(search, hits);
  const order = orderOf(search, hits, where);
  const after = cursor
    ? `WHERE position > coalesce((SELECT position FROM ordered WHERE reference = ${where.param(cursor.reference)}), ${where.param(cursor.position)})`
    : "";
  const { rows } = await pool().query<{ reference: string; position: number; record: StoredRecord }>(
    `WITH ordered AS (SELECT p.id, p.reference, (row_number() OVER (ORDER BY ${order}))::int AS position FROM compendium_pledges p WHERE ${where.sql()}),
       wanted AS (SELECT * FROM ordered ${after} ORDER BY position LIMIT ${where.param(limit)})
     SELECT w.reference, w.position, p.record FROM wanted w JOIN compendium_pledges p ON p.id = w.id ORDER BY w.position`,
    where.params,
  );
  return rows;
}

/** All records of a search, read as they are needed: for downloads of any length. */
export async function* streamRecords(search: Search, lang: Language): AsyncGenerator<ExchangeRow> {
  const hits = await findWords(search.q, lang);
  let cursor: Cursor | undefined;
  for (;;) {
    const rows = await readRecords(search, hits, 500, cursor);
    for (const { record } of rows) yield exchangeOf(record, env.APP_URL);
    cursor = rows.at(-1);
    if (rows.length < 500 || !cursor) return;
  }
}

/** Organisations that have a public page, by name. */
export async function listOrganisations() {
  const { rows } = await pool().query<OrganisationRow & { pledges: number }>(
    `SELECT o.*, (SELECT count(*)::int FROM compendium_pledges p
       WHERE p.listed AND p.state IN ('published', 'completed') AND p.organisation_ids @> ARRAY[o.id]) AS pledges
     FROM compendium_organisations o WHERE o.state <> 'suspended' ORDER BY o.name, o.slug`,
  );
  const items = rows.map((row) => ({
    slug: row.slug,
    name: row.name,
    constituency: row.constituency,
    country: row.country,
    website: row.website,
    compiled: row.state === "recorded",
    pledges: row.pledges,
    focus_areas: row.participations
      .filter((one) => isHeld(one, today()))
      .map(({ focusArea, kind }) => ({ focus_area: focusArea, role: kind })),
    url: env.APP_URL + address.organisation("en", row.slug),
  }));
  return { items, total: items.length, next_cursor: null };
}

const dollars = (usdMinor: bigint) => Number(usdMinor) / 100;

/** All countries and territories, with the pledges that name them and what is allocated to them. */
export async function listCountries() {
  const { byCountry } = await getTotals();
  const tallies = new Map(byCountry.map((tally) => [tally.key, tally]));
  const items = countries.map(({ iso3, region }) => ({
    iso3,
    name: countryName(iso3, "en"),
    region,
    groups: groupsOf(iso3, today()),
    pledges: tallies.get(iso3)?.pledges ?? 0,
    value_usd: dollars(tallies.get(iso3)?.usdMinor ?? 0n),
    url: env.APP_URL + address.country("en", iso3),
  }));
  return { items, total: items.length, next_cursor: null };
}

/** Everything added up, in the keys of the contract. */
export async function getSummary() {
  const [totals, delivered] = await Promise.all([getTotals(), getDelivered()]);
  const keyed = (tallies: KeyedTally[]) =>
    tallies.map(({ key, pledges, usdMinor }) => ({ key, pledges, value_usd: dollars(usdMinor) }));
  const tally = ({ pledges, usdMinor }: Tally) => ({ pledges, value_usd: dollars(usdMinor) });
  return {
    computed_at: now().toISOString(),
    ...tally(totals),
    delivered_usd: dollars(delivered.usdMinor),
    reported_12_months: delivered.reported12Months,
    by_type: keyed(totals.byType),
    by_focus_area: keyed(totals.byFocusArea),
    by_constituency: keyed(totals.byConstituency),
    by_region: keyed(totals.byRegion),
    by_country: keyed(totals.byCountry),
    by_year: keyed(totals.byYear),
    by_group: totals.byGroup.map(({ key, whenPledged, today: now }) => ({
      key,
      when_pledged: tally(whenPledged),
      today: tally(now),
    })),
    not_allocated: tally(totals.notAllocated),
  };
}
