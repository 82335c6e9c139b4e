import { expect, test } from "vitest";
import { decide } from "~/due-diligence/decisions/commands.server";
import { db } from "~/platform/db/client.server";
import { Conflict } from "~/platform/errors";
import { makeStaff } from "../tests/support/actors";
import { makeTeam } from "../tests/support/cases";
import { useDatabase } from "../tests/support/database";
import { insertCase, insertOrganisation } from "../tests/support/rows";

const database = useDatabase();
const races = 1_000;

test("two approvers decide one case at once, a thousand times", { timeout: 1_200_000 }, async () => {
  const { reviewer, approver } = await makeTeam();
  const other = await makeStaff("approver");
  let conflicts = 0;
  for (let race = 0; race < races; race += 1) {
    const { id: organisationId } = await insertOrganisation({ state: "recommended" });
    const { id: caseId } = await insertCase({ organisationId, reviewerId: reviewer.id, recommended: true });
    const outcomes = await Promise.allSettled([
      decide({ actor: approver, caseId }, { version: 0, decision: "cleared" }),
      decide({ actor: other, caseId }, { version: 0, decision: "declined", reason: "No.", internalReason: "No." }),
    ]);
    conflicts += outcomes.filter((one) => one.status === "rejected" && one.reason instanceof Conflict).length;
  }
  const { rows } = await database.owner.query<{ jobs: string }>(
    "SELECT count(*) AS jobs FROM graphile_worker.jobs WHERE task_identifier = 'deliver_event'",
  );
  const counted = {
    decisions: await db().caseDecision.count(),
    entries: await db().auditEvent.count({ where: { event: "case.decided" } }),
    messages: Number(rows[0]?.jobs),
    conflicts,
  };
  console.log(JSON.stringify(counted));
  expect(counted).toEqual({ decisions: races, entries: races, messages: races, conflicts: races });
});
