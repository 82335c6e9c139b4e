import { AsyncLocalStorage } from "node:async_hooks";
import { createHash } from "node:crypto";
import { type AuditEntry, appendEntries } from "~/audit/trail.server";
import { now as currentTime } from "~/platform/clock";
import { db, type Tx } from "~/platform/db/client.server";
import { Conflict, Refused } from "~/platform/errors";
import { type Actor, actorId } from "./actor";
import type { Audience } from "./lifecycle";
import { can, type Permission } from "./policy";
import type { Subject } from "./rules";

/** Something that happened, past tense (`pledge.submitted`): becomes an audit entry, runs projections, and tells people. */
export interface DomainEvent extends AuditEntry {
  tell?: readonly Audience[];
  /** The account meant by the audience `subject_account`, or the author of what the event is about. */
  accountId?: string | null;
  /** What the person gave as reason: kept beside the trail, which holds ids and codes only (R33). */
  reason?: string;
  /** Set when public data changed: bumps the content version (R30). */
  public?: boolean;
}

/** A form's hidden key and what came with it (E10). */
export interface Receipt {
  key: string;
  bodyHash: string;
}

/** What a command's work may use. */
export interface Run {
  tx: Tx;
  actor: Actor;
  now: Date;
  /** Checks the full predicate on a row that is locked; throws `Refused`. */
  check(permission: Permission, subject: Subject): void;
  record(event: DomainEvent): void;
  /** Enqueues a job that starts when this transaction commits. */
  enqueue(task: string, payload: unknown, options?: { key?: string; runAt?: Date }): void;
}

type Projection = (tx: Tx, event: DomainEvent) => Promise<void>;
const projections: { events: readonly string[]; run: Projection }[] = [];

/** Runs `run` inside the transaction of every command that records one of `events`. Registered by `server` at start (E1). */
export function registerProjection(events: readonly string[], run: Projection): void {
  projections.push({ events, run });
}

const silence = new AsyncLocalStorage<true>();

/** Runs commands of whose events nobody is told: starter content, and records of what happened long ago. */
export const tellingNobody = <T>(work: () => Promise<T>): Promise<T> => silence.run(true, work);

/** Hash of what a form sent, so that the same key with other content is told apart (E10). */
export const bodyHash = (values: unknown): string => createHash("sha256").update(JSON.stringify(values)).digest("hex");

/**
 * The one way to write (E9): one transaction that checks, changes by guarded update, runs projections, and as its last statements, in this
 * order, bumps the content version if public data changed, appends to the audit chain, and enqueues jobs. Throws `Refused`, `Conflict`,
 * `Invalid`, `NotFound`; then nothing happened. With a receipt, a repeated call answers what the first one answered.
 */
export async function command<T>(
  spec: { actor: Actor; name: Permission; receipt?: Receipt | null; subject?: Subject },
  work: (run: Run) => Promise<T>,
): Promise<T> {
  const { actor, receipt } = spec;
  try {
    return await db().$transaction(
      async (tx) => {
        await tx.$executeRaw`SET LOCAL lock_timeout = '4s'`;
        if (receipt) {
          const earlier = await claimReceipt(tx, actor, spec.name, receipt);
          if (earlier) return earlier.result as T;
        }
        const run = createRun(tx, actor);
        run.check(spec.name, spec.subject);
        const result = await work(run);
        await run.finish();
        if (receipt)
          await tx.commandReceipt.update({
            where: { key: receipt.key },
            data: { result: JSON.parse(JSON.stringify(result ?? null)) },
          });
        return result;
      },
      { maxWait: 5_000, timeout: 10_000 },
    );
  } catch (error) {
    if (error instanceof Refused) await recordRefusal(actor, error);
    throw error;
  }
}

