import { expect, test } from "vitest";
import { getCase } from "~/due-diligence/case/queries.server";
import { addNote, requestChanges } from "~/due-diligence/commands.server";
import { recordControversy } from "~/due-diligence/controversies/commands.server";
import { recommend } from "~/due-diligence/decisions/commands.server";
import { answerQuestion, sendMessage } from "~/due-diligence/questions/commands.server";
import { getQuestions } from "~/due-diligence/questions/queries.server";
import { db } from "~/platform/db/client.server";
import { NotFound, Refused } from "~/platform/errors";
import { getHistory } from "~/pledges/following/history/queries.server";
import { makePerson } from "../support/actors";
import { findAll, makeRegistered, makeTeam, openCase, settle, take, versionOf } from "../support/cases";
import { useDatabase } from "../support/database";
import { makePledger, makeSubmitted } from "../support/pledges";

useDatabase();

test("notes, findings, internal reasons, conditions and controversies reach neither the organisation nor the trail", async () => {
  const { organisationId, lead, caseId } = await makeRegistered();
  const { reviewer, approver } = await makeTeam();
  const by = { actor: reviewer, caseId };
  await take(reviewer, caseId);
  await addNote(by, { version: await versionOf(caseId), body: "secret-note" });
  const entry = { source: "https://example.org/secret-source", summary: "secret-controversy" };
  await recordControversy(by, { version: await versionOf(caseId), ...entry });
  await db().controversy.updateMany({
    where: { caseId },
    data: { answeredAt: new Date(), assessment: "secret-assessment" },
  });
  await findAll(reviewer, caseId);
  await db().finding.updateMany({ where: { caseId }, data: { text: "secret-finding" } });
  const asked = { field: "address", body: "Where is your office?" } as const;
  await sendMessage(by, { version: await versionOf(caseId), ...asked });
  await answerQuestion({ actor: lead, about: { organisationId } }, { field: "address", body: "On the harbour." });
  await recommend(by, {
    version: await versionOf(caseId),
    recommendation: "clear",
    riskRating: "high",
    reason: "secret-advice",
    conditions: "secret-condition",
  });
  await settle(approver, caseId, { decision: "declined", reason: "Told reason.", internalReason: "secret-internal" });

  const read = await getQuestions(lead, { organisationId }, "en");
  expect(read.messages.map(({ body, fromStaff, field }) => [body, fromStaff, field])).toEqual([
    ["Where is your office?", true, "address"],
    ["On the harbour.", false, "address"],
    ["Told reason.", true, null],
  ]);
  expect(read.open).toBe(false);
  expect(JSON.stringify(read)).not.toContain("secret-");
  expect(JSON.stringify((await db().auditEvent.findMany()).map(({ data }) => data))).not.toContain("secret-");
});

test("only the organisation's own people read and answer its questions", async () => {
  const { organisationId, caseId } = await makeRegistered();
  const other = await makeRegistered();
  const stranger = await makePerson();
  const { reviewer } = await makeTeam();
  await take(reviewer, caseId);
  for (const actor of [other.lead, stranger, reviewer]) {
    await expect(getQuestions(actor, { organisationId }, "en")).rejects.toThrow(NotFound);
    await expect(
      answerQuestion({ actor, about: { organisationId } }, { field: undefined, body: "I am not they." }),
    ).rejects.toThrow(Refused);
  }
  for (const actor of [other.lead, stranger])
    await expect(getCase(actor, caseId, "en", { part: "checks" })).rejects.toThrow(Refused);
});

test("a reason given to an organisation stands beside the trail, where its people and staff read it, and not in it (R33)", async () => {
  const { lead } = await makePledger();
  const { pledgeId, revisionId } = await makeSubmitted(lead);
  const { reviewer } = await makeTeam();
  const { id: caseId } = await openCase({ revisionId });
  await take(reviewer, caseId);
  const reason = "Ask Mr Example for the letter.";
  await requestChanges({ actor: reviewer, caseId }, { version: await versionOf(caseId), reason });
  expect(JSON.stringify((await db().auditEvent.findMany()).map(({ data }) => data))).not.toContain("Mr Example");
  const history = await getHistory(lead, pledgeId, "en");
  expect(history.find(({ event }) => event === "pledge.changes_requested")?.reason).toBe(reason);
});
