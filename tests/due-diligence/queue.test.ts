import { beforeAll, describe, expect, test } from "vitest";
import type { Person } from "~/access/actor";
import { addNote, assignCase, declareConflict } from "~/due-diligence/commands.server";
import { assignCases } from "~/due-diligence/queue/commands.server";
import { getQueue } from "~/due-diligence/queue/queries.server";
import { queueSearchSchema, queueViews, searchOf } from "~/due-diligence/queue/schema";
import { db } from "~/platform/db/client.server";
import { makePerson } from "../support/actors";
import { caseRow, makeRegistered, makeTeam, openCase, review, take, versionOf } from "../support/cases";
import { useDatabase } from "../support/database";
import { makePledger, makeSubmitted } from "../support/pledges";

useDatabase();
let team: Awaited<ReturnType<typeof makeTeam>>;
let pledged: string;
let stranger: string;

beforeAll(async () => {
  team = await makeTeam();
  await makeRegistered({ constituency: "government" });
  const taken = await makeRegistered();
  await take(team.reviewer, taken.caseId);
  const recommended = await makeRegistered();
  await review(team.reviewer, recommended.caseId);
  const { revisionId } = await makeSubmitted((await makePledger()).lead);
  pledged = (await openCase({ revisionId })).id;
  stranger = (await makeRegistered()).caseId;
  await declareConflict(
    { actor: team.reviewer, caseId: stranger },
    { version: await versionOf(stranger), reason: "A friend's." },
  );
  const late = await makeRegistered();
  await db().case.update({ where: { id: late.caseId }, data: { dueOn: new Date("2020-01-02T00:00:00Z") } });
  const waiting = await makeRegistered();
  await db().case.update({ where: { id: waiting.caseId }, data: { waitingSince: new Date(), dueOn: new Date(0) } });
}, 60_000);

const queueOf = (actor: Person, search: Record<string, string> = {}) =>
  getQueue(actor, queueSearchSchema.parse(search), "en");

describe("the queue", () => {
  test("counts every view as somebody would who goes through all open cases one by one", async () => {
    const { approver, reviewer } = team;
    const cases = await db().case.findMany({ where: { closedAt: null }, include: { conflicts: true } });
    for (const actor of [reviewer, approver]) {
      const readable = cases.filter(({ conflicts }) => !conflicts.some(({ accountId }) => accountId === actor.id));
      const stateOf = async (one: (typeof cases)[number]) =>
        one.revisionId
          ? (await db().revision.findUniqueOrThrow({ where: { id: one.revisionId } })).state
          : (await db().organisation.findUniqueOrThrow({ where: { id: one.organisationId } })).state;
      const states = new Map(await Promise.all(readable.map(async (one) => [one.id, await stateOf(one)] as const)));
      const expected = {
        mine: readable.filter(({ assigneeId }) => assigneeId === actor.id).length,
        new: readable.filter(({ id }) => ["submitted", "registered"].includes(states.get(id) ?? "")).length,
        unassigned: readable.filter(({ assigneeId }) => assigneeId === null).length,
        waiting: readable.filter(({ waitingSince }) => waitingSince !== null).length,
        to_decide: readable.filter(({ id }) => states.get(id) === "recommended").length,
        due: 0,
        overdue: readable.filter(({ dueOn, waitingSince }) => dueOn && dueOn < new Date() && !waitingSince).length,
        all: readable.length,
      };
      const view = await queueOf(actor, { view: "all" });
      expect(Object.fromEntries(view.views.map(({ view: name, count }) => [name, count]))).toEqual(expected);
      for (const name of queueViews) expect((await queueOf(actor, { view: name })).total).toBe(expected[name]);
    }
  });

  test("filters by kind, track, language, constituency, risk, assignee and area, and finds by name and title", async () => {
    const ids = async (search: Record<string, string>) =>
      (await queueOf(team.approver, { view: "all", ...search })).entries.map(({ id }) => id);
    const only = [
      ["kind", "pledge"],
      ["area", "access"],
      ["language", "en"],
      ["q", "solar-powered"],
    ] as const;
    for (const [name, value] of only) expect(await ids({ [name]: value })).toEqual([pledged]);
    expect(await ids({ track: "government" })).toEqual(await ids({ constituency: "government" }));
    expect(await ids({ track: "government" })).toHaveLength(1);
    expect(await ids({ assignee: team.reviewer.id })).toHaveLength(2);
    expect(await ids({ risk: "low" })).toHaveLength(1);
    expect(await ids({ language: "fr" })).toEqual([]);
    const [oldest, newest] = [await ids({ sort: "oldest" }), await ids({ sort: "newest" })];
    expect(newest).toEqual(oldest.toReversed());
  });

  test("an address made up by somebody is read as far as it makes sense, and a view's address brings the same view back", () => {
    expect(queueSearchSchema.parse({ view: "nothing", kind: "x", assignee: "1", page: "-3" })).toMatchObject({
      page: 1,
    });
    const search = { view: "new", kind: "pledge", language: "ar", sort: "oldest", q: "a&b", page: 2 } as const;
    const again = queueSearchSchema.parse(Object.fromEntries(new URLSearchParams(searchOf(search))));
    expect(again).toMatchObject(search);
  });
});

describe("assigning several cases at once", () => {
  test("gives each to one person; what changed meanwhile, or the person may not take, stays as it is", async () => {
    const { reviewer, secretariat } = team;
    const [one, changed] = [await makeRegistered(), await makeRegistered()];
    const cases = await Promise.all(
      [one.caseId, changed.caseId, stranger].map(async (id) => `${id}:${await versionOf(id)}`),
    );
    await addNote({ actor: reviewer, caseId: changed.caseId }, { version: await versionOf(changed.caseId), body: "x" });
    const given = { cases: [...cases, ...cases], assigneeId: reviewer.id, reason: "Back from leave." };
    expect(await assignCases(secretariat, given)).toEqual({ assigned: 1, left: 2 });
    const holders = await Promise.all([one.caseId, changed.caseId, stranger].map(async (id) => caseRow(id)));
    expect(holders.map(({ assigneeId }) => assigneeId)).toEqual([reviewer.id, null, null]);
  });

  test("is the secretariat's alone", async () => {
    const { caseId } = await makeRegistered();
    const given = { cases: [`${caseId}:0`], assigneeId: team.reviewer.id, reason: "Mine." };
    for (const actor of [team.reviewer, team.approver, await makePerson()])
      expect(await assignCases(actor, given)).toEqual({ assigned: 0, left: 1 });
    await assignCase(
      { actor: team.secretariat, caseId },
      { version: 0, assigneeId: team.reviewer.id, reason: "Yours." },
    );
    expect((await caseRow(caseId)).assigneeId).toBe(team.reviewer.id);
  });
});
