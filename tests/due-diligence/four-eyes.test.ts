import { describe, expect, test } from "vitest";
import { getCase } from "~/due-diligence/case/queries.server";
import { assignCase, declareConflict, recordFinding, requestChanges } from "~/due-diligence/commands.server";
import { answerControversy, recordControversy } from "~/due-diligence/controversies/commands.server";
import { sendBack } from "~/due-diligence/decisions/commands.server";
import { getQueue } from "~/due-diligence/queue/queries.server";
import { resubmitOrganisation } from "~/organisations/commands.server";
import { now } from "~/platform/clock";
import { db } from "~/platform/db/client.server";
import { Conflict, Invalid, Refused } from "~/platform/errors";
import { addMembership, freshPerson, makeStaff } from "../support/actors";
import { advise, caseRow, findAll, makeRegistered, makeTeam, review, settle, take, versionOf } from "../support/cases";
import { useDatabase } from "../support/database";
import { insertPledge } from "../support/rows";

useDatabase();

describe("four eyes (R11)", () => {
  test("the same person cannot review and decide", async () => {
    const { caseId } = await makeRegistered();
    const both = await makeStaff("reviewer", "approver");
    await review(both, caseId);
    await expect(settle(both, caseId)).rejects.toThrow(Refused);
    expect(await db().auditEvent.count({ where: { event: "access.refused", actorId: both.id } })).toBe(1);
  });

  test("an approver who recorded one finding cannot decide, nor send back", async () => {
    const { caseId } = await makeRegistered();
    const { reviewer, approver } = await makeTeam();
    await take(reviewer, caseId);
    const finding = { step: "screening", verdict: "met", text: "No hit." } as const;
    await recordFinding({ actor: approver, caseId }, { version: await versionOf(caseId), ...finding });
    await findAll(reviewer, caseId);
    await advise(reviewer, caseId);
    await expect(settle(approver, caseId)).rejects.toThrow(Refused);
    const back = { version: await versionOf(caseId), reason: "Look again." };
    await expect(sendBack({ actor: approver, caseId }, back)).rejects.toThrow(Refused);
  });

  test("a reviewer of round 1 cannot decide round 2", async () => {
    const { organisationId, lead, caseId } = await makeRegistered();
    const first = await makeStaff("reviewer", "approver");
    const { reviewer, secretariat } = await makeTeam();
    await take(first, caseId);
    await findAll(first, caseId);
    await requestChanges({ actor: first, caseId }, { version: await versionOf(caseId), reason: "More, please." });
    await resubmitOrganisation(lead, organisationId);
    const given = { version: await versionOf(caseId), assigneeId: reviewer.id, reason: "On leave." };
    await assignCase({ actor: secretariat, caseId }, given);
    await take(reviewer, caseId);
    await advise(reviewer, caseId);
    await expect(settle(first, caseId)).rejects.toThrow(Refused);
    await settle(await makeStaff("approver"), caseId);
  });

  test("nobody decides without a recommendation, nor in the wrong state", async () => {
    const { caseId } = await makeRegistered();
    const { reviewer, approver } = await makeTeam();
    await expect(settle(approver, caseId)).rejects.toThrow(Conflict);
    await take(reviewer, caseId);
    await expect(settle(approver, caseId)).rejects.toThrow(Conflict);
    await findAll(reviewer, caseId);
    await advise(reviewer, caseId);
    await expect(take(reviewer, caseId)).rejects.toThrow(Conflict);
    await expect(findAll(reviewer, caseId)).rejects.toThrow(Conflict);
  });

  test("deciding against the recommendation needs an internal reason, and a step that is not met keeps from recommending to clear", async () => {
    const { caseId } = await makeRegistered();
    const { reviewer, approver } = await makeTeam();
    await take(reviewer, caseId);
    await findAll(reviewer, caseId, ["exclusions"]);
    const finding = { step: "exclusions", verdict: "not_met", text: "Sells tobacco." } as const;
    await recordFinding({ actor: reviewer, caseId }, { version: await versionOf(caseId), ...finding });
    await expect(advise(reviewer, caseId)).rejects.toThrow(Invalid);
    await advise(reviewer, caseId, "decline");
    await expect(settle(approver, caseId)).rejects.toThrow(Invalid);
    await settle(approver, caseId, { internalReason: "The tobacco shop belongs to another company of that name." });
  });

  test("sent back to the reviewer, the organisation reads nothing of why", async () => {
    const { organisationId, caseId } = await makeRegistered();
    const { reviewer, approver } = await makeTeam();
    await review(reviewer, caseId);
    const back = { version: await versionOf(caseId), reason: "marker-of-staff" };
    await sendBack({ actor: approver, caseId }, back);
    expect(JSON.stringify(await db().organisation.findUniqueOrThrow({ where: { id: organisationId } }))).not.toContain(
      "marker-of-staff",
    );
    expect(JSON.stringify((await db().auditEvent.findMany()).map(({ data }) => data))).not.toContain("marker-of-staff");
    expect((await db().caseNote.findFirstOrThrow({ where: { caseId } })).body).toBe("marker-of-staff");
  });
});

