import { describe, expect, test } from "vitest";
import { db } from "~/platform/db/client.server";
import { Differences } from "~/pledges/components/differences";
import { differencesOf, type FieldText } from "~/pledges/differences/model";
import { differencesInDraft, differencesOfLastRound } from "~/pledges/differences/queries.server";
import { saveStep, startRevision } from "~/pledges/drafting/commands.server";
import { getOwnRevision } from "~/pledges/drafting/queries.server";
import { submitPledge } from "~/pledges/submission/commands.server";
import { useDatabase } from "../support/database";
import {
  clearRevision,
  completeSteps,
  makeDraft,
  makePledger,
  makeSubmitted,
  newestRevision,
} from "../support/pledges";
import { html } from "../ui/render";

useDatabase();

const prose = (text: string, field = "summary"): FieldText => ({ field, label: "Summary", text, prose: true });
const marked = (before: string, after: string) =>
  differencesOf([prose(before)], [prose(after)])[0]?.pieces.map(({ kind, text }) =>
    kind === "kept" ? text : kind === "added" ? `{+${text}+}` : `[-${text}-]`,
  );

describe("what differs between two texts", () => {
  test("a word that changed is marked, what stands around it stays", () => {
    expect(marked("We build 14 sites by 2028.", "We build 16 sites by 2028.")?.join("")).toBe(
      "We build [-14-]{+16+} sites by 2028.",
    );
  });

  test("Chinese and Arabic are compared word by word as well", () => {
    expect(marked("我们将建设十四个基站。", "我们将建设十六个基站。")?.[0]).toMatch(/^我们/);
    expect(marked("سنبني 14 موقعاً في الجزر", "سنبني 16 موقعاً في الجزر")?.join("")).toContain("[-14-]{+16+}");
  });

  test("where little stayed, both texts stand whole", () => {
    expect(marked("Schools on the coast get a link.", "Nurses learn telemedicine everywhere else.")).toHaveLength(2);
  });

  test("equal fields are no difference; one that came or fell away is", () => {
    expect(differencesOf([prose("same")], [prose("same")])).toEqual([]);
    expect(differencesOf([], [prose("new")])).toMatchObject([{ pieces: [{ kind: "added", text: "new" }] }]);
    expect(differencesOf([prose("old", "gone")], [])).toMatchObject([{ field: "gone", before: "old", after: "" }]);
  });

  test("two unrelated texts of 20,000 characters are compared in less than a second", () => {
    const text = (seed: number) => Array.from({ length: 4_000 }, (_, index) => (index * seed) % 9_973).join(" ");
    const began = performance.now();
    expect(marked(text(7), text(11))).toBeDefined();
    expect(performance.now() - began).toBeLessThan(1_000);
  });

  test("the page says added and removed in words, and never lets markup through", () => {
    const page = html(
      <Differences differences={differencesOf([prose("a <b> c d e f g h")], [prose("a x c d e f g h")])} />,
    );
    expect(page).toContain('<del><span class="sr">Removed: </span>&lt;');
    expect(page).toContain('<ins><span class="sr">Added: </span>x');
  });
});

describe("what differs between two rounds", () => {
  test("nothing is compared the first time; a revision is compared with what is public", async () => {
    const { lead } = await makePledger();
    const { pledgeId, revisionId } = await makeSubmitted(lead);
    expect(await differencesInDraft(await getOwnRevision(lead, pledgeId), "en")).toMatchObject({ differences: [] });
    expect(await differencesOfLastRound(await getOwnRevision(lead, pledgeId), "en")).toBeNull();
    await clearRevision(revisionId);
    await startRevision(lead, pledgeId);
    const { version } = await newestRevision(pledgeId);
    await saveStep(lead, pledgeId, "how-much", { ...completeSteps["how-much"], amountMinor: 300_000_000n, version });
    const view = await differencesInDraft(await getOwnRevision(lead, pledgeId), "en");
    expect(view?.differences.map(({ field, after }) => [field, after])).toEqual([
      ["amount", expect.stringContaining("3,000,000")],
    ]);
  });

  test("an answered request for changes is compared with what was sent before, by both sides", async () => {
    const { lead } = await makePledger();
    const { pledgeId, revisionId } = await makeSubmitted(lead);
    await db().revision.update({ where: { id: revisionId }, data: { state: "changes_requested" } });
    const { version } = await newestRevision(pledgeId);
    const measures = { ...completeSteps.measures, endsOn: "2029-06-30", version };
    await saveStep(lead, pledgeId, "measures", measures);
    const seen = await differencesInDraft(await getOwnRevision(lead, pledgeId), "fr");
    expect(seen?.differences.find(({ field }) => field === "endsOn")).toMatchObject({ after: "30 juin 2029" });
    await submitPledge(lead, pledgeId, { version: version + 1 });
    const checked = await differencesOfLastRound(await getOwnRevision(lead, pledgeId), "fr");
    expect(checked?.differences.find(({ field }) => field === "endsOn")).toMatchObject({ after: "30 juin 2029" });
    expect(await differencesInDraft(await getOwnRevision(lead, pledgeId), "fr")).toMatchObject({ differences: [] });
  });

  test("a draft that was never sent has nothing to be compared with", async () => {
    const { lead } = await makePledger();
    const { pledgeId } = await makeDraft(lead);
    expect(await differencesInDraft(await getOwnRevision(lead, pledgeId), "en")).toBeNull();
  });
});
