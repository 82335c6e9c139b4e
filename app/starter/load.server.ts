import { systemActor } from "~/access/actor";
import { command, tellingNobody } from "~/access/command.server";
import { now, setClock } from "~/platform/clock";
import { db } from "~/platform/db/client.server";
import { averageRates } from "~/reference/rates";
import { recordCompiled } from "./compiled.server";
import { starterEvents } from "./events";
import { registerInvented } from "./organisations.server";
import { createPeople, type DemoAccountLine } from "./people.server";
import { pledgeInvented } from "./pledges.server";

/** The day on which the invented organisations registered: before the first of their pledges. */
const firstDay = new Date("2025-01-06T09:00:00Z");
const lately = new Date("2026-11-17T09:00:00Z");
const actor = systemActor("starter");

/**
 * Fills an empty database with demo accounts, invented organisations and pledges in every state, and the compiled public pledges: all
 * through the commands that people use, with the clock moved to the days on which things are said to have happened. Answers the demo
 * accounts, or null if the database is not empty. Confirmations are marked "demo" in the audit trail (R16).
 */
export async function loadStarter({ begin }: { begin?: () => void } = {}): Promise<DemoAccountLine[] | null> {
  if ((await db().account.count()) > 0) return null;
  begin?.();
  return tellingNobody(fill).finally(() => setClock(null));
}

async function fill(): Promise<DemoAccountLine[]> {
  setClock(firstDay);
  const accounts = await createPeople();
  const events = await keepEventsAndRates();
  const organisations = await registerInvented((one) => one.target_state === "cleared");
  await pledgeInvented(organisations, events);
  // Those whose check is still open registered lately, so that their due dates lie ahead.
  setClock(new Date(Math.max(now().getTime(), lately.getTime())));
  await registerInvented((one) => one.target_state !== "cleared");
  setClock(null);
  await recordCompiled(events);
  return accounts;
}

/** Events by slug, and the sourced rates that the compiled pledges need (R24). */
async function keepEventsAndRates(): Promise<Map<string, string>> {
  return command({ actor, name: "starter.load" }, async (run) => {
    await run.tx.exchangeRate.createMany({
      data: averageRates.map(({ currency, period, usdPerUnit, source }) => ({
        currency,
        period,
        usdPerUnit,
        source,
        enteredAt: now(),
      })),
    });
    const ids = new Map<string, string>();
    for (const event of starterEvents) {
      const { id } = await run.tx.event.create({
        data: {
          slug: event.slug,
          names: event.names,
          place: event.place ?? null,
          startsOn: event.starts ?? null,
          embargoUntil: event.embargo_until ? new Date(event.embargo_until) : null,
          timeZone: event.time_zone ?? "UTC",
          public: event.public,
        },
      });
      ids.set(event.slug, id);
    }
    run.record({
      event: "starter.loaded",
      subjectType: "starter",
      subjectId: null,
      data: { events: ids.size, rates: averageRates.length },
    });
    return ids;
  });
}