describe("conflict of interest (R11)", () => {
  test("staff of the pledging organisation can do nothing on its case, do not find it in the queue and cannot read it", async () => {
    const { organisationId, caseId } = await makeRegistered();
    const insider = await addMembership(
      await makeStaff("reviewer", "approver", "secretariat"),
      organisationId,
      "author",
    );
    const { reviewer } = await makeTeam();
    await expect(take(insider, caseId)).rejects.toThrow(Refused);
    await expect(getCase(insider, caseId, "en", { part: "checks" })).rejects.toThrow(Refused);
    const seen = await getQueue(insider, { view: "all", page: 1 }, "en");
    expect(seen.entries.map(({ id }) => id)).not.toContain(caseId);
    await review(reviewer, caseId);
    await expect(settle(insider, caseId)).rejects.toThrow(Refused);
  });

  test("having left the organisation changes nothing for 24 months", async () => {
    const { organisationId, caseId } = await makeRegistered();
    const member = await addMembership(await makeStaff("reviewer"), organisationId, "author");
    await db().membership.updateMany({ where: { accountId: member.id }, data: { endedAt: new Date() } });
    const former = await freshPerson(member);
    await expect(take(former, caseId)).rejects.toThrow(Refused);
    await expect(getCase(former, caseId, "en", { part: "checks" })).rejects.toThrow(Refused);
  });

  test("who declares one loses the case, its text and its place in the queue", async () => {
    const { caseId } = await makeRegistered();
    const { reviewer } = await makeTeam();
    await take(reviewer, caseId);
    const declared = { version: await versionOf(caseId), reason: "My sister leads it." };
    await declareConflict({ actor: reviewer, caseId }, declared);
    expect((await caseRow(caseId)).assigneeId).toBeNull();
    await expect(findAll(reviewer, caseId)).rejects.toThrow(Refused);
    await expect(getCase(reviewer, caseId, "en", { part: "checks" })).rejects.toThrow(Refused);
    expect((await getQueue(reviewer, { view: "all", page: 1 }, "en")).entries.map(({ id }) => id)).not.toContain(
      caseId,
    );
    const again = { version: await versionOf(caseId), reason: "Still." };
    await expect(declareConflict({ actor: reviewer, caseId }, again)).rejects.toThrow(Conflict);
  });
});

describe("an unanswered controversy", () => {
  const entry = { source: "https://example.org/report", summary: "Late wages were reported." };

  test("blocks recommending to clear and clearing, whichever way the case came there", async () => {
    const { caseId } = await makeRegistered();
    const { reviewer, approver } = await makeTeam();
    await take(reviewer, caseId);
    await findAll(reviewer, caseId);
    await recordControversy({ actor: reviewer, caseId }, { version: await versionOf(caseId), ...entry });
    await expect(advise(reviewer, caseId)).rejects.toThrow("unanswered_controversy");
    await advise(reviewer, caseId, "decline");
    await expect(settle(approver, caseId, { internalReason: "I would clear it." })).rejects.toThrow(
      "unanswered_controversy",
    );
    const { id: controversyId } = await db().controversy.findFirstOrThrow({ where: { caseId } });
    const answer = { controversyId, response: "Paid in May.", assessment: "Settled; the union confirms it." };
    await answerControversy({ actor: reviewer, caseId }, { version: await versionOf(caseId), ...answer });
    await settle(approver, caseId, { internalReason: "Settled." });
  });

  test("recorded after the recommendation, it still blocks", async () => {
    const { caseId } = await makeRegistered();
    const { reviewer, approver } = await makeTeam();
    await review(reviewer, caseId);
    await recordControversy({ actor: reviewer, caseId }, { version: await versionOf(caseId), ...entry });
    await expect(settle(approver, caseId)).rejects.toThrow("unanswered_controversy");
    expect((await caseRow(caseId)).decision).toBeNull();
  });

  test("is refused by the database too, whatever statement tries to clear the organisation", async () => {
    const { caseId, organisationId } = await makeRegistered();
    const { reviewer } = await makeTeam();
    await review(reviewer, caseId);
    await recordControversy({ actor: reviewer, caseId }, { version: await versionOf(caseId), ...entry });
    const clear = () => db().organisation.update({ where: { id: organisationId }, data: { state: "cleared" } });
    await expect(clear()).rejects.toThrow("an unanswered controversy stands against clearing");
    await db().controversy.updateMany({ where: { caseId }, data: { answeredAt: now() } });
    await clear();
  });

  test("of a pledge is refused by the database too, and only for that pledge", async () => {
    const { caseId, organisationId } = await makeRegistered();
    const { id: pledgeId } = await insertPledge({ organisationId, state: "unpublished" }, { state: "recommended" });
    const { id: otherId } = await insertPledge({ organisationId, state: "unpublished" }, { state: "recommended" });
    const { id: revisionId } = await db().revision.findFirstOrThrow({ where: { pledgeId } });
    const { reviewer } = await makeTeam();
    const by = { authorId: reviewer.id, at: now() };
    const { track, checklistVersion } = await caseRow(caseId);
    await db().case.create({
      data: {
        ...{ kind: "pledge", organisationId, pledgeId, revisionId, track, checklistVersion, openedAt: now() },
        controversies: { create: { ...entry, ...by } },
      },
    });
    const clear = (id: string) => db().revision.updateMany({ where: { pledgeId: id }, data: { state: "cleared" } });
    await expect(clear(pledgeId)).rejects.toThrow("an unanswered controversy stands against clearing");
    await clear(otherId);
  });
});
