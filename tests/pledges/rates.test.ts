import { afterEach, describe, expect, test } from "vitest";
import { setClock } from "~/platform/clock";
import { db } from "~/platform/db/client.server";
import { Conflict, Refused } from "~/platform/errors";
import { importRates, saveRate, settleValue } from "~/pledges/valuation/commands.server";
import { readRates } from "~/pledges/valuation/model";
import { getReference } from "~/pledges/valuation/queries.server";
import { rateSchema } from "~/pledges/valuation/schema";
import { addMembership, makeStaff } from "../support/actors";
import { useDatabase } from "../support/database";
import { clearRevision, makePledger, makeSubmitted } from "../support/pledges";
import { insertPledge } from "../support/rows";

useDatabase();
afterEach(() => setClock(null));

const fjd = { currency: "FJD", period: "2026-11-24", usdPerUnit: "0.44", source: "Reserve Bank, daily list" };
const inFiji = { "how-much": { amountMinor: 100_000n, currency: "FJD" } } as const;

/** A pledge of 1,000 Fiji dollars, submitted on a day for which no rate is on file. */
async function awaiting(day = "2026-11-25") {
  setClock(new Date(`${day}T09:00:00Z`));
  const { lead, organisation } = await makePledger();
  const { revisionId } = await makeSubmitted(lead, inFiji);
  const staff = await makeStaff("secretariat");
  const { version } = await db().revision.findUniqueOrThrow({ where: { id: revisionId } });
  return { staff, revisionId, version, organisation };
}
const worth = (id: string) => db().revision.findUniqueOrThrow({ where: { id } });

describe("a value that awaits a rate (R24)", () => {
  test("stands in the secretariat's list, cannot be cleared, and is settled by a sourced rate, frozen", async () => {
    const { staff, revisionId, version } = await awaiting();
    expect((await getReference(staff, "en")).awaiting).toMatchObject([{ id: revisionId, hasRate: false }]);
    await expect(clearRevision(revisionId)).rejects.toThrow("rates:conflict.awaiting");
    const changed = (await worth(revisionId)).version;
    await expect(settleValue(staff, revisionId, { version, way: "rate" })).rejects.toThrow(Conflict);
    await expect(settleValue(staff, revisionId, { version: changed, way: "rate" })).rejects.toThrow("no_rate");
    await saveRate(staff, fjd);
    expect((await getReference(staff, "en")).awaiting).toMatchObject([{ hasRate: true }]);
    await settleValue(staff, revisionId, { version: changed, way: "rate" });
    const settled = await worth(revisionId);
    expect(settled).toMatchObject({ valueState: "converted", usdMinor: 44_000n, rateDate: "2026-11-24" });
    expect(settled.rateSource).toBe(fjd.source);
    await saveRate(staff, { ...fjd, usdPerUnit: "0.45" });
    expect((await worth(revisionId)).usdMinor).toBe(44_000n);
    await expect(settleValue(staff, revisionId, { version: changed + 1, way: "rate" })).rejects.toThrow("settled");
    const entered = await db().auditEvent.findMany({ where: { subjectType: "rate" }, orderBy: { seq: "asc" } });
    expect(entered.map(({ event }) => event)).toEqual(["rate.entered", "rate.corrected"]);
    expect(entered[1]?.data).toMatchObject({ before: "0.44", usdPerUnit: "0.45" });
  });

  test("or as not converted: then it can be cleared", async () => {
    const { staff, revisionId, version } = await awaiting("2026-10-14");
    await settleValue(staff, revisionId, { version, way: "not_converted" });
    expect(await worth(revisionId)).toMatchObject({ valueState: "not_converted", usdMinor: null });
    await clearRevision(revisionId);
    expect((await worth(revisionId)).state).toBe("published");
  });

  test("what is public changes at once, for every reader", async () => {
    const staff = await makeStaff("secretariat");
    const { id } = await insertPledge(
      { compiled: true, announced: "2019" },
      { amountMinor: 500n, currency: "XOF", valueState: "awaiting_rate" },
    );
    const revision = await db().revision.findFirstOrThrow({ where: { pledgeId: id } });
    const version = async () => Number((await db().$queryRaw<{ n: bigint }[]>`SELECT n FROM content_version`)[0]?.n);
    const before = await version();
    await saveRate(staff, { currency: "XOF", period: "2019", usdPerUnit: "0.0017", source: "Central bank" });
    await settleValue(staff, revision.id, { version: revision.version, way: "rate" });
    expect(await version()).toBeGreaterThan(before);
    expect((await worth(revision.id)).usdMinor).toBe(85n);
  });

  test("is settled by the secretariat only, and not by its own people", async () => {
    const { revisionId, version, organisation } = await awaiting("2026-09-16");
    const way = { version, way: "not_converted" } as const;
    await expect(settleValue(await makeStaff("reviewer", "approver"), revisionId, way)).rejects.toThrow(Refused);
    const insider = await addMembership(await makeStaff("secretariat"), organisation.id, "author");
    await expect(settleValue(insider, revisionId, way)).rejects.toThrow(Refused);
    expect((await getReference(insider, "en")).awaiting.some(({ id }) => id === revisionId)).toBe(false);
    await expect(saveRate(await makeStaff("administrator"), fjd)).rejects.toThrow(Refused);
  });

  test("two at once settle it once", async () => {
    const { staff, revisionId, version } = await awaiting("2026-08-12");
    const tries = await Promise.allSettled(
      [1, 2, 3].map(() => settleValue(staff, revisionId, { version, way: "not_converted" })),
    );
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });
});

