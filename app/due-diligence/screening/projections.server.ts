import type { DomainEvent } from "~/access/command.server";
import type { Tx } from "~/platform/db/client.server";
import { found } from "~/platform/errors";

/** The job that screens everyone who waits for it. */
export const screenWaitingJob = "screen_waiting";

/**
 * Whoever is named anew waits to be screened again, in the transaction that named them (`namingEvents`). The lock lasts until it commits:
 * the job never notes as screened what it could not see yet.
 */
export async function projectNames(tx: Tx, event: DomainEvent): Promise<void> {
  const organisationId = found(event.organisationId);
  await lockScreening(tx, organisationId);
  await tx.screening.deleteMany({ where: { organisationId } });
  if ((await tx.sanctionsList.count({ where: { state: "current" } })) > 0) await enqueueScreening(tx);
}

export const lockScreening = (tx: Tx, organisationId: string) =>
  tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('screening'), hashtext(${organisationId}))`;

/** Starts the job when the transaction commits; one that waits already is enough. */
export const enqueueScreening = (tx: Tx) =>
  tx.$executeRaw`SELECT app.enqueue(${screenWaitingJob}, '{}'::json, ${screenWaitingJob})`;
