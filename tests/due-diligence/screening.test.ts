import { describe, expect, test, vi } from "vitest";
import { getCase } from "~/due-diligence/case/queries.server";
import { resolveHit } from "~/due-diligence/screening/hits/commands.server";
import { getHit } from "~/due-diligence/screening/hits/queries.server";
import { screeningJobs } from "~/due-diligence/screening/jobs.server";
import { discardList, prepareList, takeListIntoUse } from "~/due-diligence/screening/lists/commands.server";
import { getScreening } from "~/due-diligence/screening/lists/queries.server";
import { changeProfile } from "~/organisations/commands.server";
import { db } from "~/platform/db/client.server";
import { Conflict, Invalid, Refused } from "~/platform/errors";
import { addMembership, makeStaff } from "../support/actors";
import { advise, findAll, makeRegistered, makeTeam, review, settle, take } from "../support/cases";
import { useDatabase } from "../support/database";
import { runJobs } from "../support/jobs";
import { insertOrganisation, insertPledge } from "../support/rows";
import { type InventedEntry, listFile, listXml } from "../support/sanctions";

const database = useDatabase();
vi.setConfig({ testTimeout: 60_000 });

const invented: InventedEntry[] = [
  {
    id: 1,
    name: "Zorvan Quellimar",
    original: "زورفان كويليمار",
    aliases: [{ name: "Зорван Квеллимар" }, { name: "佐尔万", quality: "Low" }],
  },
  { id: 2, name: "Brellith Trading LLC", entity: true, aliases: [{ name: "شركة بريليث للتجارة" }] },
  { id: 3, name: "Ostravel Maritime", entity: true },
];
let day = 1;
/** Takes a list of these entries into use, issued a day after the one before, and screens whoever waits. */
async function use(entries: InventedEntry[]) {
  const secretariat = await makeStaff("secretariat");
  day += 1;
  const generated = new Date(Date.UTC(2026, 9, day)).toISOString();
  const { id } = await prepareList(secretariat, listFile(listXml(entries, generated)));
  await takeListIntoUse(secretariat, id);
  await screen();
}
const screen = () => runJobs(database.ownerUrl, screeningJobs);
const hitsOf = (organisationId: string) =>
  db().screeningHit.findMany({ where: { organisationId, standing: true }, orderBy: { raisedAt: "asc" } });
const stateOf = async (id: string) => (await db().organisation.findUniqueOrThrow({ where: { id } })).state;
const answer = {
  was: "open",
  verdict: "no_match",
  reason: "Another year of birth.",
  toOrganisation: undefined,
} as const;
const match = { was: "open", verdict: "match", reason: "The same person.", toOrganisation: "Under review." } as const;

describe("a list", () => {
  test("is prepared with what it changes, and counts for nothing until it is taken into use", async () => {
    const secretariat = await makeStaff("secretariat");
    await use(invented);
    const [first, ...others] = invented;
    const next = [{ ...first, name: "Zorvan Idris Quellimar" } as InventedEntry, ...others.slice(1)];
    const xml = listXml([...next, { id: 9, name: "Mirrowen Holdings", entity: true }], "2026-10-30T00:00:00Z");
    const { id } = await prepareList(secretariat, listFile(xml));
    const view = await getScreening(secretariat, "en");
    expect(view.prepared?.changes.map(({ kind, count, names }) => [kind, count, names[0]?.name])).toEqual([
      ["added", "1", "Mirrowen Holdings"],
      ["removed", "1", "Brellith Trading LLC"],
      ["changed", "1", "Zorvan Idris Quellimar"],
    ]);
    expect(view.current?.id).not.toBe(id);
    await discardList(secretariat, id);
    await expect(takeListIntoUse(secretariat, id)).rejects.toThrow(Conflict);
    await expect(discardList(secretariat, id)).rejects.toThrow(Conflict);
  });

  test("that is cut off, of another kind, huge, full of entity tricks, or older changes nothing", async () => {
    const secretariat = await makeStaff("secretariat");
    await use(invented);
    const before = await db().sanctionsList.findMany({ orderBy: { id: "asc" } });
    const whole = listXml(invented, "2027-01-01T00:00:00Z");
    const trick = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>';
    const refused: [string, string][] = [
      [whole.slice(0, -40), "malformed"],
      ["<html/>", "not_the_list"],
      [whole.replace("<CONSOLIDATED_LIST", `${trick}<CONSOLIDATED_LIST`), "declarations"],
      [whole.replace("<INDIVIDUALS>", `<INDIVIDUALS>${" ".repeat(10 * 1024 * 1024)}`), "too_large"],
      [listXml(invented, "2020-01-01T00:00:00Z"), "older"],
    ];
    for (const [text, reason] of refused) {
      const outcome: unknown = await prepareList(secretariat, listFile(text)).catch((error: unknown) => error);
      expect(outcome).toBeInstanceOf(Invalid);
      expect((outcome as Invalid).fields.file).toEqual([`screening:error.${reason}`]);
    }
    expect(await db().sanctionsList.findMany({ orderBy: { id: "asc" } })).toEqual(before);
  });

  test("is nothing for an approver alone, nor for people of organisations", async () => {
    const { lead } = await makeRegistered();
    for (const actor of [await makeStaff("approver"), lead])
      await expect(prepareList(actor, listFile(listXml(invented, "2027-01-01T00:00:00Z")))).rejects.toThrow(Refused);
    await expect(getScreening(lead, "en")).rejects.toThrow(Refused);
  });
});

