import { describe, expect, test } from "vitest";
import { command } from "~/access/command.server";
import { setClock } from "~/platform/clock";
import { db } from "~/platform/db/client.server";
import { Conflict, Invalid, NotFound, Refused } from "~/platform/errors";
import { createDraft, deleteDraft, saveStep, startRevision } from "~/pledges/drafting/commands.server";
import {
  appealDecision,
  askSignOff,
  backToDraft,
  submitPledge,
  withdrawPledge,
} from "~/pledges/submission/commands.server";
import { movePledge, moveRevision } from "~/pledges/transitions.server";
import { makePerson, makeStaff } from "../support/actors";
import { useDatabase } from "../support/database";
import {
  clearRevision,
  completeSteps,
  makeDraft,
  makePledger,
  makeSubmitted,
  newestRevision,
} from "../support/pledges";

useDatabase();

describe("drafting", () => {
  test("an author drafts, asks for sign-off, and the lead sends it with a reference of the year", async () => {
    const { author, lead } = await makePledger();
    const { pledgeId, version } = await makeDraft(author);
    await askSignOff(author, pledgeId, { version });
    const { reference } = await submitPledge(lead, pledgeId, { version: version + 1 });
    expect(reference).toMatch(/^P2C-\d{4}-\d{5}$/);
    const revision = await newestRevision(pledgeId);
    expect(revision).toMatchObject({
      state: "submitted",
      signedOffBy: lead.id,
      readyBy: author.id,
      valueState: "converted",
    });
    expect(revision.usdMinor).toBe(250_000_000n);
    expect(revision.consentAt).not.toBeNull();
    expect(revision.countries[0]?.basisOn).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  });

  test("saving leaves no trail, handing over leaves one entry with the difference (E12)", async () => {
    const { author } = await makePledger();
    const { pledgeId, version } = await makeDraft(author);
    expect(await db().auditEvent.count({ where: { subjectId: pledgeId, event: "pledge.drafted" } })).toBe(0);
    await askSignOff(author, pledgeId, { version });
    const entry = await db().auditEvent.findFirstOrThrow({ where: { subjectId: pledgeId, event: "pledge.drafted" } });
    expect((entry.data as { changed: string[] }).changed).toContain("title");
    expect(JSON.stringify(entry.data)).not.toContain("staffContact");
  });

  test("an author cannot submit", async () => {
    const { author } = await makePledger();
    const { pledgeId, version } = await makeDraft(author);
    await expect(submitPledge(author, pledgeId, { version })).rejects.toThrow(Refused);
    expect((await newestRevision(pledgeId)).state).toBe("draft");
  });

  test("another organisation learns nothing of it", async () => {
    const { author } = await makePledger();
    const { lead: stranger } = await makePledger();
    const { pledgeId, version } = await makeDraft(author);
    await expect(submitPledge(stranger, pledgeId, { version })).rejects.toThrow(NotFound);
    await expect(saveStep(stranger, pledgeId, "what", { ...completeSteps.what, version })).rejects.toThrow(NotFound);
    await expect(deleteDraft(stranger, pledgeId)).rejects.toThrow(NotFound);
  });

  test("somebody without an organisation cannot draft for one", async () => {
    const { organisation } = await makePledger();
    await expect(createDraft(await makePerson(), { organisationId: organisation.id, language: "en" })).rejects.toThrow(
      Refused,
    );
  });

  test("an incomplete draft is kept and cannot be sent", async () => {
    const { lead } = await makePledger();
    const { pledgeId, version } = await makeDraft(lead, { measures: { indicators: [] } });
    await expect(submitPledge(lead, pledgeId, { version })).rejects.toThrow("pledges:conflict.incomplete");
  });

  test("what was handed over for sign-off is not changed until it is taken back", async () => {
    const { author } = await makePledger();
    const { pledgeId, version } = await makeDraft(author);
    await askSignOff(author, pledgeId, { version });
    const values = { ...completeSteps.what, version: version + 1 };
    await expect(saveStep(author, pledgeId, "what", values)).rejects.toThrow("pledges:conflict.ready");
    await backToDraft(author, pledgeId, { version: version + 1 });
    await saveStep(author, pledgeId, "what", { ...values, version: version + 2 });
  });

  test("two people at once: the second is told, nothing is overwritten", async () => {
    const { author, lead } = await makePledger();
    const { pledgeId, version } = await makeDraft(author);
    await saveStep(lead, pledgeId, "what", { ...completeSteps.what, title: "The lead's title", version });
    await expect(
      saveStep(author, pledgeId, "what", { ...completeSteps.what, title: "The author's title", version }),
    ).rejects.toThrow("pledges:conflict.changed");
    expect((await newestRevision(pledgeId)).title).toBe("The lead's title");
  });

  test("a draft is deleted with its pledge; a submitted pledge keeps its reference", async () => {
    const { lead } = await makePledger();
    const { pledgeId } = await makeDraft(lead);
    await deleteDraft(lead, pledgeId);
    expect(await db().pledge.count({ where: { id: pledgeId } })).toBe(0);
    const submitted = await makeSubmitted(lead);
    await expect(deleteDraft(lead, submitted.pledgeId)).rejects.toThrow("pledges:conflict.submitted");
  });
});

