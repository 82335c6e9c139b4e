import { afterEach, describe, expect, test, vi } from "vitest";
import { requestChanges } from "~/due-diligence/commands.server";
import { answerQuestion, sendMessage } from "~/due-diligence/questions/commands.server";
import { notificationJobs } from "~/notifications/jobs.server";
import { appealOrganisation, resubmitOrganisation } from "~/organisations/commands.server";
import { recordOrganisation } from "~/organisations/registration/commands.server";
import { setClock } from "~/platform/clock";
import { db } from "~/platform/db/client.server";
import { Conflict, Invalid, Refused } from "~/platform/errors";
import { recordCompiledPledge } from "~/pledges/compiled/commands.server";
import { pledgeJobs } from "~/pledges/jobs.server";
import { submitPledge, withdrawPledge } from "~/pledges/submission/commands.server";
import { makeStaff } from "../support/actors";
import {
  advise,
  caseRow,
  findAll,
  makeRegistered,
  makeTeam,
  openCase,
  review,
  settle,
  take,
  versionOf,
} from "../support/cases";
import { useDatabase } from "../support/database";
import { runJobs } from "../support/jobs";
import { makePledger, makeSubmitted, newestRevision } from "../support/pledges";

const database = useDatabase();
vi.setConfig({ testTimeout: 60_000 });
afterEach(() => setClock(null));
const stateOf = async (id: string) => (await db().organisation.findUniqueOrThrow({ where: { id } })).state;

describe("an organisation, from registered to cleared", () => {
  test("registering opens a case on the track that fits, due in ten working days", async () => {
    setClock(new Date("2026-11-20T10:00:00Z"));
    const { caseId } = await makeRegistered();
    const government = await makeRegistered({ constituency: "government" });
    const row = await caseRow(caseId);
    expect([row.kind, row.track, row.round, row.assigneeId]).toEqual(["organisation", "enhanced", 1, null]);
    expect(row.dueOn?.toISOString().slice(0, 10)).toBe("2026-12-04");
    expect((await caseRow(government.caseId)).track).toBe("government");
  });

  test("a reviewer takes it, finds, recommends; an approver clears it for 24 months", async () => {
    const { organisationId, caseId } = await makeRegistered();
    const { reviewer, approver } = await makeTeam();
    await take(reviewer, caseId);
    expect(await stateOf(organisationId)).toBe("in_review");
    await findAll(reviewer, caseId);
    await advise(reviewer, caseId);
    expect(await stateOf(organisationId)).toBe("recommended");
    await settle(approver, caseId);
    const row = await db().organisation.findUniqueOrThrow({ where: { id: organisationId } });
    expect([row.state, row.clearedUntil !== null]).toEqual(["cleared", true]);
    const closed = await caseRow(caseId);
    expect([closed.decision, closed.decidedBy, closed.closedAt !== null]).toEqual(["cleared", approver.id, true]);
  });

  test("without a finding for every step nobody recommends, and the steps are named", async () => {
    const { caseId } = await makeRegistered();
    const { reviewer } = await makeTeam();
    await take(reviewer, caseId);
    await findAll(reviewer, caseId, ["screening", "principles"]);
    const refused = await advise(reviewer, caseId).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(Invalid);
    expect((refused as Invalid).fields[""]).toEqual([
      "due-diligence:error.step_missing?step=screening",
      "due-diligence:error.step_missing?step=principles",
    ]);
  });

  test("asked for changes, sent again: a second round, and the clock stood meanwhile", async () => {
    setClock(new Date("2026-11-23T10:00:00Z"));
    const { organisationId, lead, caseId } = await makeRegistered();
    const { reviewer, approver } = await makeTeam();
    await take(reviewer, caseId);
    setClock(new Date("2026-11-25T10:00:00Z"));
    await requestChanges(
      { actor: reviewer, caseId },
      { version: await versionOf(caseId), reason: "Please add the registration document." },
    );
    expect([await stateOf(organisationId), (await caseRow(caseId)).waitingSince !== null]).toEqual([
      "changes_requested",
      true,
    ]);
    setClock(new Date("2026-12-02T10:00:00Z"));
    await resubmitOrganisation(lead, organisationId);
    const row = await caseRow(caseId);
    expect([row.round, row.waitingSince, row.assigneeId]).toEqual([2, null, reviewer.id]);
    // Due 7 December; five working days passed while it waited.
    expect(row.dueOn?.toISOString().slice(0, 10)).toBe("2026-12-14");
    await review(reviewer, caseId);
    await settle(approver, caseId);
    expect(await stateOf(organisationId)).toBe("cleared");
  });

  test("a question stops the clock too, and its answer lets it run again", async () => {
    setClock(new Date("2026-11-23T10:00:00Z"));
    const { organisationId, lead, caseId } = await makeRegistered();
    const { reviewer } = await makeTeam();
    await take(reviewer, caseId);
    const asked = { field: "registration", body: "Which register is this number from?" } as const;
    await sendMessage({ actor: reviewer, caseId }, { version: await versionOf(caseId), ...asked });
    setClock(new Date("2026-11-26T10:00:00Z"));
    await answerQuestion({ actor: lead, about: { organisationId } }, { field: "registration", body: "Tuvalu's." });
    const row = await caseRow(caseId);
    expect([row.waitingSince, row.dueOn?.toISOString().slice(0, 10)]).toEqual([null, "2026-12-10"]);
  });

  test("declined, it may appeal; whoever declined does not decide again, another does", async () => {
    const { organisationId, lead, caseId } = await makeRegistered();
    const { reviewer, approver } = await makeTeam();
    await review(reviewer, caseId, "decline");
    await settle(approver, caseId, { decision: "declined", reason: "The register does not know this number." });
    expect(await stateOf(organisationId)).toBe("declined");
    await appealOrganisation(lead, organisationId, "The number had a typing error.");
    const reopened = await caseRow(caseId);
    expect([reopened.round, reopened.closedAt, reopened.assigneeId, reopened.decision]).toEqual([2, null, null, null]);
    await findAll(reviewer, caseId);
    await advise(reviewer, caseId);
    await expect(settle(approver, caseId)).rejects.toThrow(Refused);
    await settle(await makeStaff("approver"), caseId);
    expect(await stateOf(organisationId)).toBe("cleared");
    expect(await db().caseDecision.count({ where: { caseId } })).toBe(2);
  });
});

