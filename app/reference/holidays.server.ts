import type { Tx } from "~/platform/db/client.server";
import type { Holidays } from "./working-days";

/** The days on which staff do not work (R19): some weekday of every year, so few that all are read at once. */
export async function listHolidays(tx: Pick<Tx, "holiday">): Promise<Holidays> {
  const rows = await tx.holiday.findMany({ select: { day: true } });
  return new Set(rows.map(({ day }) => day.toISOString().slice(0, 10)));
}
