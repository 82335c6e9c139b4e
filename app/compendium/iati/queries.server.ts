import { now } from "~/platform/clock";
import { pool } from "~/platform/db/client.server";
import { env } from "~/platform/env";
import { iatiOf } from "../formats/iati";
import type { PledgeRecord } from "../record/model";

/** Every counted pledge as an activity of IATI 2.03. */
export async function getIatiActivities(): Promise<string> {
  const { rows } = await pool().query<{ record: PledgeRecord }>(
    "SELECT record FROM compendium_pledges WHERE counted IS NOT NULL AND record->>'kind' = 'pledge' ORDER BY reference",
  );
  return iatiOf(
    rows.map(({ record }) => record),
    { appUrl: env.APP_URL, at: now() },
  );
}
