import { db } from "~/platform/db/client.server";

/** The reasons that people gave for entries of the trail, by the entry's number. Who may read them is for the caller to decide. */
export async function listReasons(entries: readonly { seq: bigint }[]): Promise<Map<bigint, string>> {
  const rows = await db().eventReason.findMany({ where: { seq: { in: entries.map(({ seq }) => seq) } } });
  return new Map(rows.map(({ seq, text }) => [seq, text]));
}
