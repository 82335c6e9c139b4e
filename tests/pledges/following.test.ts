import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { bodyHash, command } from "~/access/command.server";
import { policy } from "~/access/policy";
import { setClock } from "~/platform/clock";
import { PledgeState, RevisionState } from "~/platform/db/generated/enums";
import { NotFound, Refused } from "~/platform/errors";
import { languages } from "~/platform/i18n/languages";
import { startRevision } from "~/pledges/drafting/commands.server";
import { getActView } from "~/pledges/following/acts/queries.server";
import { getMyPledges, getMyPledgesSummary } from "~/pledges/following/list/queries.server";
import { actsOf, isInView, needs, nextActor, type Standing, stageOf, views } from "~/pledges/following/model";
import { getMyPledge } from "~/pledges/following/queries.server";
import { getReceipt, getSignOff } from "~/pledges/following/sending/queries.server";
import { revisionLife } from "~/pledges/lifecycle";
import { appealDecision, askSignOff, submitPledge, withdrawPledge } from "~/pledges/submission/commands.server";
import { moveRevision } from "~/pledges/transitions.server";
import { makeStaff } from "../support/actors";
import { useDatabase } from "../support/database";
import { clearRevision, makeDraft, makePledger, makeSubmitted, newestRevision } from "../support/pledges";

useDatabase();

const standing = (pledgeState: PledgeState, revisionState: RevisionState, more: Partial<Standing> = {}): Standing => ({
  pledgeState,
  revisionState,
  appealUntil: null,
  asked: false,
  ...more,
});
const everyStanding = Object.values(PledgeState).flatMap((pledge) =>
  Object.values(RevisionState).map((revision) => standing(pledge, revision)),
);
const actNames = (acts: { act: string }[]) => acts.map(({ act }) => act);

/** Takes a submitted revision to a refusal, with a reason to the organisation. */
async function decline(revisionId: string, reason = "The figures do not add up.") {
  const reviewer = await makeStaff("reviewer");
  const approver = await makeStaff("approver");
  const none = { reviewerIds: [], declaredConflicts: [] };
  const subject = { reviewerIds: [reviewer.id], declaredConflicts: [] };
  const steps = [
    [reviewer, "case.take", "start_review", none],
    [reviewer, "case.recommend", "recommend", none],
    [approver, "case.decide", "decline", subject],
  ] as const;
  for (const [actor, name, move, caseSubject] of steps)
    await command({ actor, name }, (run) => moveRevision(run, revisionId, move, { case: caseSubject, reason }));
  return { reviewer, approver };
}

describe("whose turn it is", () => {
  test("every combination of the two lives has a stage, and stands in a view of the list besides all", () => {
    for (const one of everyStanding) {
      expect(nextActor(stageOf(one))).toBeTruthy();
      const found = views.filter((view) => view !== "all" && isInView(view, one, false));
      // A published revision of an unpublished pledge cannot be.
      if (one.pledgeState === "unpublished" && ["published", "superseded"].includes(one.revisionState)) continue;
      expect(found, JSON.stringify(one)).not.toEqual([]);
    }
  });

  test("whoever acts next has a move out of that state in the table", () => {
    const roles = { people: "author", lead: "lead", reviewer: "reviewer", approver: "approver" } as const;
    for (const state of Object.values(RevisionState)) {
      const actor = nextActor(stageOf(standing("unpublished", state)));
      if (actor === "nobody" || actor === "platform") continue;
      const permissions = Object.values(revisionLife)
        .filter((row) => (row.from as readonly string[]).includes(state))
        .map((row) => row.permission);
      // Where changes were asked for, authors make them and a lead sends them.
      const allowed = [...permissions, "pledge.draft" as const].some((permission) =>
        (policy[permission].roles as readonly string[]).includes(roles[actor]),
      );
      expect(allowed, `${actor} in ${state}`).toBe(true);
    }
  });

  test("a question waits for the organisation, a refusal for a lead while it can be appealed", () => {
    const asked = stageOf(standing("unpublished", "in_review", { asked: true }));
    expect(needs(asked, false)).toBe(true);
    const declined = stageOf(standing("unpublished", "declined", { appealUntil: new Date() }));
    expect([needs(declined, false), needs(declined, true)]).toEqual([false, true]);
    expect(nextActor(stageOf(standing("unpublished", "declined")))).toBe("nobody");
  });

  test("a withdrawn or removed pledge offers nothing", () => {
    for (const revision of Object.values(RevisionState))
      for (const pledge of ["withdrawn", "removed"] as const)
        expect(actsOf(standing(pledge, revision, { appealUntil: new Date() }))).toEqual([]);
  });
});

