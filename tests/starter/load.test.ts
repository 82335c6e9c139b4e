import { beforeAll, expect, test } from "vitest";
import { db } from "~/platform/db/client.server";
import { registerProjections } from "~/server/projections";
import { compiledPledges } from "~/starter/compiled-pledges";
import { inventedPledges } from "~/starter/invented-pledges";
import { loadStarter } from "~/starter/load.server";
import { everyone } from "~/starter/personas";
import { useDatabase } from "../support/database";

useDatabase();

beforeAll(async () => {
  registerProjections();
  expect(await loadStarter()).toHaveLength(everyone.length);
}, 120_000);

test("every compiled pledge is published on the compiled track", async () => {
  expect(await db().pledge.count({ where: { compiled: true, state: "published" } })).toBe(compiledPledges.length);
});

test("an invented pledge stands in every state of the two tables", async () => {
  const revisions = await db().revision.groupBy({ by: ["state"], where: { pledge: { compiled: false } } });
  const pledges = await db().pledge.groupBy({ by: ["state"], where: { compiled: false } });
  const found = [...revisions.map((row) => row.state), ...pledges.map((row) => row.state)];
  for (const state of [
    "draft",
    "ready",
    "submitted",
    "in_review",
    "changes_requested",
    "recommended",
    "cleared",
    "declined",
    "withdrawn",
    "published",
    "superseded",
    "completed",
    "discontinued",
    "suspended",
    "removed",
  ])
    expect(found).toContain(state);
  expect(await db().pledge.count({ where: { compiled: false } })).toBe(inventedPledges.length);
});

test("nothing was cleared without a second person, and what demo staff confirmed says so for ever", async () => {
  for (const row of await db().case.findMany({ where: { decision: "cleared" } })) {
    expect(row.recommendedBy).not.toBeNull();
    expect(row.decidedBy).not.toBe(row.recommendedBy);
  }
  const decisions = await db().auditEvent.findMany({ where: { event: "case.decided" } });
  expect(decisions.length).toBeGreaterThan(compiledPledges.length);
  expect(decisions.every((entry) => entry.demo)).toBe(true);
});

test("compiled pledges never passed through registered or submitted", async () => {
  const compiled = await db().pledge.findMany({ where: { compiled: true }, select: { id: true } });
  const ids = compiled.map((row) => row.id);
  expect(await db().auditEvent.count({ where: { event: "pledge.submitted", subjectId: { in: ids } } })).toBe(0);
});

test("a second load changes nothing", async () => {
  expect(await loadStarter()).toBeNull();
});