describe("who is screened", () => {
  test.each([
    ["Arabic", "زورفان كويليمار"],
    ["Cyrillic", "Зорван Квеллимар"],
    ["Chinese", "佐尔万"],
    ["Latin letters with a typing error", "Zorvan Quelimar"],
    ["Latin letters in another order", "QUELLIMAR, Zorvan"],
  ])("a leader whose name is written in %s is found when the case opens", async (_what, fullName) => {
    await use(invented);
    const people = [{ role: "highest_leader" as const, fullName }];
    const { organisationId } = await makeRegistered({ people });
    await screen();
    expect((await hitsOf(organisationId)).map(({ name, dataId, role }) => [name, dataId, role])).toEqual([
      [fullName, "1", "key_person"],
    ]);
  });

  test("the organisation's own names, and partners of its pledges", async () => {
    const { id: organisationId } = await insertOrganisation({
      officialName: "Plain",
      names: { en: "Brellith Trading Ltd" },
    });
    await insertPledge(
      { organisationId },
      { partners: ["Ostravel Maritime Co."], coPledgers: { create: { name: "Z. Quellimar" } } },
    );
    await use(invented);
    expect((await hitsOf(organisationId)).map(({ role }) => role).sort()).toEqual([
      "co_pledger",
      "implementing_partner",
      "organisation",
    ]);
  });

  test("whoever changes its name is screened again; what is named no more stands no more", async () => {
    await use(invented);
    const { organisationId, lead } = await makeRegistered({ officialName: "Quiet Harbour Networks" });
    await screen();
    expect(await hitsOf(organisationId)).toEqual([]);
    const version = async () => (await db().organisation.findUniqueOrThrow({ where: { id: organisationId } })).version;
    await changeProfile(lead, organisationId, { shortName: "Brellith Trading" }, await version());
    await screen();
    expect((await hitsOf(organisationId)).map(({ name }) => name)).toEqual(["Brellith Trading"]);
    await changeProfile(lead, organisationId, { shortName: "Quiet" }, await version());
    await screen();
    expect(await hitsOf(organisationId)).toEqual([]);
  });

  test("a pair once resolved is remembered with the next list, unless the entry changed", async () => {
    const { id: organisationId } = await insertOrganisation({ officialName: "Brellith Trading" });
    await use(invented);
    const [hit] = await hitsOf(organisationId);
    await resolveHit({ actor: await makeStaff("reviewer"), hitId: hit?.id ?? "" }, answer);
    await use([...invented, { id: 10, name: "Somebody Else" }]);
    expect((await hitsOf(organisationId)).map(({ id, state }) => [id, state])).toEqual([[hit?.id, "no_match"]]);
    await use(invented.map((one) => (one.id === 2 ? { ...one, aliases: [{ name: "Brellith Group" }] } : one)));
    expect((await hitsOf(organisationId)).map(({ state }) => state)).toEqual(["open"]);
  });

  test("a new list reaches everyone in batches, and running it again changes nothing", async () => {
    const made = await Promise.all(Array.from({ length: 30 }, () => insertOrganisation()));
    await use(invented);
    const { progress } = await getScreening(await makeStaff("secretariat"), "en");
    expect([progress?.done, made.length <= (progress?.of ?? 0)]).toEqual([progress?.of, true]);
    const before = await db().screeningHit.count();
    await db().screening.deleteMany({ where: { organisationId: { in: made.slice(0, 3).map(({ id }) => id) } } });
    await screeningJobs.screen_waiting();
    expect(await db().screening.count()).toBe(progress?.done);
    expect(await db().screeningHit.count()).toBe(before);
  });
});

