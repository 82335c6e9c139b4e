import { pool } from "~/platform/db/client.server";
import { env } from "~/platform/env";
import type { Language } from "~/platform/i18n/languages";
import { type ExchangeRow, exchangeOf } from "../formats/exchange";
import { countPledges, orderOf } from "../list/queries.server";
import type { Search } from "../model";
import type { StoredRecord } from "../record/model";
import { Conditions, findWords, type Hits } from "../search/queries.server";

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
