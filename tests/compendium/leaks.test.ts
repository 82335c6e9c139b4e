import { beforeAll, expect, test } from "vitest";
import { openApiDocument } from "~/compendium/api/model";
import {
  getSummary,
  listCountries,
  listOrganisations,
  listRecords,
  streamRecords,
} from "~/compendium/api/queries.server";
import { countryItem, organisationItem, pledgeList, summary } from "~/compendium/api/schema";
import { getCountries, getCountryPage, getRegionPage } from "~/compendium/country/queries.server";
import { getEventPage } from "~/compendium/event/queries.server";
import { getFocusAreaPage } from "~/compendium/focus-area/queries.server";
import { getHome } from "~/compendium/home/queries.server";
import { getPledgesFeed, getSitemap } from "~/compendium/machines/queries.server";
import { emptySearch } from "~/compendium/model";
import { getOrganisationPage } from "~/compendium/organisation/queries.server";
import { getPledgePage } from "~/compendium/pledge/queries.server";
import { projectOrganisation, projectPledge, rebuildCompendium } from "~/compendium/projections.server";
import { getCompendium } from "~/compendium/queries.server";
import { db, pool } from "~/platform/db/client.server";
import type { RevisionState } from "~/platform/db/generated/enums";
import { focusAreas, regions } from "~/reference/codes";
import { useDatabase } from "../support/database";
import { inDollars, insertOrganisation, insertPledge } from "../support/rows";

useDatabase();

const unpublished: RevisionState[] = [
  "draft",
  "ready",
  "submitted",
  "in_review",
  "changes_requested",
  "recommended",
  "cleared",
  "declined",
  "withdrawn",
];
const mark = "PLANTED";
let published = { id: "", reference: "" };
const hidden: string[] = [];
const slugs: string[] = [];

/** Every word that must not be seen carries the mark: in drafts, notes, contacts, unaccepted texts and unconfirmed partners (R3). */
beforeAll(async () => {
  for (const state of unpublished) {
    const organisation = await insertOrganisation({
      state: state === "cleared" ? "cleared" : "registered",
      officialName: state === "cleared" ? "Cleared and embargoed" : `${mark} organisation ${state}`,
      slug: `of-${state.replaceAll("_", "-")}`,
      description: state === "cleared" ? null : mark,
      registrationNumber: mark,
      publicReason: mark,
    });
    slugs.push(organisation.slug);
    const event = await db().event.create({
      data: { slug: `event-${state.replaceAll("_", "-")}`, names: { en: `${mark} event` } },
    });
    const { id, reference } = await insertPledge(
      {
        state: "unpublished",
        organisationId: organisation.id,
        eventId: event.id,
        reference: ["draft", "ready"].includes(state) ? null : undefined,
      },
      {
        ...inDollars(7_777_777n),
        state,
        title: `${mark} title`,
        summary: `${mark} summary`,
        description: mark,
        partners: [mark],
        publicContact: mark,
        reason: mark,
      },
    );
    if (reference) hidden.push(reference);
    const { id: revisionId } = await db().revision.findFirstOrThrow({ where: { pledgeId: id } });
    await db().revisionCountry.create({ data: { revisionId, iso3: "NRU" } });
    await db().$transaction((tx) => projectPledge(tx, id));
    await db().$transaction((tx) => projectOrganisation(tx, organisation.id));
  }
  published = await insertPledge({}, { title: "Published title", staffContact: mark, ...inDollars(1_000n) });
  const { id: revisionId } = await db().revision.findFirstOrThrow({ where: { pledgeId: published.id } });
  const partner = await insertOrganisation({ state: "registered", officialName: `${mark} partner` });
  await db().coPledger.create({ data: { revisionId, name: `${mark} part`, state: "declined" } });
  await db().coPledger.create({
    data: { revisionId, name: `${mark} part`, state: "invited", organisationId: partner.id },
  });
  await db().translation.create({
    data: { revisionId, language: "fr", title: `${mark} titre`, summary: mark, writtenAt: new Date() },
  });
  await db().revision.create({
    data: {
      pledgeId: published.id,
      number: 2,
      state: "in_review",
      title: `${mark} revision`,
      createdAt: new Date(),
      updatedAt: new Date(),
    },
  });
  await db().$transaction((tx) => projectPledge(tx, published.id));
  await rebuildCompendium();
}, 90_000);

test("nothing unpublished is in any public answer (R3)", async () => {
  const search = emptySearch();
  const rows = [];
  for await (const row of streamRecords(search, "en")) rows.push(row);
  const answers = [
    ...(await Promise.all((["en", "fr"] as const).map((lang) => getHome(lang)))),
    await getCompendium(search, false, "fr"),
    await getCompendium({ ...search, status: ["published", "withdrawn", "removed", "discontinued"] }, false, "en"),
    await getPledgePage(published.reference, "fr"),
    await getCountries("en"),
    await getCountryPage("NRU", 1, "en"),
    ...(await Promise.all(focusAreas.map((area) => getFocusAreaPage(area, 1, "en")))),
    ...(await Promise.all(regions.map((region) => getRegionPage(region, 1, "en")))),
    ...(await Promise.all(slugs.map((slug) => getOrganisationPage(slug, 1, "en")))),
    await listRecords(search, { limit: 100 }),
    await listOrganisations(),
    await listCountries(),
    await getSummary(),
    await getPledgesFeed("en"),
    await getSitemap(),
    rows,
  ];
  for (const answer of answers) {
    const text = JSON.stringify(answer) ?? "";
    expect(text).not.toContain(mark);
    for (const reference of hidden) expect(text).not.toContain(reference);
  }
  for (const q of [mark, "plantd titel"]) expect((await getCompendium({ ...search, q }, false, "en")).total).toBe(0);
  expect((await getSummary()).value_usd).toBe(1_000);
});

test("an unpublished pledge, its event and its uncleared organisation answer as if they never were (R3)", async () => {
  for (const reference of hidden) expect(await getPledgePage(reference, "en")).toBeNull();
  for (const slug of slugs.filter((one) => one !== "of-cleared"))
    expect(await getOrganisationPage(slug, 1, "en")).toBeNull();
  expect(await getEventPage("event-cleared", 1, "en")).toBeNull();
  const { rows } = await pool().query("SELECT slug FROM compendium_events");
  expect(rows).toEqual([]);
});

test("the read model itself holds nothing of it", async () => {
  for (const table of ["compendium_pledges", "compendium_texts", "compendium_organisations", "compendium_events"]) {
    const { rows } = await pool().query(`SELECT 1 FROM ${table} t WHERE to_jsonb(t)::text LIKE '%${mark}%'`);
    expect(rows, table).toEqual([]);
  }
});

test("answers of the API are what its description says", async () => {
  expect(pledgeList.safeParse(await listRecords(emptySearch(), { limit: 100 })).error).toBeUndefined();
  expect(organisationItem.array().safeParse((await listOrganisations()).items).error).toBeUndefined();
  expect(countryItem.array().safeParse((await listCountries()).items).error).toBeUndefined();
  expect(summary.safeParse(await getSummary()).error).toBeUndefined();
  expect(Object.keys(openApiDocument("http://localhost").paths ?? {})).toContain("/api/v1/pledges");
});