describe("a hit stands in the way of clearing", () => {
  const people = [{ role: "highest_leader" as const, fullName: "Zorvan Quellimar" }];

  test("until a reviewer resolves it, nobody recommends to clear; before screening nobody does either", async () => {
    await use(invented);
    const { organisationId, caseId } = await makeRegistered({ people });
    const { reviewer, approver } = await makeTeam();
    await take(reviewer, caseId);
    await findAll(reviewer, caseId);
    await expect(advise(reviewer, caseId)).rejects.toThrow("screening:error.not_screened");
    await screen();
    await expect(advise(reviewer, caseId)).rejects.toThrow("screening:error.hit_stands");
    const [hit] = await hitsOf(organisationId);
    const page = await getCase(reviewer, caseId, "en", { part: "checks" });
    expect(page.screening.hits.map(({ id }) => id)).toEqual([hit?.id]);
    await resolveHit({ actor: reviewer, hitId: hit?.id ?? "" }, answer);
    await advise(reviewer, caseId);
    await settle(approver, caseId);
    expect(await stateOf(organisationId)).toBe("cleared");
  });

  test("raised after the recommendation it keeps the approver from clearing, and the database too", async () => {
    await use([{ id: 50, name: "Nobody Concerned" }]);
    const { organisationId, caseId } = await makeRegistered({ people });
    await screen();
    const { reviewer, approver } = await makeTeam();
    await review(reviewer, caseId);
    await use(invented);
    await expect(settle(approver, caseId)).rejects.toThrow("screening:error.hit_stands");
    const sql = "update organisations set state = 'cleared' where id = $1";
    await expect(database.owner.query(sql, [organisationId])).rejects.toThrow("a screening hit stands");
    await db().screeningHit.updateMany({ where: { organisationId }, data: { standing: false } });
    await db().screening.deleteMany({ where: { organisationId } });
    await expect(database.owner.query(sql, [organisationId])).rejects.toThrow("not screened");
  });

  test("an approver who resolved a hit has reviewed the case and cannot decide it (R11)", async () => {
    await use(invented);
    const { organisationId, caseId } = await makeRegistered({ people });
    await screen();
    const { reviewer, approver } = await makeTeam();
    const [hit] = await hitsOf(organisationId);
    await resolveHit({ actor: approver, hitId: hit?.id ?? "" }, answer);
    await resolveHit({ actor: reviewer, hitId: hit?.id ?? "" }, { ...match, was: "no_match" });
    await resolveHit({ actor: reviewer, hitId: hit?.id ?? "" }, { ...answer, was: "match" });
    await review(reviewer, caseId);
    await expect(settle(approver, caseId)).rejects.toThrow(Refused);
    await settle(await makeStaff("approver"), caseId);
  });
});

describe("resolving a hit", () => {
  const cleared = async () => {
    await use([{ id: 50, name: "Nobody Concerned" }]);
    const { id } = await insertOrganisation({ officialName: "Ostravel Maritime" });
    await screen();
    await use(invented);
    const [hit] = await hitsOf(id);
    return { organisationId: id, hitId: hit?.id ?? "" };
  };

  test("a new hit on a cleared organisation suspends nothing and is listed; a match suspends it at once (R2)", async () => {
    const { organisationId, hitId } = await cleared();
    const reviewer = await makeStaff("reviewer");
    expect(await stateOf(organisationId)).toBe("cleared");
    const { hits } = await getScreening(reviewer, "en");
    expect(hits.find(({ id }) => id === hitId)?.organisation).toMatchObject({
      name: "Ostravel Maritime",
      cleared: true,
    });
    await resolveHit({ actor: reviewer, hitId }, match);
    expect(await stateOf(organisationId)).toBe("suspended");
    const restoring = "update organisations set state = 'cleared' where id = $1";
    await expect(database.owner.query(restoring, [organisationId])).rejects.toThrow("a screening hit stands");
  });

  test("twice, or by two at once: the second is told", async () => {
    const { hitId } = await cleared();
    const [one, other] = [await makeStaff("reviewer"), await makeStaff("reviewer")];
    const both = await Promise.allSettled([
      resolveHit({ actor: one, hitId }, answer),
      resolveHit({ actor: other, hitId }, answer),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    await expect(resolveHit({ actor: one, hitId }, { ...answer, was: "no_match" })).rejects.toThrow(Conflict);
  });

  test("is nothing for the secretariat, people of the organisation or former ones, who may not even read it", async () => {
    const { organisationId, hitId } = await cleared();
    await expect(resolveHit({ actor: await makeStaff("secretariat"), hitId }, answer)).rejects.toThrow(Refused);
    const member = await addMembership(await makeStaff("reviewer"), organisationId, "author");
    const former = { ...(await makeStaff("approver")), formerOrganisationIds: [organisationId] };
    for (const actor of [member, former]) {
      await expect(resolveHit({ actor, hitId }, answer)).rejects.toThrow(Refused);
      await expect(getHit(actor, hitId, "en")).rejects.toThrow(Refused);
      expect((await getScreening(actor, "en")).hits.map(({ id }) => id)).not.toContain(hitId);
    }
    expect((await getHit(await makeStaff("reviewer"), hitId, "ar")).names).toEqual(["Ostravel Maritime"]);
  });
});
