import { expect, test } from "vitest";
import { addNote, requestChanges, takeCase } from "~/due-diligence/commands.server";
import { decide } from "~/due-diligence/decisions/commands.server";
import { resubmitOrganisation } from "~/organisations/commands.server";
import { db } from "~/platform/db/client.server";
import { Conflict } from "~/platform/errors";
import { makeStaff } from "../support/actors";
import { caseRow, makeRegistered, makeTeam, versionOf } from "../support/cases";
import { useDatabase } from "../support/database";
import { insertCase, insertOrganisation } from "../support/rows";

useDatabase();

const outcomes = async (attempts: Promise<unknown>[]) => {
  const settled = await Promise.allSettled(attempts);
  const failures = settled.flatMap((one) => (one.status === "rejected" ? [one.reason as unknown] : []));
  return { done: settled.length - failures.length, failures };
};

test("fifty races of two approvers: one decision, one audit entry, a clear conflict for the other", {
  timeout: 120_000,
}, async () => {
  const { reviewer, approver } = await makeTeam();
  const other = await makeStaff("approver");
  for (let race = 0; race < 50; race += 1) {
    const { id: organisationId } = await insertOrganisation({ state: "recommended" });
    const { id: caseId } = await insertCase({ organisationId, reviewerId: reviewer.id, recommended: true });
    const version = 0;
    const cleared = { version, decision: "cleared" } as const;
    const declined = { version, decision: "declined", reason: "No.", internalReason: "No." } as const;
    const { done, failures } = await outcomes([
      decide({ actor: approver, caseId }, cleared),
      decide({ actor: other, caseId }, declined),
    ]);
    expect([done, failures.length, failures[0] instanceof Conflict]).toEqual([1, 1, true]);
    expect(await db().caseDecision.count({ where: { caseId } })).toBe(1);
    expect(await db().auditEvent.count({ where: { subjectId: caseId, event: "case.decided" } })).toBe(1);
    const { decision } = await caseRow(caseId);
    expect((await db().organisation.findUniqueOrThrow({ where: { id: organisationId } })).state).toBe(decision);
  }
});

test("two take one case at once: one has it, the other is told", async () => {
  const [one, two] = [await makeStaff("reviewer"), await makeStaff("reviewer")];
  for (let race = 0; race < 10; race += 1) {
    const { caseId } = await makeRegistered();
    const version = await versionOf(caseId);
    const { done, failures } = await outcomes([
      takeCase({ actor: one, caseId }, { version }),
      takeCase({ actor: two, caseId }, { version }),
    ]);
    expect([done, failures[0] instanceof Conflict]).toEqual([1, true]);
    expect([one.id, two.id]).toContain((await caseRow(caseId)).assigneeId);
  }
});

test("what somebody holds nobody else takes", async () => {
  const { caseId } = await makeRegistered();
  const [one, two] = [await makeStaff("reviewer"), await makeStaff("reviewer")];
  await takeCase({ actor: one, caseId }, { version: await versionOf(caseId) });
  await expect(takeCase({ actor: two, caseId }, { version: await versionOf(caseId) })).rejects.toThrow(
    "due-diligence:error.held",
  );
});

test("staff and organisation acting at once never wait for each other for ever", async () => {
  const reviewer = await makeStaff("reviewer");
  for (let race = 0; race < 10; race += 1) {
    const { caseId, organisationId, lead } = await makeRegistered();
    await takeCase({ actor: reviewer, caseId }, { version: await versionOf(caseId) });
    const asked = { version: await versionOf(caseId), reason: "More." };
    await requestChanges({ actor: reviewer, caseId }, asked);
    const version = await versionOf(caseId);
    const { failures } = await outcomes([
      resubmitOrganisation(lead, organisationId),
      addNote({ actor: reviewer, caseId }, { version, body: "Called them." }),
    ]);
    // The note may come second and find another version; nothing else may go wrong.
    expect(failures.every((failure) => failure instanceof Conflict)).toBe(true);
    expect((await caseRow(caseId)).round).toBe(2);
  }
});