describe("one pledge for its own people", () => {
  test("an author asks for sign-off, a lead signs off; the author reads who can", async () => {
    const { author, lead } = await makePledger();
    const { pledgeId, version } = await makeDraft(author);
    const draft = await getMyPledge(author, pledgeId, "en");
    expect(draft.acts[0]).toMatchObject({ act: "ask_sign_off", main: true });
    expect(actNames(draft.acts)).not.toContain("submit");
    expect(draft.onlyLeads?.names).toBe(lead.name);
    expect((await getSignOff(author, pledgeId, "en")).way).toBe("ask");

    await askSignOff(author, pledgeId, { version });
    expect((await getMyPledge(author, pledgeId, "en")).next.due).toBe(false);
    const forLead = await getMyPledge(lead, pledgeId, "en");
    expect(forLead.next.due).toBe(true);
    expect(actNames(forLead.acts)).toEqual(["submit", "back_to_draft", "delete_draft"]);
    expect((await getSignOff(author, pledgeId, "en")).way).toBe("lead_only");
    expect((await getSignOff(lead, pledgeId, "en")).way).toBe("submit");
  });

  test("while something is missing, the draft says what, and nothing offers to send it", async () => {
    const { lead } = await makePledger();
    const { pledgeId } = await makeDraft(lead, { measures: { indicators: [] } });
    const view = await getMyPledge(lead, pledgeId, "en");
    expect(view.problems[0]?.href).toContain("/measures#draft-indicators");
    expect(view.acts[0]?.act).toBe("continue");
    expect(actNames(view.acts)).not.toContain("submit");
    expect((await getSignOff(lead, pledgeId, "en")).problems).toBeGreaterThan(0);
  });

  test("another organisation learns nothing of it", async () => {
    const { author, organisation } = await makePledger();
    const { lead: stranger } = await makePledger();
    const { pledgeId } = await makeDraft(author);
    const staff = await makeStaff("reviewer");
    for (const person of [stranger, staff])
      for (const read of [
        () => getMyPledge(person, pledgeId, "en"),
        () => getSignOff(person, pledgeId, "en"),
        () => getReceipt(person, pledgeId, "en"),
        () => getActView(person, pledgeId, "withdraw", "en"),
        () => getMyPledges(person, organisation.id, { view: "all", page: 1 }, "en"),
        () => getMyPledgesSummary(person, organisation.id, "en"),
      ])
        await expect(read()).rejects.toThrow(NotFound);
  });

  test("sent twice with one key, it is one submission with one receipt", async () => {
    const { lead, author } = await makePledger();
    const { pledgeId, version } = await makeDraft(lead);
    expect(await getReceipt(lead, pledgeId, "en")).toBeNull();
    const receipt = { key: randomUUID(), bodyHash: bodyHash({ version }) };
    const first = await submitPledge(lead, pledgeId, { version }, receipt);
    const second = await submitPledge(lead, pledgeId, { version }, receipt);
    expect(second).toEqual(first);
    const shown = await getReceipt(author, pledgeId, "en");
    expect(shown).toMatchObject({ reference: first.reference, by: lead.name });
    expect(shown?.consent).toBeTruthy();
    await expect(submitPledge(lead, pledgeId, { version: version + 1 })).rejects.toThrow("pledges:conflict.submitted");
    expect(
      (await getMyPledge(lead, pledgeId, "en")).history.filter((one) => one.event === "pledge.submitted"),
    ).toHaveLength(1);
  });

  test("an author cannot submit, withdraw or appeal, and is told who can", async () => {
    const { lead, author } = await makePledger();
    const { pledgeId, revisionId } = await makeSubmitted(lead);
    const { version } = await newestRevision(pledgeId);
    await expect(withdrawPledge(author, pledgeId, { version, reason: "No." })).rejects.toThrow(Refused);
    expect((await getActView(author, pledgeId, "withdraw", "en")).leads?.names).toBe(lead.name);
    expect((await getActView(lead, pledgeId, "withdraw", "en")).leads).toBeNull();
    await decline(revisionId);
    const declined = await newestRevision(pledgeId);
    await expect(appealDecision(author, pledgeId, { version: declined.version, reason: "No." })).rejects.toThrow(
      Refused,
    );
  });
});

