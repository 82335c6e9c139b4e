import { describe, expect, test } from "vitest";
import { Conflict } from "~/platform/errors";
import { saveStep } from "~/pledges/drafting/commands.server";
import { mergeStep, type Seen } from "~/pledges/drafting/merging/model";
import { getStepView } from "~/pledges/drafting/queries.server";
import { StepPage } from "~/pledges/pages/step";
import { useDatabase } from "../support/database";
import { completeSteps, makeDraft, makePledger, newestRevision } from "../support/pledges";
import { html } from "../ui/render";

useDatabase();

const { what } = completeSteps;

/** Two colleagues who opened the same step; the first has saved `theirs` already. */
async function opened(theirs: Partial<typeof what>) {
  const { lead, author } = await makePledger();
  const { pledgeId, version } = await makeDraft(lead);
  const view = await getStepView(author, pledgeId, "what", "en");
  await saveStep(lead, pledgeId, "what", { ...what, ...theirs, version } as never);
  const seen = (take: string[] = []): Seen => ({ base: JSON.parse(JSON.stringify(view.values.what)), take });
  const save = (mine: Partial<typeof what>, take: string[] = []) =>
    saveStep(author, pledgeId, "what", { ...what, ...mine, version } as never, null, seen(take));
  return { author, pledgeId, version, save, base: JSON.stringify(view.values.what) };
}

describe("two authors on one step", () => {
  test("what each changed alone goes in, without a question", async () => {
    const { pledgeId, save } = await opened({ title: "Solar 4G for the outer islands" });
    expect(await save({ summary: "Another summary, of the same author." })).toMatchObject({ fromTheirs: ["title"] });
    expect(await newestRevision(pledgeId)).toMatchObject({
      title: "Solar 4G for the outer islands",
      summary: "Another summary, of the same author.",
    });
  });

  test("a field that both changed is a conflict, and nothing is written", async () => {
    const { pledgeId, save } = await opened({ title: "Theirs is the title" });
    await expect(save({ title: "Mine is the title", summary: "Mine." })).rejects.toThrow(Conflict);
    expect(await newestRevision(pledgeId)).toMatchObject({ title: "Theirs is the title", summary: what.summary });
  });

  test("in sight of both, the other's words can be taken and one's own kept, field by field", async () => {
    const { pledgeId, save } = await opened({ title: "Theirs is the title" });
    await save({ title: "Mine is the title", summary: "Mine." }, ["title"]);
    expect(await newestRevision(pledgeId)).toMatchObject({ title: "Theirs is the title", summary: "Mine." });
  });

  test("both writing the same is no conflict", async () => {
    const { save } = await opened({ title: "One title" });
    expect(await save({ title: "One title" })).toMatchObject({ fromTheirs: [] });
  });

  test("an amount goes with its currency, an extent with its share", () => {
    const base = { amountMinor: 100n, currency: "USD", ldcExtent: "partly", ldcShare: 10 };
    const merged = mergeStep({
      base,
      theirs: { ...base, currency: "EUR" },
      mine: { ...base, amountMinor: 200n, ldcExtent: "primarily", ldcShare: 60 },
    });
    expect(merged.conflicts).toEqual(["amountMinor", "currency"]);
    expect(merged.values).toMatchObject({ ldcExtent: "primarily", ldcShare: 60 });
  });

  test("without what was seen, or with something made up, a change meanwhile is a conflict", async () => {
    const { author, pledgeId, version } = await opened({ title: "Theirs" });
    for (const base of [null, "x", { type: "no such type" }])
      await expect(
        saveStep(author, pledgeId, "what", { ...what, version } as never, null, { base, take: [] }),
      ).rejects.toThrow(Conflict);
  });

  test("the page keeps one's own words in the form, shows the other's and those before, and fills in the rest", async () => {
    const { author, pledgeId, base } = await opened({ title: "Theirs is the title", description: "Theirs alone." });
    const view = await getStepView(author, pledgeId, "what", "en");
    const initialValue = { ...JSON.parse(base), title: "Mine is the title", base };
    const answer = {
      form: { status: "error" as const, initialValue, error: { "": ["pledges:conflict.changed"] }, fields: [] },
    };
    const page = html(
      <StepPage view={JSON.parse(JSON.stringify(view))} questions={[]} receiptKey="k" answer={answer as never} />,
    );
    expect(page).toContain('value="Mine is the title"');
    expect(page).toContain("Theirs is the title");
    expect(page).toContain(`Before both changes: ${what.title}`);
    expect(page).toContain(">Theirs alone.</textarea>");
    expect(page.match(/name="take"/g)).toHaveLength(1);
  });
});