describe("submitting", () => {
  test("sent twenty times at once, it is submitted once, with one reference", async () => {
    const { lead } = await makePledger();
    const { pledgeId, version } = await makeDraft(lead);
    const answers = await Promise.allSettled(
      Array.from({ length: 20 }, () => submitPledge(lead, pledgeId, { version })),
    );
    expect(answers.filter((one) => one.status === "fulfilled")).toHaveLength(1);
    for (const one of answers) if (one.status === "rejected") expect(one.reason).toBeInstanceOf(Conflict);
    expect(await db().auditEvent.count({ where: { subjectId: pledgeId, event: "pledge.submitted" } })).toBe(1);
    expect(await db().pledgeReference.count({ where: { pledgeId } })).toBe(1);
  });

  test("ten pledges at once get ten references", async () => {
    const { lead } = await makePledger();
    const drafts = await Promise.all(Array.from({ length: 10 }, () => makeDraft(lead)));
    const sent = await Promise.all(drafts.map(({ pledgeId, version }) => submitPledge(lead, pledgeId, { version })));
    expect(new Set(sent.map(({ reference }) => reference)).size).toBe(10);
  });

  test("a missing rate never blocks: the value awaits a rate (R24)", async () => {
    const { lead } = await makePledger();
    const changes = { "how-much": { currency: "KWD", amountMinor: 1_500n } };
    const { revisionId } = await makeSubmitted(lead, changes);
    const revision = await db().revision.findUniqueOrThrow({ where: { id: revisionId } });
    expect(revision).toMatchObject({ valueState: "awaiting_rate", usdMinor: null, amountMinor: 1_500n });
  });

  test("the rate is that of the last working day before (R24)", async () => {
    const { lead } = await makePledger();
    const today = new Date().toISOString().slice(0, 10);
    const yesterday = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
    for (const [period, usdPerUnit] of [
      [yesterday, "0.00660"],
      [today, "0.5"],
    ] as const)
      await db().exchangeRate.create({
        data: { currency: "JPY", period, usdPerUnit, source: "A central bank", enteredAt: new Date() },
      });
    const { revisionId } = await makeSubmitted(lead, { "how-much": { currency: "JPY", amountMinor: 1_000_000n } });
    const revision = await db().revision.findUniqueOrThrow({ where: { id: revisionId } });
    expect(revision).toMatchObject({ valueState: "converted", usdMinor: 660_000n, rateDate: yesterday });
  });

  test("a suspended organisation cannot submit", async () => {
    const { lead } = await makePledger({ state: "suspended" });
    const { pledgeId, version } = await makeDraft(lead);
    await expect(submitPledge(lead, pledgeId, { version })).rejects.toThrow("pledges:blocker.organisation_suspended");
  });
});

