import { beforeAll, describe, expect, test } from "vitest";
import { listRecords, parseCursor } from "~/compendium/api/queries.server";
import { emptySearch, filterNames, type Search } from "~/compendium/model";
import { projectPledge } from "~/compendium/projections.server";
import { getCompendium } from "~/compendium/queries.server";
import { countFacets, findWords } from "~/compendium/search/queries.server";
import { db, pool } from "~/platform/db/client.server";
import { type Language, languages } from "~/platform/i18n/languages";
import { useDatabase } from "../support/database";
import { inDollars, insertOrganisation, insertPledge } from "../support/rows";

useDatabase();

const texts: Record<Language, { title: string; summary: string }> = {
  en: { title: "Submarine cables for remote islands", summary: "Schools will be connected by 2030." },
  fr: { title: "Câbles sous-marins pour des îles éloignées", summary: "Les écoles seront connectées d’ici à 2030." },
  es: { title: "Cables submarinos para islas remotas", summary: "Se conectarán las escuelas antes de 2030." },
  ru: { title: "Подводные кабели для отдаленных островов", summary: "Школы будут подключены к 2030 году." },
  ar: { title: "كابلات بحرية للجزر النائية", summary: "ستُوصَل المدارس بحلول عام 2030." },
  zh: { title: "连接偏远岛屿的海底电缆", summary: "到2030年将学校联网。" },
};

let reference = "";

beforeAll(async () => {
  const organisation = await insertOrganisation({ officialName: "Lagoon Telecom" });
  const cables = await insertPledge(
    { organisationId: organisation.id, compiled: true, announced: "2024-05-27" },
    { ...texts.en, ...inDollars(5_000_000n), type: "financial", focusAreas: ["access", "adoption"] },
  );
  reference = cables.reference;
  const revision = await db().revision.findFirstOrThrow({ where: { pledgeId: cables.id } });
  await db().revisionCountry.create({ data: { revisionId: revision.id, iso3: "TUV" } });
  for (const language of languages)
    if (language !== "en")
      await db().translation.create({
        data: { revisionId: revision.id, language, ...texts[language], writtenAt: new Date(), acceptedAt: new Date() },
      });
  await db().$transaction((tx) => projectPledge(tx, cables.id));
  const areas = ["access", "adoption", "value_creation", "accelerate"];
  const types = ["financial", "project", "policy", "advocacy"] as const;
  for (let index = 0; index < 24; index += 1) {
    const { id } = await insertPledge(
      { compiled: index % 3 === 0, announced: index % 3 === 0 ? `202${2 + (index % 4)}` : null },
      {
        title: `Filler ${index}`,
        type: types[index % 4],
        focusAreas: areas.slice(index % 3, (index % 3) + 1 + (index % 2)),
        ...(index % 2 ? inDollars(BigInt(10) ** BigInt(index % 11)) : {}),
      },
    );
    const { id: revisionId } = await db().revision.findFirstOrThrow({ where: { pledgeId: id } });
    for (const iso3 of ["KEN", "LAO", "TUV", "FRA"].slice(index % 4, (index % 4) + (index % 3)))
      await db().revisionCountry.create({ data: { revisionId, iso3 } });
    await db().$transaction((tx) => projectPledge(tx, id));
  }
}, 90_000);

const find = async (q: string, lang: Language) => {
  const { entries } = await getCompendium({ ...emptySearch(), q }, false, lang);
  return entries.some((entry) => entry.reference === reference) && entries.length;
};

