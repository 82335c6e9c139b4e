import { createHmac } from "node:crypto";
import type { Tx } from "~/platform/db/client.server";

/** One thing that happened. `data` holds ids, codes and differences, never names or addresses of people (R33). */
export interface AuditEntry {
  event: string;
  subjectType: string;
  subjectId: string | null;
  organisationId?: string | null;
  data?: Record<string, unknown>;
}

export interface AuditActor {
  kind: "person" | "system" | "anonymous";
  id: string | null;
  /** Confirmations by demo accounts are marked for ever (R16). */
  demo?: boolean;
}

let key: Buffer | undefined;

/** The key of the chain, kept outside the database (E12). Called once at start. */
export function configureAudit(secret: Buffer): void {
  key = secret;
}

/** The bytes an entry's hash is made of: a fixed order, so that anyone with the key can compute it again. */
export function chainHash(previous: Uint8Array, entry: Record<string, unknown>): Buffer {
  if (!key) throw new Error("configureAudit was not called");
  return createHmac("sha256", key)
    .update(previous)
    .update(JSON.stringify(sorted(entry)))
    .digest();
}

// jsonb does not keep the order of keys, so the hash must not depend on it.
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, inner]) => [name, sorted(inner)]),
  );
}

/** Appends entries to the chain. Locks the head until the transaction ends: call it last (E9). Returns the numbers given. */
export async function appendEntries(tx: Tx, actor: AuditActor, at: Date, entries: AuditEntry[]): Promise<bigint[]> {
  if (entries.length === 0) return [];
  const [head] = await tx.$queryRaw<
    { seq: bigint; hash: Uint8Array }[]
  >`SELECT seq, hash FROM audit_head WHERE id = 1 FOR UPDATE`;
  if (!head) throw new Error("the audit trail has no head");
  let { seq, hash } = head;
  const rows = entries.map((entry) => {
    const previousHash = hash;
    seq += 1n;
    const row = {
      seq,
      at,
      actorKind: actor.kind,
      actorId: actor.id,
      event: entry.event,
      subjectType: entry.subjectType,
      subjectId: entry.subjectId,
      organisationId: entry.organisationId ?? null,
      // Through JSON once, so that what is hashed is what jsonb will give back.
      data: JSON.parse(JSON.stringify(entry.data ?? {})),
      demo: actor.demo ?? false,
    };
    hash = chainHash(previousHash, { ...row, seq: String(seq), at: at.toISOString() });
    return { ...row, previousHash: new Uint8Array(previousHash), hash: new Uint8Array(hash) };
  });
  await tx.auditEvent.createMany({ data: rows });
  await tx.auditHead.update({ where: { id: 1 }, data: { seq, hash: new Uint8Array(hash) } });
  return rows.map((row) => row.seq);
}