async function claimReceipt(tx: Tx, actor: Actor, name: string, receipt: Receipt): Promise<{ result: unknown } | null> {
  const who = actorId(actor) ?? actor.kind;
  // A second transaction with the same key waits here until the first one ends.
  const inserted = await tx.$executeRaw`
    INSERT INTO command_receipts (key, actor, command, body_hash, result, at)
    VALUES (${receipt.key}::uuid, ${who}, ${name}, ${receipt.bodyHash}, 'null', ${currentTime()}) ON CONFLICT (key) DO NOTHING`;
  if (inserted === 1) return null;
  const earlier = await tx.commandReceipt.findUnique({ where: { key: receipt.key } });
  if (earlier && earlier.actor === who && earlier.command === name && earlier.bodyHash === receipt.bodyHash)
    return { result: earlier.result };
  throw new Conflict("ui:error.already_sent");
}

function createRun(tx: Tx, actor: Actor) {
  const now = currentTime();
  const events: DomainEvent[] = [];
  const jobs: { task: string; payload: unknown; key?: string; runAt?: Date }[] = [];
  return {
    tx,
    actor,
    now,
    check(permission: Permission, subject?: Subject) {
      if (!can(actor, permission, subject)) throw new Refused(permission, subject);
    },
    record: (event: DomainEvent) => void events.push(event),
    enqueue: (task: string, payload: unknown, options = {}) => void jobs.push({ task, payload, ...options }),
    async finish() {
      for (const event of events)
        for (const projection of projections)
          if (projection.events.includes(event.event)) await projection.run(tx, event);
      if (events.some((event) => event.public)) await bumpContentVersion(tx);
      const entries = events.map(({ event, subjectType, subjectId, organisationId, data }) => ({
        event,
        subjectType,
        subjectId,
        organisationId,
        data,
      }));
      const demo = actor.kind === "person" && actor.demo;
      const numbers = await appendEntries(tx, { kind: actor.kind, id: actorId(actor), demo }, now, entries);
      const reasons = events.flatMap(({ reason }, index) =>
        reason ? [{ seq: numbers[index] ?? 0n, text: reason }] : [],
      );
      if (reasons.length > 0) await tx.eventReason.createMany({ data: reasons });
      for (const [index, event] of events.entries())
        if (event.tell?.length && !silence.getStore())
          jobs.push({
            task: "deliver_event",
            payload: { seq: String(numbers[index]), tell: event.tell, accountId: event.accountId ?? null },
          });
      for (const job of jobs)
        await tx.$executeRaw`SELECT app.enqueue(${job.task}, ${JSON.stringify(job.payload)}::json, ${job.key ?? null}, ${job.runAt ?? null}::timestamptz)`;
    },
  };
}

/** Makes every cached public answer stale, on every process, when the transaction commits (E13). */
export async function bumpContentVersion(tx: Tx): Promise<void> {
  await tx.$executeRaw`UPDATE content_version SET n = n + 1 WHERE id = 1`;
  await tx.$executeRaw`SELECT pg_notify('content_version', (SELECT n::text FROM content_version WHERE id = 1))`;
}

const refusals = new Map<string, number>();

/** Writes a refusal of a signed-in actor after the rollback, at most once a minute for each actor, permission and subject (E5). */
export async function recordRefusal(actor: Actor, refused: Refused): Promise<void> {
  if (actor.kind !== "person") return;
  const key = `${actor.id} ${refused.permission} ${JSON.stringify(refused.subject ?? null)}`;
  const at = currentTime();
  if (at.getTime() - (refusals.get(key) ?? 0) < 60_000) return;
  if (refusals.size > 10_000) refusals.clear();
  refusals.set(key, at.getTime());
  await db().$transaction((tx) =>
    appendEntries(tx, { kind: "person", id: actor.id, demo: actor.demo }, at, [
      {
        event: "access.refused",
        subjectType: "permission",
        subjectId: refused.permission,
        organisationId: refused.subject?.organisationId ?? null,
        data: {},
      },
    ]),
  );
}
