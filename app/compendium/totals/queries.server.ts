import type { CountedPledge } from "~/counting/model";
import { type Totals, totalsOf } from "~/counting/totals/model";
import { today } from "~/platform/clock";
import { pool } from "~/platform/db/client.server";
import { readCounted, type StoredCounted } from "../record/model";

/** Every counted pledge as counting wants it. */
export async function getCounted(): Promise<CountedPledge[]> {
  const { rows } = await pool().query<{ counted: StoredCounted }>(
    "SELECT counted FROM compendium_pledges WHERE counted IS NOT NULL ORDER BY reference",
  );
  return rows.map(({ counted }) => readCounted(counted));
}

/** Everything added up as of today: the one source of figures on pages and in the API. */
export async function getTotals(): Promise<Totals> {
  return totalsOf(await getCounted(), today());
}

/** How many counted pledges had news in public sources since a day; never a report (R29). */
export async function countObservedSince(day: string): Promise<number> {
  const { rows } = await pool().query<{ n: number }>(
    "SELECT count(*)::int AS n FROM compendium_pledges WHERE counted IS NOT NULL AND observed_on >= $1",
    [day],
  );
  return rows[0]?.n ?? 0;
}
