import { randomUUID } from "node:crypto";
import excel from "exceljs";
import { beforeAll, describe, expect, test } from "vitest";
import { openApiDocument } from "~/compendium/api/model";
import { getSummary, listCountries, listOrganisations, listRecords } from "~/compendium/api/queries.server";
import { countryItem, organisationItem, pledgeList, summary } from "~/compendium/api/schema";
import { emptySearch } from "~/compendium/model";
import { projectOrganisation, projectPledge, rebuildCompendium } from "~/compendium/projections.server";
import { getCompendium } from "~/compendium/queries.server";
import { now } from "~/platform/clock";
import { db, pool } from "~/platform/db/client.server";
import type { RevisionState } from "~/platform/db/generated/enums";
import { directionOf, isLanguage, languages } from "~/platform/i18n/languages";
import { apiRoutes } from "~/routes/api.routes";
import { publicRoutes } from "~/routes/public.routes";
import { useDatabase } from "../support/database";
import { type PublicAddress, publicAddresses } from "../support/public-addresses";
import { inDollars, insertCase, insertOrganisation, insertPledge, insertReport } from "../support/rows";
import { useServer } from "../support/served";

const database = useDatabase();

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
const content = { references: [] as string[], slugs: ["open"], event: "assembly" };
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
  await insertPublished();
  await rebuildCompendium();
}, 90_000);

/** What is public, with everything around it that is not. */
async function insertPublished() {
  const pledger = await insertOrganisation({ slug: "open", registeredAddress: mark, legalForm: mark });
  const event = await db().event.create({ data: { slug: "assembly", names: { en: "Assembly" } } });
  const person = { organisationId: pledger.id, fullName: mark, originalName: mark, nationality: "NRU" };
  await db().keyPerson.create({ data: { ...person, role: "board_member" } });
  const member = { email: `${mark}@example.org`, name: mark, state: "active", createdAt: now() } as const;
  const account = await db().account.create({ data: member });
  await db().membership.create({
    data: { organisationId: pledger.id, accountId: account.id, role: "lead", startedAt: now() },
  });
  const reviewed = await insertCase({ organisationId: pledger.id, reviewerId: randomUUID(), recommended: true });
  const written = { caseId: reviewed.id, body: mark, authorId: randomUUID(), at: now() };
  await db().caseNote.create({ data: written });
  await db().caseMessage.create({ data: { ...written, round: 1, fromStaff: true } });
  const published = await insertPledge(
    { organisationId: pledger.id, eventId: event.id },
    { title: "Published pledge", staffContact: mark, ...inDollars(1_000n) },
  );
  const { id: revisionId } = await db().revision.findFirstOrThrow({ where: { pledgeId: published.id } });
  await db().revisionCountry.create({ data: { revisionId, iso3: "NRU" } });
  const partner = await insertOrganisation({ state: "registered", officialName: `${mark} partner` });
  await db().coPledger.create({ data: { revisionId, name: `${mark} part`, state: "declined" } });
  await db().coPledger.create({
    data: { revisionId, name: `${mark} part`, state: "invited", organisationId: partner.id },
  });
  await db().translation.create({
    data: { revisionId, language: "fr", title: `${mark} titre`, summary: mark, writtenAt: new Date() },
  });
  for (const [number, state] of [
    [2, "withdrawn"],
    [3, "declined"],
    [4, "in_review"],
  ] as const)
    await db().revision.create({
      data: {
        pledgeId: published.id,
        number,
        state,
        title: `${mark} revision`,
        createdAt: new Date(),
        updatedAt: new Date(),
      },
    });
  const about = { pledgeId: published.id, organisationId: pledger.id };
  const accepted = await insertReport(about, { narrative: "Masts stand.", reason: mark });
  await db().reportMessage.create({ data: { reportId: accepted, body: mark, fromStaff: true, at: now() } });
  await insertReport(about, { state: "in_check", narrative: mark, links: [mark], reason: mark });
  await db().$transaction((tx) => projectPledge(tx, published.id));
  const withdrawn = await insertPledge(
    { state: "withdrawn", organisationId: pledger.id, endedOn: now(), publicReason: "Funds were lost." },
    { state: "published", title: "Withdrawn pledge", summary: mark, description: mark, publicContact: mark },
  );
  const suspended = await insertPledge(
    { state: "suspended", organisationId: pledger.id, publicReason: mark },
    { state: "published", title: mark, summary: mark },
  );
  content.references.push(published.reference, withdrawn.reference, suspended.reference);
}

const served = useServer(database);

/** The words of an answer: of a workbook, what stands in its cells. */
async function textOf(response: Response): Promise<string> {
  if (!response.headers.get("Content-Type")?.includes("spreadsheetml")) return response.text();
  const book = new excel.Workbook();
  await book.xlsx.load(await response.arrayBuffer());
  return JSON.stringify(book.worksheets.map((sheet) => sheet.getSheetValues()));
}

