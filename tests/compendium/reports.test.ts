import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { getSummary, listRecords } from "~/compendium/api/queries.server";
import { emptySearch } from "~/compendium/model";
import { projectPledge, rebuildCompendium } from "~/compendium/projections.server";
import { countFacets } from "~/compendium/search/queries.server";
import { getDelivered, getTotals } from "~/compendium/totals/queries.server";
import { setClock, today } from "~/platform/clock";
import { db, pool } from "~/platform/db/client.server";
import type { ReportState } from "~/platform/db/generated/enums";
import { freshnessCodes } from "~/reference/codes";
import { useDatabase } from "../support/database";
import { inDollars, insertOrganisation, insertPart, insertPledge, insertReport } from "../support/rows";

useDatabase();

const day = (text: string) => new Date(`${text}T00:00:00Z`);
const to = (periodTo: string) => ({ periodFrom: day("2022-01-01"), periodTo: day(periodTo) });
const dollars = (usd: bigint) => ({ disbursedMinor: usd * 100n, currency: "USD" });
const mark = "PLANTED";
const clock = new Date("2026-11-25T12:00:00Z");

async function makePledge(usd: bigint, data: Parameters<typeof insertPledge>[0] = {}) {
  const { id: organisationId } = await insertOrganisation();
  const { id, reference } = await insertPledge(
    { organisationId, publishedAt: day("2024-02-01"), ...data },
    inDollars(usd),
  );
  return { pledgeId: id, organisationId, reference };
}

/** The read model keeps confirmed relations; they are set there, as no command records them yet. */
async function relate(from: string, reference: string) {
  const relations = JSON.stringify([{ kind: "same_money", reference, confirmed: true }]);
  await pool().query(
    "UPDATE compendium_pledges SET counted = counted || jsonb_build_object('relations', $2::jsonb) WHERE reference = $1",
    [from, relations],
  );
}

let lower = "";

/** A little of everything: alone, joint, related, corrected, withdrawn, ended, never and not yet asked. */
beforeAll(async () => {
  setClock(clock);
  for (let index = 0; index < 12; index += 1) {
    const pledge = await makePledge(BigInt(1_000 + index * 37));
    const months = ["2026-06-30", "2025-11-26", "2025-11-25", "2024-11-26", "2023-12-31"];
    if (index % 6 !== 5)
      await insertReport(pledge, { ...to(months[index % 5] ?? ""), ...dollars(BigInt(100 + index * 11)) });
  }
  const joint = await makePledge(5_000n);
  const partner = await insertPart(joint.pledgeId, 700n);
  await insertReport(joint, { ...to("2025-12-31"), ...dollars(400n) });
  await insertReport({ ...joint, organisationId: partner }, { ...to("2026-03-31"), ...dollars(70n) });
  const stranger = await insertOrganisation();
  await insertReport({ ...joint, organisationId: stranger.id }, { ...to("2026-03-31"), ...dollars(9_999n) });

  const corrected = await makePledge(2_000n);
  const wrong = await insertReport(corrected, { ...to("2026-06-30"), ...dollars(1_900n) });
  const words = { correctsId: wrong, correctionReason: "A typing error." };
  await insertReport(corrected, { ...to("2026-06-30"), ...dollars(190n), ...words });
  await insertReport(corrected, {
    periodFrom: day("2026-07-01"),
    periodTo: day("2026-09-30"),
    ...dollars(10n),
    disbursedBasis: "period",
  });

  for (const state of ["withdrawn", "discontinued"] as const) {
    const { pledgeId, organisationId } = await makePledge(800n, { state });
    await insertReport({ pledgeId, organisationId }, { ...to("2026-06-30"), ...dollars(500n) });
  }
  await makePledge(50n, { publishedAt: day("2026-09-01") });
  const [one, other] = [await makePledge(3_000n), await makePledge(2_500n)];
  lower = other.reference;
  for (const pledge of [one, other]) await insertReport(pledge, { ...to("2026-06-30"), ...dollars(600n) });
  await relate(lower, one.reference);
}, 90_000);

afterEach(() => setClock(clock));

/** The same, said by SQL from the tables of the pledges and reports alone. */
const independent = `
  WITH shown AS (
    SELECT p.id, p.reference, p.organisation_id AS lead, p.state, p.published_at, r.id AS revision, r.usd_minor
    FROM pledges p JOIN pledge_revisions r ON r.pledge_id = p.id AND r.state = 'published'
    WHERE p.state IN ('published', 'completed')),
  parts AS (
    SELECT id, lead AS organisation, usd_minor FROM shown UNION ALL
    SELECT s.id, c.organisation_id, c.usd_minor FROM shown s JOIN co_pledgers c ON c.revision_id = s.revision AND c.state = 'confirmed'),
  held AS (
    SELECT a.* FROM reports a WHERE a.state = 'accepted'
      AND NOT EXISTS (SELECT FROM reports c WHERE c.corrects_id = a.id AND c.state = 'accepted')),
  cumulative AS (
    SELECT DISTINCT ON (pledge_id, organisation_id) pledge_id, organisation_id, period_to, disbursed_minor FROM held
    WHERE disbursed_basis = 'cumulative' AND disbursed_minor IS NOT NULL ORDER BY pledge_id, organisation_id, period_to DESC),
  delivered AS (
    SELECT t.id, c.disbursed_minor + coalesce((SELECT sum(h.disbursed_minor) FROM held h WHERE h.pledge_id = t.id
      AND h.organisation_id = t.organisation AND h.disbursed_basis = 'period' AND h.period_to > c.period_to), 0) AS minor
    FROM parts t JOIN cumulative c ON c.pledge_id = t.id AND c.organisation_id = t.organisation),
  last AS (
    SELECT s.id, s.published_at, (SELECT max(h.period_to) FROM held h WHERE h.pledge_id = s.id AND h.organisation_id = s.lead) AS period
    FROM shown s),
  fresh AS (
    SELECT CASE WHEN period > $1::date - interval '12 months' THEN 'within_12' WHEN period > $1::date - interval '24 months' THEN 'within_24'
      WHEN period IS NOT NULL THEN 'older' WHEN (published_at + interval '12 months')::date - 1 + 60 >= $1::date THEN 'not_yet_due'
      ELSE 'never' END AS code FROM last)
  SELECT (SELECT sum(usd_minor) FROM parts WHERE id NOT IN (SELECT id FROM shown WHERE reference = $2)) AS pledged,
    (SELECT sum(minor) FROM delivered WHERE id NOT IN (SELECT id FROM shown WHERE reference = $2)) AS delivered,
    (SELECT jsonb_object_agg(code, n) FROM (SELECT code, count(*) AS n FROM fresh GROUP BY code) AS counts) AS freshness`;