describe("what happened", () => {
  test("colleagues are named, staff are not, and what staff say to each other is left out", async () => {
    const { author, lead } = await makePledger();
    const { pledgeId, version } = await makeDraft(author);
    await askSignOff(author, pledgeId, { version });
    await submitPledge(lead, pledgeId, { version: version + 1 });
    const { reviewer, approver } = await decline((await newestRevision(pledgeId)).id, "The target is too low.");
    const { history } = await getMyPledge(author, pledgeId, "en");
    expect(history.map(({ event }) => event)).toEqual([
      "pledge.started",
      "pledge.ready",
      "pledge.submitted",
      "pledge.review_started",
      "pledge.recommended",
      "pledge.declined",
    ]);
    expect(history.map(({ who }) => who).slice(0, 3)).toEqual([author.name, author.name, lead.name]);
    const said = JSON.stringify(history);
    expect(said).not.toContain(reviewer.name);
    expect(said).not.toContain(approver.name);
    expect(history.at(-1)).toMatchObject({ reason: "The target is too low.", fromItu: true });
    // The reviewer's own words to the approver stay with them.
    expect(history.at(-2)?.reason).toBeNull();
  });

  test("a refusal can be appealed once, within sixty days", async () => {
    const { lead, author } = await makePledger();
    const { pledgeId, revisionId } = await makeSubmitted(lead);
    await decline(revisionId);
    const view = await getMyPledge(lead, pledgeId, "en");
    expect(view.acts[0]).toMatchObject({ act: "appeal", main: true });
    expect((await getMyPledge(author, pledgeId, "en")).onlyLeads?.acts).toContain("Appeal");
    setClock(new Date(Date.now() + 61 * 86_400_000));
    expect(actNames((await getMyPledge(lead, pledgeId, "en")).acts)).not.toContain("appeal");
    expect((await getActView(lead, pledgeId, "appeal", "en")).refusal).toBeTruthy();
    setClock(null);
    await appealDecision(lead, pledgeId, { version: (await newestRevision(pledgeId)).version, reason: "Look again." });
    expect(actNames((await getMyPledge(lead, pledgeId, "en")).acts)).toEqual(["withdraw"]);
  });

  test("a public pledge with a revision under way stands in two views and asks which to withdraw", async () => {
    const { lead, organisation } = await makePledger();
    const { pledgeId, revisionId } = await makeSubmitted(lead);
    await clearRevision(revisionId);
    expect(actNames((await getMyPledge(lead, pledgeId, "en")).acts)).toEqual(["revise", "withdraw"]);
    await startRevision(lead, pledgeId);
    const draft = await getActView(lead, pledgeId, "withdraw", "en");
    expect(draft).toMatchObject({ withdraws: "pledge", hasDraft: true, isPublic: true });
    await submitPledge(lead, pledgeId, { version: 0 });
    expect((await getActView(lead, pledgeId, "withdraw", "en")).withdraws).toBe("choose");
    const under = async (view: "published" | "with-itu" | "drafts") =>
      (await getMyPledges(lead, organisation.id, { view, page: 1 }, "en")).rows.length;
    expect([await under("published"), await under("with-itu"), await under("drafts")]).toEqual([1, 1, 0]);
    const { version } = await newestRevision(pledgeId);
    await withdrawPledge(lead, pledgeId, { version, reason: "Only the revision." });
    expect((await getMyPledge(lead, pledgeId, "en")).publicHref).not.toBeNull();
  });
});

describe("the organisation's home", () => {
  test("what waits for a lead does not wait for an author", async () => {
    const { lead, author, organisation } = await makePledger();
    const { pledgeId, version } = await makeDraft(author);
    await askSignOff(author, pledgeId, { version });
    const forLead = await getMyPledgesSummary(lead, organisation.id, "en");
    expect(forLead.needs).toMatchObject([{ due: true, title: "Sign off a pledge" }]);
    expect((await getMyPledgesSummary(author, organisation.id, "en")).needs).toEqual([]);
    expect(forLead).toMatchObject({ total: 1, published: 0 });
  });

  test("a reviewer's question comes first, for everybody", async () => {
    const { lead, author, organisation } = await makePledger();
    const { revisionId } = await makeSubmitted(lead);
    await makeSubmitted(lead);
    const asked = new Set([revisionId]);
    const list = await getMyPledges(author, organisation.id, { view: "needs-me", page: 1, asked }, "en");
    expect(list.rows).toHaveLength(1);
    const { needs: waiting } = await getMyPledgesSummary(author, organisation.id, "en", asked);
    expect(waiting.map(({ title }) => title)).toEqual(["Answer the reviewer"]);
  });

  test.each(languages)("says each stage in words in %s", async (lang) => {
    const { lead, organisation } = await makePledger();
    const { pledgeId } = await makeDraft(lead);
    const list = await getMyPledges(lead, organisation.id, { view: "all", page: 1 }, lang);
    const view = await getMyPledge(lead, pledgeId, lang);
    const words = [
      list.rows[0]?.state,
      list.rows[0]?.next,
      ...view.next.sentences,
      ...view.acts.map(({ label }) => label),
    ];
    for (const word of words) expect(word).not.toMatch(/^$|^[a-z_]+(\.[a-z_-]+)+$/);
  });
});