/** The same words but for the instant at which they were added up. */
const timeless = async (response: Response) =>
  (await textOf(response)).replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z|\d\d:\d\d/g, "then");

/** Asks for all of them, a few at a time, and says which of them failed. */
async function each(addresses: PublicAddress[], check: (one: PublicAddress) => Promise<void>): Promise<void> {
  const left = [...addresses];
  const work = async () => {
    for (let one = left.shift(); one; one = left.shift()) await check(one);
  };
  await Promise.all([work(), work(), work(), work()]);
}

test("the table knows every public route", () => {
  const paths = publicAddresses(content).map(({ path }) => path.split("?")[0] ?? "");
  const unknown = [...publicRoutes, ...apiRoutes]
    .map(({ path = "" }) => path)
    .filter((pattern) => !pattern.endsWith("*"))
    .filter((pattern) => !paths.some((path) => new RegExp(`^/${pattern.replaceAll(/:\w+/g, "[^/]+")}$`).test(path)));
  expect(unknown).toEqual([]);
});

test("nothing unpublished is in any public answer of any format and language (R3)", { timeout: 60_000 }, async () => {
  await each(publicAddresses(content), async ({ path }) => {
    const text = await textOf(await fetch(served.url + path));
    expect(text.toUpperCase(), path).not.toContain(mark);
    for (const reference of hidden) expect(text, path).not.toContain(reference);
    // What is public is there, in every format: the question was not put to an empty answer.
    if (/compendium|feeds|activities|v1\/pledges\?/.test(path)) expect(text, path).toContain("Published pledge");
  });
  for (const q of [mark, "plantd titel"])
    expect((await getCompendium({ ...emptySearch(), q }, false, "en")).total).toBe(0);
  expect((await getSummary()).value_usd).toBe(1_000);
});

describe("every public address", () => {
  test("answers with its type, its language, and a tag with which nothing is sent twice", {
    timeout: 60_000,
  }, async () => {
    await each(publicAddresses(content), async ({ path, type, lang }) => {
      const answer = await fetch(served.url + path);
      const tag = answer.headers.get("ETag") ?? "";
      expect([answer.status, answer.headers.get("Content-Type")], path).toEqual([200, type]);
      expect(tag, path).toMatch(/^(W\/)?"[\w-]+"$/);
      const body = await answer.text();
      if (lang && isLanguage(lang)) expect(body, path).toContain(`<html lang="${lang}" dir="${directionOf(lang)}">`);
      const again = await fetch(served.url + path, { headers: { "If-None-Match": tag } });
      expect([again.status, await again.text()], path).toEqual([304, ""]);
    });
  });

  test("answers HEAD, and in gzip and Brotli what it answers plainly", { timeout: 60_000 }, async () => {
    const english = publicAddresses(content).filter(({ path }) => !/^\/(?!en)[a-z]{2}\/|lang=/.test(path));
    await each(english, async ({ path, type }) => {
      const plain = await timeless(await fetch(served.url + path, { headers: { "Accept-Encoding": "identity" } }));
      for (const encoding of ["gzip", "br"]) {
        const answer = await fetch(served.url + path, { headers: { "Accept-Encoding": encoding } });
        // A workbook is compressed already.
        if (!type.includes("spreadsheetml")) expect(answer.headers.get("Content-Encoding"), path).toBe(encoding);
        expect(answer.headers.get("Vary"), path).toContain("Accept-Encoding");
        expect(await timeless(answer), path).toBe(plain);
      }
      const head = await fetch(served.url + path, { method: "HEAD" });
      expect([head.status, head.headers.get("Content-Type"), await head.text()], path).toEqual([200, type, ""]);
    });
  });

  test("stays out of other sites' frames, the card of a pledge alone excepted", async () => {
    for (const { path } of publicAddresses(content).filter(({ path }) => path.startsWith("/ar/"))) {
      const policy = (await fetch(served.url + path)).headers.get("Content-Security-Policy");
      expect(policy, path).toContain(`frame-ancestors ${path.endsWith("/card") ? "*" : "'none'"}`);
      expect(policy, path).not.toContain("unsafe");
    }
  });

  test("of something that is not there answers 404 in each language, and is kept by nobody", async () => {
    const paths = ["pledges/P2C-1999-00001", "organisations/nobody", "countries/XXX", "events/none", "no-such-page"];
    for (const path of languages.flatMap((lang) => paths.map((one) => `/${lang}/${one}`))) {
      const answer = await fetch(served.url + path);
      expect([answer.status, answer.headers.get("Cache-Control")], path).toEqual([404, "no-store"]);
      expect(await answer.text(), path).toContain(`<html lang="${path.slice(1, 3)}"`);
    }
  });

  test("of what is hidden answers as if it never was (R3)", async () => {
    const gone = [
      ...hidden.flatMap((reference) => [
        `/en/pledges/${reference}`,
        `/en/pledges/${reference}/card`,
        `/en/pledges/${reference}/badge.svg`,
        `/api/v1/pledges/${reference}`,
      ]),
      ...slugs.filter((one) => one !== "of-cleared").map((slug) => `/en/organisations/${slug}`),
      "/en/events/event-cleared",
    ];
    for (const path of gone) expect((await fetch(served.url + path)).status, path).toBe(404);
    const shape = async (path: string) => (await (await fetch(served.url + path)).text()).replaceAll(path, "");
    for (const reference of hidden)
      expect(await shape(`/api/v1/pledges/${reference}`)).toBe(await shape("/api/v1/pledges/P2C-1999-00001"));
    const { rows } = await pool().query("SELECT slug FROM compendium_events");
    expect(rows).toEqual([{ slug: "assembly" }]);
  });
});