describe("a pledge, from submitted to published", () => {
  test("of a cleared organisation: published in the transaction that clears it", async () => {
    const { lead } = await makePledger();
    const { pledgeId, revisionId } = await makeSubmitted(lead);
    const { id: caseId } = await openCase({ revisionId });
    const { reviewer, approver } = await makeTeam();
    await review(reviewer, caseId);
    await settle(approver, caseId);
    expect((await newestRevision(pledgeId)).state).toBe("published");
    expect((await db().pledge.findUniqueOrThrow({ where: { id: pledgeId } })).state).toBe("published");
    expect((await caseRow(caseId)).closedAt).not.toBeNull();
  });

  test("of an organisation not yet cleared: it waits, and follows when the organisation is cleared", async () => {
    const { organisationId, lead, caseId: ofOrganisation } = await makeRegistered();
    const { pledgeId, revisionId } = await makeSubmitted(lead);
    const { id: ofPledge } = await openCase({ revisionId });
    const { reviewer, approver } = await makeTeam();
    await review(reviewer, ofPledge);
    await settle(approver, ofPledge);
    expect((await newestRevision(pledgeId)).state).toBe("cleared");
    await review(reviewer, ofOrganisation);
    await settle(approver, ofOrganisation);
    expect(await stateOf(organisationId)).toBe("cleared");
    await runJobs(database.ownerUrl, { ...pledgeJobs, ...notificationJobs });
    expect((await newestRevision(pledgeId)).state).toBe("published");
  });

  test("sent back and sent again: the same case, next round, with its reviewer", async () => {
    const { lead } = await makePledger();
    const { pledgeId, revisionId } = await makeSubmitted(lead);
    const { id: caseId } = await openCase({ revisionId });
    const { reviewer, approver } = await makeTeam();
    await review(reviewer, caseId);
    await settle(approver, caseId, { decision: "changes_requested", reason: "Say how.", internalReason: "Too thin." });
    expect((await newestRevision(pledgeId)).state).toBe("changes_requested");
    await submitPledge(lead, pledgeId, { version: (await newestRevision(pledgeId)).version });
    const row = await caseRow(caseId);
    expect([row.round, row.assigneeId, row.recommendation]).toEqual([2, reviewer.id, null]);
    await take(reviewer, caseId);
    await advise(reviewer, caseId);
    await settle(approver, caseId);
    expect((await newestRevision(pledgeId)).state).toBe("published");
  });

  test("withdrawn: its case closes by itself, and nobody can act on it any more", async () => {
    const { lead } = await makePledger();
    const { pledgeId, revisionId } = await makeSubmitted(lead);
    const { id: caseId } = await openCase({ revisionId });
    const version = (await newestRevision(pledgeId)).version;
    await withdrawPledge(lead, pledgeId, { version, reason: "The funds fell through." });
    expect((await caseRow(caseId)).closedAt).not.toBeNull();
    await expect(take(await makeStaff("reviewer"), caseId)).rejects.toThrow(Conflict);
  });
});

describe("a compiled record (R16)", () => {
  test("is published once a reviewer and a different approver confirm it, and nobody is asked anything", async () => {
    const secretariat = await makeStaff("secretariat");
    const { id } = await recordOrganisation(secretariat, {
      officialName: "Announced Networks",
      constituency: "private_sector",
    });
    const record = { external_id: "announced-1", title: "Fibre to 40 schools", source: "https://example.org/news" };
    const { pledgeId, revisionId } = await recordCompiledPledge(secretariat, { organisationId: id, record });
    const { id: caseId, track } = await openCase({ revisionId });
    expect(track).toBe("compiled");
    const { reviewer, approver } = await makeTeam();
    await take(reviewer, caseId);
    const body = { version: await versionOf(caseId), body: "Is anybody there?", field: undefined };
    await expect(sendMessage({ actor: reviewer, caseId }, body)).rejects.toThrow(Conflict);
    await findAll(reviewer, caseId);
    await advise(reviewer, caseId);
    await settle(approver, caseId);
    expect((await newestRevision(pledgeId)).state).toBe("published");
    expect(await stateOf(id)).toBe("recorded");
  });
});
