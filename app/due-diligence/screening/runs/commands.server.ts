import { systemActor } from "~/access/actor";
import { command, type Run } from "~/access/command.server";
import { db } from "~/platform/db/client.server";
import { screeningEvents } from "../events";
import { lockScreening, screenWaitingJob } from "../projections.server";
import { hitsFor, keyOf, namesOf, setTrigramThreshold } from "./queries.server";

/** Organisations of one run; the next run goes on, so that a restart loses no more than this. */
const batch = 25;

/** Organisations not screened with the list in use; those whose case waits for it first. */
const waiting = (listId: string) => db().$queryRaw<{ id: string }[]>`
  SELECT o.id FROM organisations o
   WHERE o.state NOT IN ('declined', 'removed', 'closed')
     AND NOT EXISTS (SELECT FROM screenings s WHERE s.organisation_id = o.id AND s.list_id = ${listId}::uuid)
   ORDER BY EXISTS (SELECT FROM cases c WHERE c.organisation_id = o.id AND c.closed_at IS NULL) DESC, o.id
   LIMIT ${batch}`;

/**
 * Screens the next organisations that wait for it, each in a transaction of its own, and starts the next run while there are more. Does
 * nothing where no list is in use. Running it twice, or in two places at once, changes nothing more.
 */
export async function screenWaiting(): Promise<void> {
  const list = await db().sanctionsList.findFirst({ where: { state: "current" }, select: { id: true } });
  if (!list) return;
  const organisations = await waiting(list.id);
  for (const [index, { id }] of organisations.entries())
    await command({ actor: systemActor(screenWaitingJob), name: "screening.run" }, async (run) => {
      await screen(run, id);
      if (index === batch - 1) run.enqueue(screenWaitingJob, {}, { key: screenWaitingJob });
    });
}

/** Screens one organisation with the list in use now. Hits seen before are remembered with their resolution; what is gone stands no more. */
async function screen(run: Run, organisationId: string): Promise<void> {
  await lockScreening(run.tx, organisationId);
  const list = await run.tx.sanctionsList.findFirst({ where: { state: "current" }, select: { id: true } });
  if (!list) return;
  await setTrigramThreshold(run.tx);
  const names = await namesOf(run.tx, organisationId);
  const standing: string[] = [];
  const raised: string[] = [];
  for (const { name, role, pledgeId } of names)
    for (const { details, ...hit } of await hitsFor(run.tx, list.id, name)) {
      const pair = { organisationId, nameKey: keyOf(name), dataId: hit.dataId, fingerprint: hit.fingerprint };
      const known = await run.tx.screeningHit.findUnique({
        where: { organisationId_nameKey_dataId_fingerprint: pair },
        select: { id: true },
      });
      const { id } =
        known ??
        (await run.tx.screeningHit.create({
          data: { ...hit, ...pair, name, role, pledgeId, entry: { ...details }, raisedAt: run.now },
          select: { id: true },
        }));
      standing.push(id);
      if (!known) raised.push(id);
    }
  await run.tx.screeningHit.updateMany({
    where: { organisationId, standing: true, id: { notIn: standing } },
    data: { standing: false },
  });
  await run.tx.screeningHit.updateMany({ where: { id: { in: standing }, standing: false }, data: { standing: true } });
  const screened = { listId: list.id, names: names.length, at: run.now };
  await run.tx.screening.upsert({
    where: { organisationId },
    create: { organisationId, ...screened },
    update: screened,
  });
  if (raised.length > 0)
    run.record({
      event: screeningEvents.hitsRaised,
      subjectType: "organisation",
      subjectId: organisationId,
      organisationId,
      data: { hits: raised, listId: list.id },
    });
}