describe("search engines", () => {
  const read = async (path: string) => (await fetch(served.url + path)).text();

  test("find a sitemap for each language, in which every page names its siblings", async () => {
    const index = [...(await read("/sitemap.xml")).matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, url]) => url);
    expect(index).toEqual(languages.map((lang) => `${served.url}/${lang}/sitemap.xml`));
    const [published = "", withdrawn = "", suspended = ""] = content.references;
    for (const lang of languages) {
      const urls = (await read(`/${lang}/sitemap.xml`)).match(/<url>.*<\/url>/g) ?? [];
      for (const url of urls) {
        expect(url).toContain(`<loc>${served.url}/${lang}`);
        expect(url.match(/hreflang=/g)).toHaveLength(languages.length);
      }
      expect(urls.filter((url) => url.includes(`/${lang}/pledges/${published}<`))).toHaveLength(1);
      expect(urls.join("")).not.toMatch(new RegExp(`${withdrawn}|${suspended}`));
    }
  });

  test("are told not to keep lists without results, and what a page is about", async () => {
    const noindex = '<meta name="robots" content="noindex"/>';
    expect(await read("/fr/compendium?q=zzqqxx")).toContain(noindex);
    expect(await read("/fr/compendium")).not.toContain(noindex);
    for (const [path, type] of [
      ["/fr/compendium", "Dataset"],
      ["/ar/dashboard", "Dataset"],
      ["/zh/organisations/open", "Organization"],
      ["/ru/countries/NRU", "CollectionPage"],
      [`/es/pledges/${content.references[0]}`, "CreativeWork"],
    ]) {
      const script = (await read(path ?? "")).match(/<script type="application\/ld\+json">(.*?)<\/script>/s);
      const data = JSON.parse(script?.[1] ?? "null");
      expect([data?.["@type"], data?.["@id"]], path).toEqual([type, served.url + path]);
    }
  });
});

describe("the API for programs and pages of other sites", () => {
  test("names the parameter that it does not know or understand", async () => {
    for (const [search, parameter] of [
      ["?colour=blue", "colour"],
      ["?type=bribe", "type"],
      ["?limit=101", "limit"],
      ["?cursor=x", "cursor"],
      ["?country=KEN&country=XXX", "country"],
    ]) {
      const answer = await fetch(`${served.url}/api/v1/pledges${search}`);
      expect([answer.status, answer.headers.get("Content-Type")]).toEqual([
        400,
        "application/problem+json; charset=utf-8",
      ]);
      expect(await answer.json()).toMatchObject({ status: 400, parameter });
    }
  });

  test("may be read from anywhere, also conditionally, and written by nobody", async () => {
    const url = `${served.url}/api/v1/pledges`;
    const asked = await fetch(url, {
      method: "OPTIONS",
      headers: { Origin: "https://example.org", "Access-Control-Request-Headers": "if-none-match" },
    });
    expect([asked.status, asked.headers.get("Access-Control-Allow-Origin")]).toEqual([204, "*"]);
    expect(asked.headers.get("Access-Control-Allow-Headers")).toContain("If-None-Match");
    for (const path of [url, `${url}/none`, `${url}?type=bribe`])
      expect((await fetch(path)).headers.get("Access-Control-Allow-Origin")).toBe("*");
    for (const method of ["POST", "PUT", "DELETE"]) {
      const refused = await fetch(url, { method });
      expect([refused.status, refused.headers.get("Allow")]).toEqual([405, "GET, HEAD, OPTIONS"]);
      expect(refused.headers.get("Content-Type")).toMatch(/^application\/problem\+json/);
    }
    expect((await fetch(`${served.url}/en`, { method: "OPTIONS" })).status).toBe(405);
  });
});

test("the read model itself holds nothing of it", async () => {
  for (const table of [
    "compendium_pledges",
    "compendium_reports",
    "compendium_texts",
    "compendium_organisations",
    "compendium_events",
  ]) {
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