describe("words are found in six languages", () => {
  test.each<[Language, string]>([
    ["en", "connecting school"],
    ["en", "island cable"],
    ["fr", "cable ecole"],
    ["fr", "îles ÉLOIGNÉES"],
    ["es", "conectar escuela"],
    ["ru", "подводный кабель"],
    ["ru", "острова школ"],
    ["ar", "المدرسة"],
    ["ar", "كابل بحري"],
    ["ar", "توفالو"],
    ["zh", "岛"],
    ["zh", "电缆"],
    ["zh", "海底电缆 学校"],
    ["zh", "图瓦卢"],
    ["en", "Tuvalu lagoon"],
    ["es", "Lagoon Telecom"],
  ])("%s: %s", async (lang, q) => {
    expect(await find(q, lang)).toBeTruthy();
  });

  test("a reference finds its pledge alone", async () => {
    expect(await find(reference, "ru")).toBe(1);
  });

  test("typing errors are forgiven, and the page says so", async () => {
    for (const [lang, q] of [
      ["en", "submarin cabels"],
      ["fr", "elognees"],
      ["ru", "подвоные"],
    ] as const) {
      const view = await getCompendium({ ...emptySearch(), q }, false, lang);
      expect(view.entries[0]?.reference, q).toBe(reference);
    }
    expect((await findWords("lagoom telekom", "en"))?.loose).toBe(true);
  });

  test("what nobody wrote is not found", async () => {
    expect((await getCompendium({ ...emptySearch(), q: "zzqqxx" }, false, "en")).total).toBe(0);
  });
});

describe("facets count exactly, considering the other filters", () => {
  interface Row {
    type: string;
    focus_areas: string[];
    countries: string[];
    regions: string[];
    groups_pledged: string[];
    compiled: boolean;
    value_band: string;
    year: number | null;
  }
  const valuesOf = (row: Row): Partial<Record<string, string[]>> => ({
    type: [row.type],
    focus: row.focus_areas,
    country: row.countries,
    region: row.regions,
    group: row.groups_pledged,
    compiled: [row.compiled ? "yes" : "no"],
    value: [row.value_band],
    year: row.year === null ? [] : [String(row.year)],
  });

  test.each<Partial<Search>>([
    {},
    { type: ["financial"] },
    { type: ["financial", "policy"], focus: ["adoption"] },
    { country: ["TUV"], compiled: ["no"] },
    { group: ["ldc"], value: ["lt1m", "none"] },
    { year: ["2022", "2024"], region: ["AFR"] },
  ])("%j", async (asked) => {
    const search = { ...emptySearch(), ...asked };
    const { rows } = await pool().query<Row>("SELECT * FROM compendium_pledges WHERE listed");
    const fits = (row: Row, except: string) =>
      filterNames.every((name) => {
        const wanted = search[name] as string[];
        return name === except || wanted.length === 0 || wanted.some((value) => valuesOf(row)[name]?.includes(value));
      });
    const counts = await countFacets(search, null);
    for (const name of ["type", "focus", "country", "region", "group", "compiled", "value", "year"] as const) {
      const expected = new Map<string, number>();
      for (const row of rows)
        if (fits(row, name))
          for (const value of valuesOf(row)[name] ?? []) expected.set(value, (expected.get(value) ?? 0) + 1);
      const found = [...counts[name]].filter(([, count]) => count > 0).sort();
      expect(found, name).toEqual([...expected].sort());
    }
  });
});

describe("lists", () => {
  test("the API's total is the page's, and reading on gives every pledge once", async () => {
    for (const search of [
      emptySearch(),
      { ...emptySearch(), sort: "value" as const },
      { ...emptySearch(), q: "filler" },
    ]) {
      const page = await getCompendium(search, false, "en");
      const references: unknown[] = [];
      let cursor: string | null = null;
      do {
        const answer = await listRecords(search, { limit: 7, cursor: cursor ? parseCursor(cursor) : null });
        expect(answer.total).toBe(page.total);
        references.push(...answer.items.map((item) => item.reference));
        cursor = answer.next_cursor;
      } while (cursor);
      expect(references).toHaveLength(page.total);
      expect(new Set(references).size).toBe(page.total);
    }
  });

  test("an empty list says what one filter less would give", async () => {
    const view = await getCompendium({ ...emptySearch(), q: "cables", country: ["FRA"] }, false, "en");
    expect(view.total).toBe(0);
    expect(view.wider.map(({ label }) => label)).toContain("1 pledge without “Country or territory”");
  });

  test("a page beyond the last is the last", async () => {
    const view = await getCompendium({ ...emptySearch(), page: 99 }, false, "en");
    expect(view.page).toBe(2);
    expect(view.entries).toHaveLength(view.total - 20);
  });
});