describe("rates from a table", () => {
  const heading = "currency,period,usd_per_unit,source\n";

  test("are all written, or none, with every refused row named", async () => {
    const staff = await makeStaff("secretariat");
    const good = `${heading}KES,2026-03-16,0.0077,Central Bank of Kenya\nKES,2026-02,0.0078,"Central Bank, average"\n`;
    expect(await importRates(staff, { rows: good })).toEqual({ written: 2 });
    const bad = `${good}XXX,2026-01-05,1,List\nTVD,2026-02-30,1,List\nPGK,2026-01-05,0,\nKES,2026-02,0.0079,List\n`;
    await expect(importRates(staff, { rows: bad })).rejects.toMatchObject({
      fields: {
        rows: [
          "rates:error.row?row=4&field=currency",
          "rates:error.row?row=5&field=currency",
          "rates:error.row?row=5&field=period",
          "rates:error.row?row=6&field=usd_per_unit",
          "rates:error.row?row=6&field=source",
          "rates:error.row_twice?row=7",
        ],
      },
    });
    expect(await db().exchangeRate.count({ where: { currency: { in: ["PGK", "TVD"] } } })).toBe(0);
  });

  test("a mere check writes nothing", async () => {
    const staff = await makeStaff("secretariat");
    const rows = `${heading}SBD,2026-03-16,0.12,Central Bank\n`;
    await expect(importRates(staff, { rows, dryRun: "on" })).rejects.toMatchObject({
      fields: { rows: ["rates:error.dry_run?count=1"] },
    });
    expect(await db().exchangeRate.count({ where: { currency: "SBD" } })).toBe(0);
  });

  test("text that is no table is refused as a whole", () => {
    for (const text of ["", heading, "a,b\n1,2", 'currency,period,usd_per_unit,source\n"', "\u0000"])
      expect(readRates(text), JSON.stringify(text)).toEqual({ rates: [], refused: ["rates:error.unreadable"] });
  });

  test("a rate is of a currency that exists, of a time that has begun, and above nothing", () => {
    const refused = (change: object) => rateSchema.safeParse({ ...fjd, ...change }).success === false;
    for (const change of [
      { currency: "USD" },
      { currency: "ZZZ" },
      { period: "2999" },
      { period: "2026-13" },
      { period: "last year" },
      { usdPerUnit: "0" },
      { usdPerUnit: "-1" },
      { usdPerUnit: "1e3" },
      { usdPerUnit: "1.12345678901" },
      { source: " " },
      { source: "a\u202eb" },
    ])
      expect(refused(change), JSON.stringify(change)).toBe(true);
    expect(rateSchema.parse({ ...fjd, currency: "fjd", usdPerUnit: "0,44" })).toMatchObject(fjd);
  });
});
