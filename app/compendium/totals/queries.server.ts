import { type DeliveredTotals, deliveredTotals } from "~/counting/delivered/model";
import { type CountedPledge, duplicatesOfMoney } from "~/counting/model";
import { type Totals, totalsOf } from "~/counting/totals/model";
import { today } from "~/platform/clock";
import { pool } from "~/platform/db/client.server";
import { type Reporting, reportedOf } from "../progress/model";
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

/** What was delivered as of today, by the rules that add up what was pledged (R27, R29). */
export async function getDelivered(): Promise<DeliveredTotals> {
  const { rows } = await pool().query<{ counted: StoredCounted; compiled: boolean; reporting: Reporting }>(
    `SELECT counted, compiled, record->'reporting' AS reporting FROM compendium_pledges WHERE counted IS NOT NULL ORDER BY reference`,
  );
  const day = today();
  return deliveredTotals(
    rows.map(({ counted, compiled, reporting }) =>
      reportedOf(readCounted(counted), reporting, { compiled, today: day }),
    ),
    day,
  );
}

/** References of pledges whose money another one carries (R27). Only pledges that are related to others are looked at. */
export async function getDuplicates(): Promise<Set<string>> {
  const { rows } = await pool().query<{ counted: StoredCounted }>(
    `WITH related AS (SELECT reference, counted FROM compendium_pledges WHERE jsonb_array_length(coalesce(counted->'relations', '[]')) > 0)
     SELECT counted FROM compendium_pledges WHERE counted IS NOT NULL AND reference IN (
       SELECT reference FROM related UNION SELECT one->>'reference' FROM related, jsonb_array_elements(counted->'relations') AS one)`,
  );
  return duplicatesOfMoney(rows.map(({ counted }) => readCounted(counted)));
}

/** How many counted pledges had news in public sources since a day; never a report (R29). */
export async function countObservedSince(day: string): Promise<number> {
  const { rows } = await pool().query<{ n: number }>(
    "SELECT count(*)::int AS n FROM compendium_pledges WHERE counted IS NOT NULL AND observed_on >= $1",
    [day],
  );
  return rows[0]?.n ?? 0;
}
