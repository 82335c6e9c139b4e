import { randomUUID } from "node:crypto";
import { afterEach, describe, expect, test } from "vitest";
import { systemActor } from "~/access/actor";
import { setClock } from "~/platform/clock";
import { db } from "~/platform/db/client.server";
import { Conflict, Invalid, NotFound, Refused } from "~/platform/errors";
import { progressJobs } from "~/progress/jobs.server";
import { remind } from "~/progress/reminders/commands.server";
import { actOnRequest, openRequests } from "~/progress/requests/commands.server";
import { actOnReport, beginReport, saveReport } from "~/progress/writing/commands.server";
import { reportSchema } from "~/progress/writing/schema";
import { addMembership, makePerson, makeStaff } from "../support/actors";
import { useDatabase } from "../support/database";
import { check, complete, makeAsked, makeRunning, makeSent } from "../support/reports";
import { insertOrganisation, insertPledge } from "../support/rows";

useDatabase();
afterEach(() => setClock(null));

const reportOf = (id: string) =>
  db().report.findUniqueOrThrow({ where: { id }, include: { indicators: true, messages: true } });
const requestOf = (id: string) => db().reportRequest.findUniqueOrThrow({ where: { id } });
const stateOf = async (pledgeId: string) => (await db().pledge.findUniqueOrThrow({ where: { id: pledgeId } })).state;
const eventsOf = (event: string, subjectId: string) => db().auditEvent.count({ where: { event, subjectId } });
const invalid = async (work: Promise<unknown>): Promise<string[]> => {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(Invalid);
  return Object.keys((error as Invalid).fields).sort();
};

