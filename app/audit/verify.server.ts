import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { now } from "~/platform/clock";
import { db } from "~/platform/db/client.server";
import { chainHash } from "./trail.server";

/** The answer of a check: how many entries were read, and the first thing that is wrong. */
export interface Verdict {
  entries: number;
  fault?: { seq: bigint; why: string };
}

const BATCH = 1_000;

/**
 * Reads the whole trail and computes its chain again (E12): from the first entry to the head, and against the anchor outside the database
 * if there is one. What was cut after the last anchor cannot be seen.
 */
export async function verifyTrail(anchorFile: string): Promise<Verdict> {
  const head = await db().auditHead.findUniqueOrThrow({ where: { id: 1 } });
  const anchor = readAnchor(anchorFile);
  let previous: Uint8Array = new Uint8Array();
  let seq = 0n;
  for (;;) {
    // What is written meanwhile is left to the next check.
    const batch = await db().auditEvent.findMany({
      where: { seq: { gt: seq, lte: head.seq } },
      orderBy: { seq: "asc" },
      take: BATCH,
    });
    for (const { previousHash, hash, ...entry } of batch) {
      const fault = (why: string): Verdict => ({ entries: Number(seq), fault: { seq: entry.seq, why } });
      if (entry.seq !== seq + 1n) return { entries: Number(seq), fault: { seq: seq + 1n, why: "it is missing" } };
      const expected = chainHash(previous, { ...entry, seq: String(entry.seq), at: entry.at.toISOString() });
      if (!same(previousHash, previous)) return fault("it does not follow the entry before it");
      if (!same(hash, expected)) return fault("it was changed, or written with another key");
      if (anchor?.seq === entry.seq && anchor.hash !== hex(hash)) return fault("it is not the one that was anchored");
      previous = hash;
      seq = entry.seq;
    }
    if (batch.length < BATCH) break;
  }
  if (seq !== head.seq || !same(head.hash, previous))
    return { entries: Number(seq), fault: { seq: seq + 1n, why: "the trail ends before its recorded head" } };
  if (anchor && anchor.seq > seq)
    return { entries: Number(seq), fault: { seq: seq + 1n, why: "the trail ends before its anchor" } };
  return { entries: Number(seq) };
}

/** Writes number and hash of the newest entry to a file outside the database, so that cutting the trail there can be seen (E12). */
export async function anchorTrail(file: string): Promise<void> {
  const head = await db().auditHead.findUniqueOrThrow({ where: { id: 1 } });
  const anchor = readAnchor(file);
  // A shorter trail must not hide behind a new anchor.
  if (anchor && anchor.seq > head.seq) return;
  writeFileSync(
    `${file}.new`,
    JSON.stringify({ seq: String(head.seq), hash: hex(head.hash), at: now().toISOString() }),
    {
      mode: 0o600,
    },
  );
  renameSync(`${file}.new`, file);
}

function readAnchor(file: string): { seq: bigint; hash: string } | undefined {
  if (!existsSync(file)) return undefined;
  const { seq, hash } = JSON.parse(readFileSync(file, "utf8")) as { seq: string; hash: string };
  return { seq: BigInt(seq), hash };
}

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex");
const same = (a: Uint8Array, b: Uint8Array) => Buffer.from(a).equals(Buffer.from(b));
