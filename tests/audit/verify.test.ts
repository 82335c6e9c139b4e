import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { systemActor } from "~/access/actor";
import { command } from "~/access/command.server";
import { anchorTrail, verifyTrail } from "~/audit/verify.server";
import { useDatabase } from "../support/database";

const database = useDatabase();
const folder = mkdtempSync(join(tmpdir(), "p2c-anchor-"));
const anchor = join(folder, "audit.head");
afterAll(() => rmSync(folder, { recursive: true }));

beforeAll(async () => {
  for (const subjectId of ["first", "second", "third", "fourth"])
    await command({ actor: systemActor("test"), name: "starter.load" }, async (run) => {
      run.record({ event: "test.happened", subjectType: "test", subjectId, data: { b: 1, a: [{ d: null, c: "ü" }] } });
    });
});

/** What only somebody with the whole server in hand can do: the triggers are put out of action first. */
async function tamper(sql: string) {
  await database.owner.query(
    `alter table audit_events disable trigger user; ${sql}; alter table audit_events enable trigger user`,
  );
}

test("a trail that nobody touched is whole", async () => {
  expect(await verifyTrail(anchor)).toEqual({ entries: 4 });
  await anchorTrail(anchor);
  expect(await verifyTrail(anchor)).toEqual({ entries: 4 });
});

test("an entry that was changed is named", async () => {
  await tamper("update audit_events set subject_id = 'other' where seq = 2");
  expect(await verifyTrail(anchor)).toEqual({
    entries: 1,
    fault: { seq: 2n, why: "it was changed, or written with another key" },
  });
  await tamper("update audit_events set subject_id = 'second' where seq = 2");
});

test("an end that was cut off is seen, by the anchor even when the head was moved back", async () => {
  await tamper("create table kept as select * from audit_events where seq = 4; delete from audit_events where seq = 4");
  expect(await verifyTrail(anchor)).toMatchObject({
    fault: { seq: 4n, why: "the trail ends before its recorded head" },
  });
  await database.owner.query("update audit_head set seq = 3, hash = (select hash from audit_events where seq = 3)");
  expect(await verifyTrail(anchor)).toMatchObject({ fault: { seq: 4n, why: "the trail ends before its anchor" } });
  await anchorTrail(anchor);
  expect(await verifyTrail(anchor), "a new anchor does not hide it").toMatchObject({ fault: { seq: 4n } });
});

test("an entry that was taken out of the middle is named", async () => {
  await tamper("delete from audit_events where seq = 2");
  expect(await verifyTrail(anchor)).toMatchObject({ fault: { seq: 2n, why: "it is missing" } });
});
