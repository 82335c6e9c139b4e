import { beforeAll, describe, expect, test } from "vitest";
import { columnChart } from "~/compendium/dashboard/model";
import { getDashboard } from "~/compendium/dashboard/queries.server";
import { projectPledge } from "~/compendium/projections.server";
import { db } from "~/platform/db/client.server";
import { languages } from "~/platform/i18n/languages";
import { countries, membersOf } from "~/reference/countries";
import { useDatabase } from "../support/database";
import { inDollars, insertPledge } from "../support/rows";

useDatabase();

beforeAll(async () => {
  const name = async (id: string, iso3: string) => {
    const { id: revisionId } = await db().revision.findFirstOrThrow({ where: { pledgeId: id } });
    await db().revisionCountry.create({ data: { revisionId, iso3 } });
    await db().$transaction((tx) => projectPledge(tx, id));
  };
  const island = await insertPledge({}, { ...inDollars(3_000_000n), focusAreas: ["access", "adoption"] });
  await name(island.id, "TUV");
  const leaver = await insertPledge(
    { compiled: true, announced: "2026-03-16" },
    { ...inDollars(2_000_000n), focusAreas: [] },
  );
  await name(leaver.id, "NPL");
  await insertPledge({}, { type: "policy" });
  await insertPledge({ state: "discontinued" }, inDollars(9_000_000n));
});

const chart = async (id: string, index = 0) => {
  const { sections } = await getDashboard("en");
  const rows = sections.find((section) => section.id === id)?.charts[index]?.rows ?? [];
  return Object.fromEntries(rows.map(({ label, values }) => [label, values]));
};

describe("the dashboard", () => {
  test("adds up what counts, and nothing else (R27, R28)", async () => {
    const view = await getDashboard("en");
    expect(view.figures[0]).toMatchObject({ value: "5", after: "million" });
    expect(view.sections.find(({ id }) => id === "type")?.charts[0]?.total).toEqual(["3", "5.0"]);
    expect(view.years.table.total).toEqual(["3", "5.0"]);
  });

  test("counts an area as any and as primary, and says where none is stated", async () => {
    expect(await chart("focus")).toMatchObject({
      "Connecting people everywhere": ["2", "2", "3.0"],
      "Empowering communities": ["1", "0", "–"],
      "Not stated": ["1", "1", "2.0"],
    });
  });

  test("shows a group when pledged and today beside each other, across 24 November 2026 (R23)", async () => {
    expect((await chart("group", 0))["Least developed countries"]).toEqual(["2", "5.0"]);
    expect((await chart("group", 1))["Least developed countries"]).toEqual(["1", "3.0"]);
    const { sections } = await getDashboard("en");
    expect(sections.find(({ id }) => id === "group")?.after).toContain("Nepal left the list");
  });

  test("leaves compiled records out of freshness, and says how many (R16, R29)", async () => {
    expect((await chart("freshness"))["First report not yet due"]).toEqual(["2"]);
    const { sections } = await getDashboard("en");
    expect(sections.find(({ id }) => id === "freshness")?.after).toMatch(/^1 record /);
  });

  test("reaches every country and every small island, also those that nobody names", async () => {
    const view = await getDashboard("fr");
    expect(view.map.points.filter(({ href }) => href)).toHaveLength(countries.length);
    const places = view.islands.flatMap((region) => region.places);
    expect(places).toHaveLength(membersOf("sids", new Date()).length);
    expect(places.find(({ href }) => href === "/fr/countries/TUV")?.count).toBe("1");
  });

  test.each(languages)(
    "explains each headline figure in %s: what it counts, how fresh it is, when it was computed",
    async (lang) => {
      for (const { explained } of (await getDashboard(lang)).figures) {
        expect(explained).toHaveLength(3);
        for (const line of explained ?? []) expect(line).toMatch(/\p{L}{2}/u);
      }
    },
  );
});

test("columns grow from the right for readers of Arabic", () => {
  const values = [2022, 2023].map((year) => ({ label: String(year), value: 1, text: "1" }));
  const [first, second] = columnChart(values, { rtl: true, format: String }).columns;
  expect(first?.x).toBeGreaterThan(second?.x ?? 0);
});
