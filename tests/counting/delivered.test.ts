import { describe, expect, test } from "vitest";
import { deliveredTotals, deliveredValue, freshnessOf, type ReportedPledge } from "~/counting/delivered/model";
import type { CountedPledge } from "~/counting/model";

const today = "2027-06-01";

const part = (organisationId: string, usdMinor: bigint | null, confirmed = true) => ({
  organisationId,
  constituency: "private_sector" as const,
  usdMinor,
  confirmed,
});

function row(changes: Partial<CountedPledge> = {}, reports: Partial<ReportedPledge> = {}): ReportedPledge {
  return {
    pledge: {
      reference: "P2C-2026-00001",
      state: "published",
      type: "financial",
      focusAreas: ["access"],
      constituency: "private_sector",
      year: 2026,
      scope: null,
      regions: [],
      countries: [],
      parts: [part("lead", 1_000n)],
      amountOrigin: "own",
      amountBasis: "total",
      years: null,
      ...changes,
    },
    compiled: false,
    delivered: [{ organisationId: "lead", usdMinor: 400n, reportedOn: "2027-03-31" }],
    lastReportOn: "2027-03-31",
    firstDueOn: "2027-05-30",
    asked: 1,
    answered: 1,
    ...reports,
  };
}

describe("freshness (R29)", () => {
  test.each([
    ["2026-06-02", "within_12"],
    ["2026-06-01", "within_24"],
    ["2025-06-02", "within_24"],
    ["2025-06-01", "older"],
  ] as const)("a report on a period that ended on %s is %s", (lastReportOn, expected) => {
    expect(freshnessOf({ lastReportOn, firstDueOn: "2025-01-01" }, today)).toBe(expected);
  });

  test("nothing is owed until the first due date passes", () => {
    expect(freshnessOf({ lastReportOn: null, firstDueOn: today }, today)).toBe("not_yet_due");
    expect(freshnessOf({ lastReportOn: null, firstDueOn: "2027-05-31" }, today)).toBe("never");
    expect(freshnessOf({ lastReportOn: null, firstDueOn: null }, today)).toBe("never");
  });
});

describe("what was delivered", () => {
  test("of a joint pledge is the sum of its confirmed parts, each once (R20)", () => {
    const joint = row(
      { parts: [part("lead", 1_000n), part("partner", 500n), part("other", 500n, false)] },
      {
        delivered: [
          { organisationId: "lead", usdMinor: 400n, reportedOn: "2027-03-31" },
          { organisationId: "partner", usdMinor: 100n, reportedOn: "2027-03-31" },
          { organisationId: "other", usdMinor: 300n, reportedOn: "2027-03-31" },
          { organisationId: "stranger", usdMinor: 300n, reportedOn: "2027-03-31" },
        ],
      },
    );
    expect(deliveredValue(joint)).toBe(500n);
  });

  test("is nothing where no report gave a figure, which is not zero", () => {
    expect(deliveredValue(row({}, { delivered: [] }))).toBeNull();
    expect(deliveredTotals([row({}, { delivered: [] })], today).usdMinor).toBe(0n);
  });

  test.each(["withdrawn", "discontinued", "suspended", "removed"])(
    "of a pledge that is %s is in no total (R27)",
    (state) => {
      const totals = deliveredTotals([row({ state })], today);
      expect([totals.usdMinor, totals.reported12Months, totals.asked]).toEqual([0n, 0, 0]);
    },
  );

  test("the same money is counted once, as in what was pledged (R27)", () => {
    const whole = row();
    const same = row({
      reference: "P2C-2026-00002",
      parts: [part("lead", 900n)],
      relations: [{ kind: "same_money", reference: "P2C-2026-00001", confirmed: true }],
    });
    expect(deliveredTotals([whole, same], today)).toMatchObject({
      usdMinor: 400n,
      reported12Months: 2,
      reported12MonthsUsdMinor: 1_000n,
    });
  });

  test("money to be mobilised from others is not added", () => {
    expect(deliveredTotals([row({ amountOrigin: "mobilised" })], today).usdMinor).toBe(0n);
  });

  test("compiled records are in no response rate, and their freshness stands apart (R16)", () => {
    const totals = deliveredTotals(
      [row(), row({ reference: "P2C-2026-00003" }, { compiled: true, lastReportOn: null })],
      today,
    );
    expect(totals).toMatchObject({ compiled: 1, asked: 1, answered: 1 });
    expect(totals.byFreshness).toMatchObject({ within_12: 1, never: 0 });
  });
});
