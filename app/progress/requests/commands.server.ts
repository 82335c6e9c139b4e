import type { Actor } from "~/access/actor";
import { command, type Receipt, type Run } from "~/access/command.server";
import type { PledgeState } from "~/platform/db/generated/enums";
import { Conflict, found, Invalid } from "~/platform/errors";
import { msg } from "~/platform/i18n/message";
import { addDays, nextOwnPeriod, type Period } from "../calendar/model";
import {
  lockPledge,
  lockRequest,
  moveRequest,
  type PublicRevision,
  publicRevision,
  reportersOf,
} from "../transitions.server";
import type { OpeningInput, RequestActInput } from "./schema";

const toDate = (day: string) => new Date(`${day}T00:00:00Z`);
const dayOf = (at: Date): string => at.toISOString().slice(0, 10);

/** Days within which a round of the secretariat takes over the pledge's own date (R31). */
const takeOverDays = 90;

/**
 * Asks pledges to report, each once: one whose own request is due within 90 days is taken over by the new date, one that is asked for
 * another date or was asked about this time already is left as it is (R31). Answers how many of each.
 */
export async function openRequests(
  actor: Actor,
  { pledgeIds, periodTo, dueOn }: OpeningInput,
  receipt: Receipt | null = null,
): Promise<{ opened: number; takenOver: number; left: number }> {
  return command({ actor, name: "reporting.manage", receipt }, async (run) => {
    const today = dayOf(run.now);
    if (periodTo > today) throw new Invalid({ periodTo: [msg("error.in_the_future")] });
    if (dueOn <= today) throw new Invalid({ dueOn: [msg("progress:error.due_passed")] });
    const done = { opened: 0, takenOver: 0, left: 0 };
    const cycle = await run.tx.reportingCycle.create({
      data: {
        periodTo: toDate(periodTo),
        dueOn: toDate(dueOn),
        openedAt: run.now,
        openedBy: actor.kind === "person" ? actor.id : null,
      },
    });
    // Everyone locks in the same order, so that two rounds at once wait for each other instead of in a circle.
    for (const pledgeId of [...new Set(pledgeIds)].sort())
      done[await askPledge(run, pledgeId, { cycleId: cycle.id, periodTo, dueOn })] += 1;
    if (done.opened + done.takenOver === 0) throw new Conflict("progress:error.asked_already");
    return done;
  });
}

type Round = { cycleId: string; periodTo: string; dueOn: string };

async function askPledge(run: Run, pledgeId: string, round: Round): Promise<"opened" | "takenOver" | "left"> {
  const revision = await reportingRevision(run, pledgeId);
  const { current, after } = await askedBefore(run, pledgeId);
  const dueOn = toDate(round.dueOn);
  if (current) {
    const apart = Math.abs(current.dueOn.getTime() - dueOn.getTime()) / 86_400_000;
    if (current.cycleId || apart > takeOverDays || current.periodTo >= dueOn) return "left";
    await run.tx.reportRequest.update({
      where: { id: current.id },
      data: { cycleId: round.cycleId, dueOn, version: { increment: 1 } },
    });
    recordRequest(run, "report_request.moved", current.id, revision);
    return "takenOver";
  }
  if (after && after >= round.periodTo) return "left";
  const began = after ? addDays(after, 1) : (revision.startsOn ?? dayOf(revision.pledge.publishedAt ?? run.now));
  const first = `${began}-01-01`.slice(0, 10);
  const [from = first] = [first, round.periodTo].sort();
  await createRequest(run, revision, { from, to: round.periodTo, dueOn: round.dueOn }, round.cycleId);
  return "opened";
}

/** The public text of a pledge that can be asked: published, and of an organisation that pledged itself (R16). */
async function reportingRevision(run: Run, pledgeId: string): Promise<PublicRevision> {
  const pledge = await lockPledge(run.tx, pledgeId);
  if (pledge.state !== "published" || pledge.compiled) throw new Conflict("progress:error.cannot_be_asked");
  return found(await publicRevision(run.tx, pledgeId));
}

async function askedBefore(run: Run, pledgeId: string) {
  const requests = await run.tx.reportRequest.findMany({ where: { pledgeId }, orderBy: { periodTo: "desc" } });
  const last = requests[0];
  return {
    current: requests.find(({ state }) => state === "open" || state === "paused"),
    after: last ? dayOf(last.periodTo) : null,
  };
}

async function createRequest(run: Run, revision: PublicRevision, period: Period, cycleId: string | null) {
  const { id } = await run.tx.reportRequest.create({
    data: {
      pledgeId: revision.pledgeId,
      cycleId,
      periodFrom: toDate(period.from),
      periodTo: toDate(period.to),
      dueOn: toDate(period.dueOn),
      openedAt: run.now,
    },
  });
  recordRequest(run, "report_request.opened", id, revision);
}

/** One entry for each organisation that reports, so that the people of each are told. */
function recordRequest(run: Run, event: string, requestId: string, revision: PublicRevision): void {
  for (const organisationId of reportersOf(revision))
    run.record({
      event,
      subjectType: "report_request",
      subjectId: requestId,
      organisationId,
      data: { pledgeId: revision.pledgeId },
      tell: ["organisation_people"],
      public: true,
    });
}

/**
 * Opens the request that a pledge's own dates ask for, once its period has ended (R31). Answers whether there is a new one: doing it
 * twice changes nothing.
 */
export async function openOwnRequest(actor: Actor, pledgeId: string): Promise<boolean> {
  return command({ actor, name: "reporting.manage" }, async (run) => {
    const pledge = await lockPledge(run.tx, pledgeId);
    const revision = await publicRevision(run.tx, pledgeId);
    if (!revision || pledge.state !== "published" || pledge.compiled) return false;
    const { current, after } = await askedBefore(run, pledgeId);
    if (current) return false;
    const rhythm = await run.tx.reportingRhythm.findUnique({ where: { pledgeId } });
    const period = nextOwnPeriod({
      startsOn: revision.startsOn,
      endsOn: revision.endsOn,
      publishedOn: dayOf(pledge.publishedAt ?? run.now),
      everyMonths: rhythm?.everyMonths ?? 12,
      after,
    });
    if (!period || period.to >= dayOf(run.now)) return false;
    // Whatever the pledge's dates say, nobody is asked for something that is overdue on arrival.
    const soonest = addDays(dayOf(run.now), 30);
    await createRequest(run, revision, period.dueOn < soonest ? { ...period, dueOn: soonest } : period, null);
    return true;
  });
}

/** Closes the open request of a pledge that has ended otherwise than by a report. Doing it twice changes nothing. */
export async function closeRequest(actor: Actor, requestId: string): Promise<void> {
  await command({ actor, name: "reporting.manage" }, async (run) => {
    const request = await lockRequest(run.tx, requestId);
    const waits = request.state === "open" || request.state === "paused";
    if (waits && endedStates.includes(request.pledge.state)) await moveRequest(run, request, "close");
  });
}

/** States of a pledge in which nothing more is asked of it. */
export const endedStates: readonly PledgeState[] = ["completed", "discontinued", "withdrawn", "removed"];

/** The secretariat pauses, skips or takes up again one request, with a reason that the organisation is told. */
export async function actOnRequest(
  actor: Actor,
  requestId: string,
  { act, reason, version }: RequestActInput,
  receipt: Receipt | null = null,
): Promise<void> {
  await command({ actor, name: "reporting.manage", receipt }, async (run) => {
    const request = await lockRequest(run.tx, requestId);
    if (request.version !== version) throw new Conflict("progress:error.request_changed");
    await moveRequest(run, request, act, reason);
  });
}
