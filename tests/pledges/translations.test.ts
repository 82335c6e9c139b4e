import { describe, expect, test } from "vitest";
import { getPledgePage } from "~/compendium/pledge/queries.server";
import { projectPledge } from "~/compendium/projections.server";
import { db } from "~/platform/db/client.server";
import { Conflict, Invalid, NotFound, Refused } from "~/platform/errors";
import { saveStep, startRevision } from "~/pledges/drafting/commands.server";
import { acceptTranslation, writeTranslation } from "~/pledges/translations/commands.server";
import { getMyTranslations, getWaitingTranslations } from "~/pledges/translations/queries.server";
import { translationSchema } from "~/pledges/translations/schema";
import { addMembership, makeStaff } from "../support/actors";
import { useDatabase } from "../support/database";
import { clearRevision, completeSteps, makePledger, makeSubmitted, newestRevision } from "../support/pledges";

useDatabase();

const french = { language: "fr", title: "La 4G solaire pour 14 îles", summary: "Nous construirons 14 sites." } as const;

/** A public pledge in English with a French translation that nobody has accepted yet. */
async function translated() {
  const { lead, author, organisation } = await makePledger();
  const sent = await makeSubmitted(lead);
  await clearRevision(sent.revisionId);
  await writeTranslation(author, sent.pledgeId, french);
  const where = { revisionId_language: { revisionId: sent.revisionId, language: "fr" } };
  const { writtenAt } = await db().translation.findUniqueOrThrow({ where });
  const which = { revisionId: sent.revisionId, language: "fr", writtenAt: writtenAt.toISOString() };
  return { ...sent, lead, author, organisation, which, where };
}

async function publicTitle(pledgeId: string, reference: string) {
  await db().$transaction((tx) => projectPledge(tx, pledgeId));
  const page = await getPledgePage(reference, "fr");
  return page?.kind === "pledge" ? page.body.title : null;
}

describe("translations of a pledge (R25)", () => {
  test("written by its people, shown once somebody else at ITU has accepted them", async () => {
    const { pledgeId, reference, author, which } = await translated();
    expect(await publicTitle(pledgeId, reference)).toEqual({ text: completeSteps.what.title, lang: "en" });
    const reviewer = await makeStaff("reviewer");
    expect((await getWaitingTranslations(reviewer, "en")).some((one) => one.title === french.title)).toBe(true);
    await acceptTranslation(reviewer, which);
    expect(await publicTitle(pledgeId, reference)).toEqual({ text: french.title });
    await expect(acceptTranslation(reviewer, which)).rejects.toThrow(Conflict);
    const { rows } = await getMyTranslations(author, pledgeId, "en");
    expect(rows.map(({ language, accepted }) => [language, accepted])).toContainEqual(["fr", true]);
    expect(rows.map(({ language }) => language)).not.toContain("en");
  });

  test("changed again, the accepted text is hidden, and what was read is not accepted for what was not", async () => {
    const { pledgeId, reference, author, which } = await translated();
    const secretariat = await makeStaff("secretariat");
    await acceptTranslation(secretariat, which);
    await writeTranslation(author, pledgeId, { ...french, title: "Autre titre" });
    expect(await publicTitle(pledgeId, reference)).toEqual({ text: completeSteps.what.title, lang: "en" });
    await expect(acceptTranslation(secretariat, which)).rejects.toThrow(Conflict);
  });

  test("a revision begins with them; another title hides them until they are accepted again", async () => {
    const { pledgeId, lead, which } = await translated();
    await acceptTranslation(await makeStaff("approver"), which);
    await startRevision(lead, pledgeId);
    const revision = await newestRevision(pledgeId);
    const of = () => db().translation.findFirstOrThrow({ where: { revisionId: revision.id } });
    const { what } = completeSteps;
    await saveStep(lead, pledgeId, "what", { ...what, description: "New.", version: 0 } as never);
    expect((await of()).acceptedAt).not.toBeNull();
    await saveStep(lead, pledgeId, "what", { ...what, title: "Another title for it", version: 1 } as never);
    expect(await of()).toMatchObject({ title: french.title, acceptedAt: null });
  });

  test("nobody accepts their own, nor those of their own organisation", async () => {
    const { which, where, organisation } = await translated();
    const staff = await makeStaff("reviewer");
    await db().translation.update({ where, data: { authorId: staff.id } });
    await expect(acceptTranslation(staff, which)).rejects.toThrow(Refused);
    const insider = await addMembership(await makeStaff("secretariat"), organisation.id, "author");
    await expect(acceptTranslation(insider, which)).rejects.toThrow(Refused);
    expect((await getWaitingTranslations(insider, "en")).some(({ href }) => href.includes(which.revisionId))).toBe(
      false,
    );
    await expect(acceptTranslation(await makeStaff("administrator"), which)).rejects.toThrow(Refused);
  });

  test("another organisation neither reads nor writes them; the original's language is refused", async () => {
    const { pledgeId, author } = await translated();
    const other = await makePledger();
    await expect(writeTranslation(other.lead, pledgeId, french)).rejects.toThrow(NotFound);
    await expect(getMyTranslations(other.lead, pledgeId, "en")).rejects.toThrow(NotFound);
    await expect(writeTranslation(author, pledgeId, { ...french, language: "en" })).rejects.toThrow(Invalid);
    for (const change of [{ language: "de" }, { title: "" }, { title: "a\u202eb" }, { summary: "x".repeat(401) }])
      expect(translationSchema.safeParse({ ...french, ...change }).success, JSON.stringify(change)).toBe(false);
  });
});
