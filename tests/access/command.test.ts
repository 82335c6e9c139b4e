import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { systemActor } from "~/access/actor";
import { command } from "~/access/command.server";
import { chainHash } from "~/audit/trail.server";
import { db } from "~/platform/db/client.server";
import { Conflict } from "~/platform/errors";
import { useDatabase } from "../support/database";

const database = useDatabase();
const actor = systemActor("test");

const recordOne = (subjectId: string, receipt?: { key: string; bodyHash: string }) =>
  command({ actor, name: "starter.load", receipt }, async (run) => {
    run.record({ event: "test.happened", subjectType: "test", subjectId, public: true });
    return { subjectId };
  });

describe("one way to write", () => {
  test("a command leaves an audit entry and a new content version", async () => {
    const before = await db().contentVersion.findUniqueOrThrow({ where: { id: 1 } });
    await recordOne("first");
    const after = await db().contentVersion.findUniqueOrThrow({ where: { id: 1 } });
    expect(after.n).toBe(before.n + 1n);
    expect(await db().auditEvent.count({ where: { subjectId: "first" } })).toBe(1);
  });

  test("a command that fails leaves nothing", async () => {
    const attempt = command({ actor, name: "starter.load" }, async (run) => {
      run.record({ event: "test.happened", subjectType: "test", subjectId: "never" });
      await run.tx.rateLimit.create({ data: { key: "never" } });
      throw new Conflict();
    });
    await expect(attempt).rejects.toThrow(Conflict);
    expect(await db().auditEvent.count({ where: { subjectId: "never" } })).toBe(0);
    expect(await db().rateLimit.count({ where: { key: "never" } })).toBe(0);
  });

  test("the same key sent twenty times at once is done once, and every sender gets the same answer (E10)", async () => {
    const receipt = { key: randomUUID(), bodyHash: "same" };
    const answers = await Promise.all(Array.from({ length: 20 }, () => recordOne("once", receipt)));
    expect(new Set(answers.map((answer) => answer.subjectId))).toEqual(new Set(["once"]));
    expect(await db().auditEvent.count({ where: { subjectId: "once" } })).toBe(1);
  });

  test("the same key with another text is refused", async () => {
    const key = randomUUID();
    await recordOne("text", { key, bodyHash: "one" });
    await expect(recordOne("text", { key, bodyHash: "two" })).rejects.toThrow(Conflict);
  });

  test("fifty writers at once never fork the audit chain (E12)", async () => {
    await Promise.all(Array.from({ length: 50 }, (_, index) => recordOne(`writer ${index}`)));
    const entries = await db().auditEvent.findMany({ orderBy: { seq: "asc" } });
    let previous: Uint8Array = new Uint8Array();
    for (const [index, entry] of entries.entries()) {
      expect(entry.seq).toBe(BigInt(index + 1));
      expect(Buffer.from(entry.previousHash).equals(Buffer.from(previous))).toBe(true);
      const { previousHash, hash, ...row } = entry;
      expect(
        Buffer.from(hash).equals(chainHash(previous, { ...row, seq: String(row.seq), at: row.at.toISOString() })),
      ).toBe(true);
      previous = hash;
    }
  });
});

describe("the database defends the trail", () => {
  test("the application's role cannot change, remove or empty it", async () => {
    await recordOne("kept");
    for (const statement of [
      "UPDATE audit_events SET event = 'x'",
      "DELETE FROM audit_events",
      "TRUNCATE audit_events",
    ])
      await expect(db().$executeRawUnsafe(statement)).rejects.toThrow(/permission denied|42501/);
  });

  test("not even the owner changes it by an ordinary statement", async () => {
    await recordOne("kept");
    for (const statement of [
      "UPDATE audit_events SET event = 'x'",
      "DELETE FROM audit_events",
      "TRUNCATE audit_events",
    ])
      await expect(database.owner.query(statement)).rejects.toThrow(/append-only/);
  });
});