describe("a report, from the request to the pledge's page", () => {
  test("is asked for, written, signed off, checked and accepted; its request is answered", async () => {
    const asked = await makeAsked();
    const { id } = await beginReport(asked.author, { requestId: asked.requestId });
    await saveReport(asked.author, id, complete(asked, { next: "ready" }));
    expect((await reportOf(id)).state).toBe("ready");
    await actOnReport(asked.lead, id, { act: "back_to_draft", version: 2 });
    await saveReport(asked.author, id, complete(asked, { next: "ready", version: 3 }));
    await expect(actOnReport(asked.author, id, { act: "submit", version: 5 })).rejects.toThrow(Refused);
    await actOnReport(asked.lead, id, { act: "submit", version: 5 });
    const reviewer = await makeStaff("reviewer");
    await check(reviewer, id, "take");
    await check(reviewer, id, "accept");
    expect(await reportOf(id)).toMatchObject({
      state: "accepted",
      acceptedBy: reviewer.id,
      disbursedMinor: 100_000_000n,
      people: 2100n,
    });
    expect((await requestOf(asked.requestId)).state).toBe("answered");
    expect(await stateOf(asked.pledgeId)).toBe("published");
    expect(await eventsOf("report.accepted", id)).toBe(1);
  });

  test("a question goes to the organisation and its answer comes back", async () => {
    const asked = await makeAsked();
    const id = await makeSent(asked);
    const reviewer = await makeStaff("reviewer");
    await check(reviewer, id, "take");
    await check(reviewer, id, "ask", "Which sites are these?");
    const { version } = await reportOf(id);
    await saveReport(asked.author, id, complete(asked, { version, narrative: "The seven northern sites are on air." }));
    await expect(
      actOnReport(asked.author, id, { act: "resubmit", reason: "The northern ones.", version: version + 1 }),
    ).rejects.toThrow(Refused);
    expect(await invalid(actOnReport(asked.lead, id, { act: "resubmit", version: version + 1 }))).toEqual(["reason"]);
    await actOnReport(asked.lead, id, { act: "resubmit", reason: "The northern ones.", version: version + 1 });
    const report = await reportOf(id);
    expect(report.state).toBe("in_check");
    expect(report.messages.map(({ body, fromStaff }) => [body, fromStaff])).toEqual([
      ["Which sites are these?", true],
      ["The northern ones.", false],
    ]);
  });

  test("says that the pledge is completed: two members of staff agree, then the pledge is completed", async () => {
    const asked = await makeAsked();
    const id = await makeSent(asked, { status: "completed" });
    const [first, second] = [await makeStaff("reviewer"), await makeStaff("approver")];
    await check(first, id, "take");
    await expect(check(first, id, "accept")).rejects.toThrow(Conflict);
    await check(first, id, "agree");
    await expect(check(first, id, "accept")).rejects.toThrow(Refused);
    await check(second, id, "accept");
    expect(await stateOf(asked.pledgeId)).toBe("completed");
  });

  test("says that the pledge is discontinued, and why: the pledge ends", async () => {
    const asked = await makeAsked();
    const id = await makeSent(asked, { status: "discontinued", statusReason: "The licence was refused." });
    const reviewer = await makeStaff("reviewer");
    await check(reviewer, id, "take");
    await check(reviewer, id, "accept");
    expect(await stateOf(asked.pledgeId)).toBe("discontinued");
  });

  test("a value at the threshold needs two; below it, agreeing first is not needed", async () => {
    const asked = await makeAsked();
    await db().$executeRaw`UPDATE reporting_settings SET four_eyes_usd_minor = 100000000`;
    const id = await makeSent(asked);
    const reviewer = await makeStaff("reviewer");
    await check(reviewer, id, "take");
    await expect(check(reviewer, id, "accept")).rejects.toThrow("needs_two");
    await db().$executeRaw`UPDATE reporting_settings SET four_eyes_usd_minor = 1000000000`;
    await expect(check(reviewer, id, "agree")).rejects.toThrow("one_is_enough");
    await check(reviewer, id, "accept");
  });

  test("is corrected as a new version with its reason; the first one stays; a completed pledge is opened again", async () => {
    const asked = await makeAsked();
    const id = await makeSent(asked, { status: "completed" });
    const [first, second] = [await makeStaff("reviewer"), await makeStaff("reviewer")];
    await check(first, id, "take");
    await check(first, id, "agree");
    await check(second, id, "accept");
    expect(await invalid(actOnReport(asked.author, id, { act: "correct", version: 0 }))).toEqual(["reason"]);
    const { id: correction } = await actOnReport(asked.author, id, {
      act: "correct",
      reason: "One site is not on air.",
      version: 0,
    });
    await saveReport(asked.lead, correction, complete(asked, { next: "send" }));
    await check(first, correction, "take");
    await check(first, correction, "accept");
    expect(await reportOf(correction)).toMatchObject({ correctsId: id, correctionReason: "One site is not on air." });
    expect((await reportOf(id)).status).toBe("completed");
    expect(await stateOf(asked.pledgeId)).toBe("published");
  });

  test("begins with the figures of the last one", async () => {
    const asked = await makeAsked();
    const reviewer = await makeStaff("reviewer");
    const id = await makeSent(asked);
    await check(reviewer, id, "take");
    await check(reviewer, id, "accept");
    setClock(new Date(Date.now() + 300 * 86_400_000));
    const [periodTo, dueOn] = [280, 400].map((days) =>
      new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10),
    );
    await openRequests(asked.secretariat, {
      pledgeIds: [asked.pledgeId],
      periodTo: periodTo ?? "",
      dueOn: dueOn ?? "",
    });
    const next = await db().reportRequest.findFirstOrThrow({ where: { pledgeId: asked.pledgeId, state: "open" } });
    const begun = await beginReport(asked.author, { requestId: next.id });
    const draft = await reportOf(begun.id);
    expect(draft).toMatchObject({ disbursedMinor: 100_000_000n, people: 2100n, narrative: "" });
    expect(String(draft.indicators[0]?.value)).toBe("2100");
    expect(await invalid(saveReport(asked.lead, begun.id, complete(asked, { next: "send", people: "90" })))).toEqual([
      "peopleNote",
    ]);
  });

  test("is taken back before it is accepted, and can be begun again", async () => {
    const asked = await makeAsked();
    const id = await makeSent(asked);
    await expect(actOnReport(asked.author, id, { act: "withdraw", reason: "Wrong year.", version: 2 })).rejects.toThrow(
      Refused,
    );
    await actOnReport(asked.lead, id, { act: "withdraw", reason: "Wrong year.", version: 2 });
    await beginReport(asked.lead, { requestId: asked.requestId });
  });
});