const ask = async () => {
  const { rows } = await pool().query(independent, [today(), lower]);
  return rows[0] as { pledged: string; delivered: string; freshness: Record<string, number> };
};

describe("pledged, delivered and freshness", () => {
  test.each(["2026-11-25", "2026-11-26", "2027-10-30", "2028-02-29"])(
    "equal an independent query on %s (R27, R29)",
    async (date) => {
      setClock(day(date));
      const expected = await ask();
      const [totals, delivered, facets] = await Promise.all([
        getTotals(),
        getDelivered(),
        countFacets(emptySearch(), null),
      ]);
      expect(totals.usdMinor).toBe(BigInt(expected.pledged));
      expect(delivered.usdMinor).toBe(BigInt(expected.delivered));
      for (const code of freshnessCodes) {
        expect(delivered.byFreshness[code], code).toBe(expected.freshness[code] ?? 0);
        expect(facets.reported.get(code) ?? 0, code).toBe(expected.freshness[code] ?? 0);
        const { total } = await listRecords({ ...emptySearch(), reported: [code] }, { limit: 1 });
        expect(total, code).toBe(expected.freshness[code] ?? 0);
      }
      const summary = await getSummary();
      expect(summary.delivered_usd).toBe(Number(expected.delivered) / 100);
      expect(summary.reported_12_months).toBe(expected.freshness.within_12 ?? 0);
    },
  );

  test("sorting by report puts the latest period first and pledges without one last", async () => {
    const { items } = await listRecords({ ...emptySearch(), sort: "reported" }, { limit: 100 });
    const known = items.map(({ last_report_at }) => last_report_at !== null);
    expect(known.indexOf(false)).toBe(known.lastIndexOf(true) + 1);
    expect(items[0]).toMatchObject({ delivery_status: "on_track", disbursed_usd: 200 });
  });
});

describe("the public rows of reports", () => {
  test("made anew they are what they were (E7)", async () => {
    const read = async () =>
      (await pool().query("SELECT to_jsonb(r) AS row FROM compendium_reports r ORDER BY id")).rows;
    const before = await read();
    expect(before.length).toBeGreaterThan(10);
    await rebuildCompendium();
    expect(await read()).toEqual(before);
  });

  test("hold nothing of a report that is not accepted, of files, of messages, nor of people (R3, R31)", async () => {
    const pledge = await makePledge(10n);
    const states: ReportState[] = ["draft", "ready", "submitted", "in_check", "questions", "agreed", "withdrawn"];
    for (const state of states) {
      const { id: organisationId } = await insertOrganisation();
      const words = { narrative: mark, obstacles: mark, nextSteps: mark, links: [mark], disbursedNote: mark };
      const id = await insertReport({ ...pledge, organisationId }, { state, ...words, reason: mark });
      await db().reportMessage.create({ data: { reportId: id, body: mark, fromStaff: true, at: clock } });
    }
    const own = await insertReport(pledge, { state: "in_check", narrative: mark, reason: mark });
    const file = { reportId: own, storageKey: mark, fileName: mark, mediaType: "application/pdf", bytes: 1 };
    await db().reportFile.create({ data: { ...file, uploadedAt: clock } });
    await db().report.update({
      where: { id: own },
      data: {
        narrative: "Seen.",
        state: "accepted",
        submittedAt: clock,
        acceptedAt: clock,
        acceptedBy: crypto.randomUUID(),
        createdBy: crypto.randomUUID(),
      },
    });
    await db().$transaction((tx) => projectPledge(tx, pledge.pledgeId));
    const { acceptedBy, createdBy } = await db().report.findUniqueOrThrow({ where: { id: own } });
    for (const table of ["compendium_reports", "compendium_pledges"])
      for (const secret of [mark, acceptedBy, createdBy]) {
        const { rows } = await pool().query(`SELECT 1 FROM ${table} t WHERE strpos(to_jsonb(t)::text, $1) > 0`, [
          secret,
        ]);
        expect(rows, `${table} ${secret}`).toEqual([]);
      }
    const { rows } = await pool().query(
      "SELECT texts->>'narrative' AS words FROM compendium_reports WHERE pledge_id = $1",
      [pledge.pledgeId],
    );
    expect(rows).toEqual([{ words: "Seen." }]);
  });

  test("are gone with a pledge that is withdrawn", async () => {
    const pledge = await makePledge(10n);
    await insertReport(pledge);
    await db().pledge.update({ where: { id: pledge.pledgeId }, data: { state: "withdrawn" } });
    await db().$transaction((tx) => projectPledge(tx, pledge.pledgeId));
    const { rows } = await pool().query("SELECT 1 FROM compendium_reports WHERE pledge_id = $1", [pledge.pledgeId]);
    expect(rows).toEqual([]);
  });
});