describe("after review", () => {
  test("clearing publishes in the same transaction; a cleared pledge of an uncleared organisation waits (R4)", async () => {
    const cleared = await makePledger();
    const one = await makeSubmitted(cleared.lead);
    await clearRevision(one.revisionId);
    expect(await newestRevision(one.pledgeId)).toMatchObject({ state: "published", pledge: { state: "published" } });

    const waiting = await makePledger({ state: "in_review" });
    const two = await makeSubmitted(waiting.lead);
    await clearRevision(two.revisionId);
    expect(await newestRevision(two.pledgeId)).toMatchObject({ state: "cleared", pledge: { state: "unpublished" } });
  });

  test("under an embargo it stays cleared until the event's instant, then the job publishes it once", async () => {
    const { publishCleared } = await import("~/pledges/jobs.server");
    const { lead } = await makePledger();
    const embargoUntil = new Date(Date.now() + 86_400_000);
    const event = await db().event.create({ data: { slug: "roundtable", names: { en: "Roundtable" }, embargoUntil } });
    const { pledgeId, revisionId } = await makeSubmitted(lead, { measures: { eventId: event.id } });
    await clearRevision(revisionId);
    await publishCleared({ revisionId });
    expect((await newestRevision(pledgeId)).state).toBe("cleared");
    setClock(new Date(embargoUntil.getTime() + 1000));
    await publishCleared({ revisionId });
    await publishCleared({ revisionId });
    setClock(null);
    expect(await newestRevision(pledgeId)).toMatchObject({ state: "published", pledge: { state: "published" } });
    expect(await db().auditEvent.count({ where: { subjectId: pledgeId, event: "pledge.published" } })).toBe(1);
  });

  test("who reviewed cannot clear, nor anyone of the pledging organisation (R11)", async () => {
    const { lead, organisation } = await makePledger();
    const { revisionId } = await makeSubmitted(lead);
    const both = await makeStaff("reviewer", "approver");
    const none = { reviewerIds: [], declaredConflicts: [] };
    await command({ actor: both, name: "case.take" }, (run) =>
      moveRevision(run, revisionId, "start_review", { case: none }),
    );
    await command({ actor: both, name: "case.recommend" }, (run) =>
      moveRevision(run, revisionId, "recommend", { case: none }),
    );
    const decide = (actor: typeof both) =>
      command({ actor, name: "case.decide" }, (run) =>
        moveRevision(run, revisionId, "clear", { case: { reviewerIds: [both.id], declaredConflicts: [] } }),
      );
    await expect(decide(both)).rejects.toThrow(Refused);
    const member = await makeStaff("approver");
    await expect(
      decide({
        ...member,
        memberships: [{ organisationId: organisation.id, organisationName: "", role: "author" }],
      }),
    ).rejects.toThrow(Refused);
    await expect(decide({ ...member, formerOrganisationIds: [organisation.id] })).rejects.toThrow(Refused);
    await decide(member);
  });

  test("a staff move without the case's reviewers is a mistake of ours, not a way round", async () => {
    const { lead } = await makePledger();
    const { revisionId } = await makeSubmitted(lead);
    await expect(
      command({ actor: await makeStaff("reviewer"), name: "case.take" }, (run) =>
        moveRevision(run, revisionId, "start_review"),
      ),
    ).rejects.toThrow("needs the case's reviewers");
  });

  test("a revision copies what is published, keeps the indicators' identity, and replaces it once cleared", async () => {
    const { lead, author } = await makePledger();
    const { pledgeId, revisionId } = await makeSubmitted(lead);
    await clearRevision(revisionId);
    await startRevision(author, pledgeId);
    const draft = await newestRevision(pledgeId);
    expect(draft).toMatchObject({ number: 2, state: "draft", version: 0, usdMinor: 250_000_000n });
    const first = await db().indicator.findFirstOrThrow({ where: { revisionId } });
    expect(draft.indicators[0]?.key).toBe(first.key);
    await saveStep(author, pledgeId, "what", { ...completeSteps.what, title: "Solar-powered 4G, revised", version: 0 });
    await submitPledge(lead, pledgeId, { version: 1 });
    await clearRevision(draft.id);
    expect(await newestRevision(pledgeId)).toMatchObject({ state: "published", title: "Solar-powered 4G, revised" });
    expect((await db().revision.findUniqueOrThrow({ where: { id: revisionId } })).state).toBe("superseded");
  });

  test("two revisions opened at once: the database allows one", async () => {
    const { lead } = await makePledger();
    const { pledgeId, revisionId } = await makeSubmitted(lead);
    await clearRevision(revisionId);
    const answers = await Promise.allSettled(Array.from({ length: 5 }, () => startRevision(lead, pledgeId)));
    expect(answers.filter((one) => one.status === "fulfilled")).toHaveLength(1);
    for (const one of answers)
      if (one.status === "rejected") expect(one.reason).toMatchObject({ key: "pledges:conflict.open_revision" });
  });

  test("a declined pledge may be appealed once, within 60 days, by a lead", async () => {
    const { lead, author } = await makePledger();
    const { pledgeId, revisionId } = await makeSubmitted(lead);
    const [reviewer, approver] = [await makeStaff("reviewer"), await makeStaff("approver")];
    const none = { reviewerIds: [], declaredConflicts: [] };
    const move = (actor: typeof lead, name: "start_review" | "recommend" | "decline", reason?: string) =>
      command({ actor, name: "case.read" }, (run) => moveRevision(run, revisionId, name, { case: none, reason }));
    await move(reviewer, "start_review");
    await move(reviewer, "recommend");
    await expect(move(approver, "decline", " ")).rejects.toThrow(Invalid);
    await move(approver, "decline", "The amount cannot be explained.");
    const { version } = await newestRevision(pledgeId);
    const appeal = { version, reason: "The budget is attached to our answer." };
    await expect(appealDecision(author, pledgeId, appeal)).rejects.toThrow(Refused);
    setClock(new Date(Date.now() + 61 * 86_400_000));
    await expect(appealDecision(lead, pledgeId, appeal)).rejects.toThrow("pledges:conflict.appeal_closed");
    setClock(null);
    await appealDecision(lead, pledgeId, appeal);
    await move(reviewer, "recommend");
    await move(approver, "decline", "Still not explained.");
    const again = { version: (await newestRevision(pledgeId)).version, reason: "Once more." };
    await expect(appealDecision(lead, pledgeId, again)).rejects.toThrow("pledges:conflict.appeal_closed");
  });

  test("withdrawn before publication it leaves its state only; withdrawn afterwards it ends", async () => {
    const { lead, author } = await makePledger();
    const early = await makeSubmitted(lead);
    const { version } = await newestRevision(early.pledgeId);
    const reason = "The island council chose another partner.";
    await expect(withdrawPledge(author, early.pledgeId, { version, reason })).rejects.toThrow(Refused);
    await withdrawPledge(lead, early.pledgeId, { version, reason });
    expect(await newestRevision(early.pledgeId)).toMatchObject({
      state: "withdrawn",
      pledge: { state: "unpublished" },
    });

    const late = await makeSubmitted(lead);
    await clearRevision(late.revisionId);
    await withdrawPledge(lead, late.pledgeId, { version: 0, reason });
    expect(await newestRevision(late.pledgeId)).toMatchObject({ state: "published", pledge: { state: "withdrawn" } });
  });

  test("who suspended a pledge does not decide what follows (R2)", async () => {
    const { lead } = await makePledger();
    const { pledgeId, revisionId } = await makeSubmitted(lead);
    await clearRevision(revisionId);
    const [first, second] = [await makeStaff("approver"), await makeStaff("approver")];
    const move = (actor: typeof first, name: "suspend" | "restore") =>
      command({ actor, name: `pledge.${name}` }, (run) => movePledge(run, pledgeId, name, { reason: "A reason." }));
    await move(first, "suspend");
    expect((await newestRevision(pledgeId)).pledge).toMatchObject({
      state: "suspended",
      stateBeforeSuspension: "published",
    });
    await expect(move(first, "restore")).rejects.toThrow(Refused);
    await move(second, "restore");
    expect((await newestRevision(pledgeId)).pledge.state).toBe("published");
  });
});