describe("what is refused", () => {
  test("a report with something missing or surprising says so beside each field, and a draft is kept as it is", async () => {
    const asked = await makeAsked();
    const { id } = await beginReport(asked.lead, { requestId: asked.requestId });
    await saveReport(asked.lead, id, reportSchema.parse({ version: 0 }));
    expect(await invalid(saveReport(asked.lead, id, reportSchema.parse({ version: 1, next: "send" })))).toEqual([
      "disbursedNote",
      "indicators[0].note",
      "narrative",
      "peopleNote",
      "status",
    ]);
    const passes = complete(asked, { version: 1, next: "send", status: "delayed", people: "6300" });
    expect(await invalid(saveReport(asked.lead, id, passes))).toEqual(["peopleNote", "statusReason"]);
    expect(await reportOf(id)).toMatchObject({ state: "draft", version: 1 });
  });

  test("an author does not send, a stranger finds nothing, staff do not write", async () => {
    const asked = await makeAsked();
    const { id } = await beginReport(asked.author, { requestId: asked.requestId });
    await expect(saveReport(asked.author, id, complete(asked, { next: "send" }))).rejects.toThrow(Refused);
    const other = await insertOrganisation();
    const stranger = await addMembership(await makePerson(), other.id, "lead");
    await expect(saveReport(stranger, id, complete(asked))).rejects.toThrow(NotFound);
    await expect(beginReport(stranger, { requestId: asked.requestId })).rejects.toThrow(NotFound);
    await expect(saveReport(asked.secretariat, id, complete(asked))).rejects.toThrow(Refused);
    await expect(saveReport(asked.author, randomUUID(), complete(asked))).rejects.toThrow(NotFound);
  });

  test("someone of the pledge's organisation does not check its report, whatever staff role they have", async () => {
    const asked = await makeAsked();
    const id = await makeSent(asked);
    const own = await addMembership(await makeStaff("reviewer"), asked.organisation.id, "author");
    await expect(check(own, id, "take")).rejects.toThrow(Refused);
    await expect(check(asked.lead, id, "take")).rejects.toThrow(Refused);
    await expect(check(await makeStaff("administrator"), id, "take")).rejects.toThrow(Refused);
  });

  test("a move from the wrong state, on another version, or on an accepted report", async () => {
    const asked = await makeAsked();
    const id = await makeSent(asked);
    const reviewer = await makeStaff("reviewer");
    await expect(check(reviewer, id, "accept")).rejects.toThrow("report_moved");
    await expect(saveReport(asked.lead, id, complete(asked, { version: 2 }))).rejects.toThrow("report_moved");
    await check(reviewer, id, "take");
    expect(await invalid(check(reviewer, id, "ask"))).toEqual(["reason"]);
    await check(reviewer, id, "accept");
    await expect(actOnReport(asked.lead, id, { act: "withdraw", reason: "Late.", version: 4 })).rejects.toThrow(
      Conflict,
    );
  });

  test("two at once: one report begun, one version kept, one accepted", async () => {
    const asked = await makeAsked();
    const begun = await Promise.allSettled(
      [asked.lead, asked.author].map((who) => beginReport(who, { requestId: asked.requestId })),
    );
    expect(begun.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const { id } = await db().report.findFirstOrThrow({ where: { requestId: asked.requestId } });
    const saved = await Promise.allSettled(
      [asked.lead, asked.author].map((who) => saveReport(who, id, complete(asked))),
    );
    expect(saved.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    await saveReport(asked.lead, id, complete(asked, { version: 1, next: "send" }));
    const [one, two] = [await makeStaff("reviewer"), await makeStaff("reviewer")];
    await check(one, id, "take");
    const accepted = await Promise.allSettled([one, two].map((who) => check(who, id, "accept")));
    expect(accepted.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await eventsOf("report.accepted", id)).toBe(1);
  });

  test("the same form sent twice answers the same and does it once", async () => {
    const asked = await makeAsked();
    const { id } = await beginReport(asked.lead, { requestId: asked.requestId });
    const receipt = { key: randomUUID(), bodyHash: "x" };
    await saveReport(asked.lead, id, complete(asked, { next: "send" }), receipt);
    await saveReport(asked.lead, id, complete(asked, { next: "send" }), receipt);
    expect(await eventsOf("report.submitted", id)).toBe(1);
  });

  test("malformed and too large input, and figures of an indicator that the pledge does not have", async () => {
    const bad = {
      version: 0,
      people: "many",
      links: "here",
      narrative: "x".repeat(5001),
      indicators: [{ key: "1" }],
      status: "fine",
    };
    const fields = reportSchema.safeParse(bad).error?.issues.map(({ path }) => path.join(".")) ?? [];
    expect(fields.sort()).toEqual(["indicators.0.key", "links", "narrative", "people", "status"]);
    const asked = await makeAsked();
    const { id } = await beginReport(asked.lead, { requestId: asked.requestId });
    expect(await invalid(saveReport(asked.lead, id, complete(asked, { disbursed: "-5" })))).toEqual(["disbursed"]);
    expect(await invalid(saveReport(asked.lead, id, complete({ key: randomUUID() })))).toEqual([""]);
  });
});

describe("the secretariat's requests", () => {
  test("one open request for a pledge: a round takes over one that is due near, and asks nobody twice", async () => {
    const asked = await makeAsked();
    const { periodTo } = await requestOf(asked.requestId);
    const again = { pledgeIds: [asked.pledgeId], periodTo: periodTo.toISOString().slice(0, 10), dueOn: "2199-01-01" };
    await expect(openRequests(asked.secretariat, again)).rejects.toThrow("asked_already");
    const other = await makeRunning();
    const done = await openRequests(asked.secretariat, { ...again, pledgeIds: [asked.pledgeId, other.pledgeId] });
    expect(done).toEqual({ opened: 1, takenOver: 0, left: 1 });
  });

  test("is paused, taken up again and skipped with a reason; only by the secretariat, and on what it saw", async () => {
    const asked = await makeAsked();
    const act = (name: "pause" | "resume" | "skip", version: number, reason?: string, who = asked.secretariat) =>
      actOnRequest(who, asked.requestId, { act: name, reason, version });
    await expect(act("pause", 0, "Flood.", await makeStaff("reviewer"))).rejects.toThrow(Refused);
    expect(await invalid(act("pause", 0))).toEqual(["reason"]);
    await act("pause", 0, "Flood.");
    await expect(act("skip", 0, "Flood.")).rejects.toThrow("request_changed");
    await act("resume", 1);
    await act("skip", 2, "The pledge began last month.");
    await expect(act("resume", 3)).rejects.toThrow("request_changed");
    await expect(beginReport(asked.lead, { requestId: asked.requestId })).rejects.toThrow("request_ended");
  });

  test("is not made for compiled records, or for pledges that have ended", async () => {
    const secretariat = await makeStaff("secretariat");
    for (const data of [{ compiled: true }, { state: "withdrawn" as const }]) {
      const { id } = await insertPledge(data);
      const input = { pledgeIds: [id], periodTo: "2026-01-31", dueOn: "2199-01-01" };
      await expect(openRequests(secretariat, input)).rejects.toThrow("cannot_be_asked");
    }
  });
});

describe("what the calendar does by itself", () => {
  const follow = () => progressJobs.follow_reporting_calendar?.({}, { id: "1", lastTry: false });
  const at = (day: string) => setClock(new Date(`${day}T08:00:00Z`));

  test("opens the request when the pledge's own period has ended, once, however often it runs", async () => {
    at("2026-02-01");
    const { pledgeId } = await makeRunning();
    await follow();
    expect(await db().reportRequest.count({ where: { pledgeId } })).toBe(0);
    at("2027-01-01");
    await Promise.all([follow(), follow()]);
    await follow();
    const [request, ...more] = await db().reportRequest.findMany({ where: { pledgeId } });
    expect(more).toEqual([]);
    expect(request?.dueOn.toISOString().slice(0, 10)).toBe("2027-03-01");
  });

  test("reminds 30, 7 and 0 days before and 14 and 30 after, each once, then the leads; whoever has sent is left alone", async () => {
    at("2026-06-01");
    const asked = await makeAsked();
    const { dueOn } = await requestOf(asked.requestId);
    const due = (days: number) => new Date(dueOn.getTime() + days * 86_400_000).toISOString().slice(0, 10);
    for (const days of [-40, -30, -29, -7, 0, 1, 14, 15, 30, 31]) {
      at(due(days));
      await remind(systemActor("reporting"), asked.requestId);
      await remind(systemActor("reporting"), asked.requestId);
    }
    const sent = await db().reportReminder.findMany({
      where: { requestId: asked.requestId },
      orderBy: { step: "asc" },
    });
    expect(sent.map(({ step }) => step)).toEqual([-30, -7, 0, 14, 30]);
    expect(await eventsOf("report_request.escalated", asked.requestId)).toBe(1);
    await expect(remind(asked.secretariat, asked.requestId)).rejects.toThrow(Refused);

    at("2026-06-01");
    const answered = await makeAsked();
    await makeSent(answered);
    at(due(0));
    expect(await remind(systemActor("reporting"), answered.requestId)).toBe(0);
  });
});
