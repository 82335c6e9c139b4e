import { systemActor } from "~/access/actor";
import { db } from "~/platform/db/client.server";
import type { Task } from "~/platform/jobs.server";
import { remind } from "./reminders/commands.server";
import { closeRequest, endedStates, openOwnRequest } from "./requests/commands.server";

const actor = systemActor("reporting");

/**
 * What the calendar asks for each day: requests of pledges that ended are closed, requests that are due by the pledges' own dates are
 * opened, and organisations are reminded. Each pledge is a command of its own, so that one failure holds back no other; running it again
 * the same day changes nothing.
 */
async function followCalendar(): Promise<void> {
  const open = await db().reportRequest.findMany({ where: { state: { in: ["open", "paused"] } } });
  const ended = await db().pledge.findMany({
    where: { id: { in: open.map(({ pledgeId }) => pledgeId) }, state: { in: [...endedStates] } },
    select: { id: true },
  });
  const endedIds = new Set(ended.map(({ id }) => id));
  const asked = new Set(open.map(({ pledgeId }) => pledgeId));
  const running = await db().pledge.findMany({ where: { state: "published", compiled: false }, select: { id: true } });
  const work = [
    ...open.map(
      ({ id, pledgeId }) =>
        () =>
          endedIds.has(pledgeId) ? closeRequest(actor, id) : remind(actor, id),
    ),
    ...running
      .filter(({ id }) => !asked.has(id))
      .map(
        ({ id }) =>
          () =>
            openOwnRequest(actor, id),
      ),
  ];
  const failures: unknown[] = [];
  for (const one of work) await one().catch((error: unknown) => failures.push(error));
  if (failures.length > 0) throw failures[0];
}

/** The jobs of this feature by name; `server` gives them to the worker. */
export const progressJobs: Record<string, Task> = { follow_reporting_calendar: followCalendar };