describe("the database defends the rules", () => {
  test("country shares written by two at once never exceed 100 together (R22)", async () => {
    const { lead } = await makePledger();
    const { pledgeId } = await makeDraft(lead, { "for-whom": { countries: [{ iso3: "TUV", share: 40 }] } });
    const { id: revisionId } = await newestRevision(pledgeId);
    const add = (iso3: string) => db().revisionCountry.create({ data: { revisionId, iso3, share: 40 } });
    const answers = await Promise.allSettled([add("FJI"), add("KIR"), add("WSM"), add("TON")]);
    expect(answers.filter((one) => one.status === "fulfilled")).toHaveLength(1);
  });

  test("a command that breaks it answers in words", async () => {
    const { lead } = await makePledger();
    const { pledgeId, version } = await makeDraft(lead);
    const countries = [
      { iso3: "TUV", share: 60 },
      { iso3: "FJI", share: 41 },
    ];
    await expect(
      saveStep(lead, pledgeId, "for-whom", { ...completeSteps["for-whom"], scope: "countries", countries, version }),
    ).rejects.toThrow(Invalid);
  });
});

test("a draft cannot be withdrawn: nothing was handed over, and it stays as it is", async () => {
  const { lead } = await makePledger();
  const { pledgeId, version } = await makeDraft(lead);
  await expect(withdrawPledge(lead, pledgeId, { version, reason: "Changed our mind." })).rejects.toThrow(Conflict);
  expect(await newestRevision(pledgeId)).toMatchObject({ state: "draft", version });
});
