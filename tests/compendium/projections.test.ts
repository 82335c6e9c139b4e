import { describe, expect, test } from "vitest";
import { emptySearch } from "~/compendium/model";
import { getOrganisationPage } from "~/compendium/organisation/queries.server";
import { getPledgePage } from "~/compendium/pledge/queries.server";
import { projectPledge, rebuildCompendium } from "~/compendium/projections.server";
import { getCompendium } from "~/compendium/queries.server";
import { db, pool } from "~/platform/db/client.server";
import { useDatabase } from "../support/database";
import { inDollars, insertOrganisation, insertPledge } from "../support/rows";

useDatabase();

const snapshot = async () => {
  const tables = ["compendium_pledges", "compendium_texts", "compendium_organisations"];
  const rows = await Promise.all(
    tables.map((table) => pool().query(`SELECT to_jsonb(t) AS row FROM ${table} t ORDER BY to_jsonb(t)::text`)),
  );
  return rows.map(({ rows }) => rows);
};

describe("the public read model", () => {
  test("made anew it is what it was when kept in step (E7)", async () => {
    await insertPledge({}, { ...inDollars(1_000n), language: "fr", title: "Écoles reliées", scope: "countries" });
    await insertPledge({ state: "withdrawn", publicReason: "Merged", endedOn: new Date() }, { title: "Withdrawn one" });
    await insertPledge({ state: "suspended" }, { title: "Suspended one" });
    const registered = await insertOrganisation({ state: "registered" });
    await insertPledge(
      { state: "unpublished", reference: null, organisationId: registered.id },
      { title: "Draft one" },
    );
    const before = await snapshot();
    await rebuildCompendium();
    expect(await snapshot()).toEqual(before);
  });

  test("a pledge that is suspended shows its reference and date only, and is in no list (R2)", async () => {
    const { reference } = await insertPledge({ state: "suspended" }, { title: "Secret while under review" });
    const page = await getPledgePage(reference, "en");
    expect(page).toMatchObject({ kind: "trace", title: null, organisation: null, facts: [{ term: "Published" }] });
    expect(JSON.stringify(page)).not.toContain("Secret");
    const list = await getCompendium({ ...emptySearch(), status: ["suspended"] }, false, "en");
    expect(list.total).toBe(0);
  });

  test("with its organisation all its pledges go under review (R2)", async () => {
    const organisation = await insertOrganisation({ officialName: "Hidden Networks" });
    const { id, reference } = await insertPledge({ organisationId: organisation.id });
    await db().organisation.update({ where: { id: organisation.id }, data: { state: "suspended" } });
    await db().$transaction((tx) => projectPledge(tx, id));
    expect(await getPledgePage(reference, "en")).toMatchObject({ kind: "trace", organisation: null });
    const page = await getOrganisationPage(organisation.slug, 1, "en");
    expect(page?.entries).toEqual([]);
  });

  test("a withdrawn pledge keeps reference, title, organisation, dates and reason, and nothing else (R3)", async () => {
    const { reference } = await insertPledge(
      { state: "withdrawn", publicReason: "The tender failed.", endedOn: new Date("2026-09-01T00:00:00Z") },
      { title: "Masts for the north", summary: "Words that are gone", description: "More words that are gone" },
    );
    const page = await getPledgePage(reference, "fr");
    expect(JSON.stringify(page)).toContain("The tender failed.");
    expect(JSON.stringify(page)).toContain("Masts for the north");
    const { rows } = await pool().query("SELECT * FROM compendium_texts WHERE words LIKE '%gone%'");
    expect(rows).toEqual([]);
  });

  test("a partner is named once it confirmed and its organisation is cleared; before, it is only counted (R20)", async () => {
    const partner = await insertOrganisation({ state: "registered", officialName: "Unready Partner" });
    const { id, reference } = await insertPledge({}, inDollars(500n));
    const revision = await db().revision.findFirstOrThrow({ where: { pledgeId: id } });
    const part = {
      revisionId: revision.id,
      organisationId: partner.id,
      name: "Unready Partner",
      state: "confirmed",
    } as const;
    await db().coPledger.create({
      data: { ...part, amountMinor: 20_000n, currency: "USD", usdMinor: 20_000n },
    });
    const project = () => db().$transaction((tx) => projectPledge(tx, id));
    const value = async () =>
      (await pool().query("SELECT value_usd_minor::text AS n FROM compendium_pledges WHERE id = $1", [id])).rows[0].n;
    await project();
    expect(JSON.stringify(await getPledgePage(reference, "en"))).not.toContain("Unready Partner");
    expect(await value()).toBe("50000");
    await db().organisation.update({ where: { id: partner.id }, data: { state: "cleared" } });
    await project();
    expect(JSON.stringify(await getPledgePage(reference, "en"))).toContain("Unready Partner");
    expect(await value()).toBe("70000");
  });

  test("the page's language is shown if translated and accepted, else the original, never a third (R25)", async () => {
    const { id, reference } = await insertPledge({}, { language: "fr", title: "Écoles", summary: "Toutes." });
    const revision = await db().revision.findFirstOrThrow({ where: { pledgeId: id } });
    const translation = { revisionId: revision.id, summary: "All.", writtenAt: new Date() };
    await db().translation.create({
      data: { ...translation, language: "en", title: "Schools", acceptedAt: new Date() },
    });
    await db().translation.create({ data: { ...translation, language: "es", title: "Escuelas sin aceptar" } });
    await db().$transaction((tx) => projectPledge(tx, id));
    const title = async (lang: "en" | "es" | "fr") => {
      const page = await getPledgePage(reference, lang);
      return page?.kind === "pledge" ? page.body.title : null;
    };
    expect(await title("en")).toEqual({ text: "Schools" });
    expect(await title("fr")).toEqual({ text: "Écoles" });
    expect(await title("es")).toEqual({ text: "Écoles", lang: "fr" });
  });
});
