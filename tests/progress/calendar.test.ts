import { describe, expect, test } from "vitest";
import { addMonths, isOverdue, nextOwnPeriod, reminderToSend } from "~/progress/calendar/model";
import { disbursedSoFar, holding, surpriseOf } from "~/progress/figures/model";

const pledge = { startsOn: "2027-01-01", endsOn: "2028-06", publishedOn: "2026-11-20", everyMonths: 12, after: null };

describe("a pledge's own dates (R31)", () => {
  test("are counted in years from its start; the last one ends with the pledge, then nothing more is asked", () => {
    const first = nextOwnPeriod(pledge);
    expect(first).toEqual({ from: "2027-01-01", to: "2027-12-31", dueOn: "2028-02-29" });
    const last = nextOwnPeriod({ ...pledge, after: "2027-12-31" });
    expect(last).toEqual({ from: "2028-01-01", to: "2028-06-30", dueOn: "2028-08-29" });
    expect(nextOwnPeriod({ ...pledge, after: "2028-06-30" })).toBeNull();
  });

  test("come more often where the pledge says so, and do not reach back before its publication", () => {
    const late = { ...pledge, everyMonths: 6, publishedOn: "2027-08-01" };
    expect(nextOwnPeriod(late)).toMatchObject({ from: "2027-07-01", to: "2027-12-31" });
  });

  test("go on for ever where no end is stated, from the day of publication where no start is", () => {
    const open = { ...pledge, startsOn: null, endsOn: null, after: "2030-11-19" };
    expect(nextOwnPeriod(open)).toMatchObject({ from: "2030-11-20", to: "2031-11-19" });
  });

  test("the last day of a month stays the last one in a shorter month", () => {
    expect(addMonths("2028-01-31", 1)).toBe("2028-02-29");
    expect(addMonths("2027-12-31", 2)).toBe("2028-02-29");
  });
});

test("a due date ends at 24:00 UTC-12, and not before (R19)", () => {
  expect(isOverdue("2027-03-31", new Date("2027-04-01T11:59:59Z"))).toBe(false);
  expect(isOverdue("2027-03-31", new Date("2027-04-01T12:00:00Z"))).toBe(true);
});

describe("reminders", () => {
  const request = { dueOn: "2027-03-31", openedOn: "2027-01-15", sent: [] as number[] };
  test.each([
    ["2027-02-28", null],
    ["2027-03-01", -30],
    ["2027-03-24", -7],
    ["2027-03-31", 0],
    ["2027-04-14", 14],
    ["2027-04-30", 30],
  ])("on %s the step is %s", (today, step) => {
    expect(reminderToSend({ ...request, today })).toBe(step);
  });

  test("a step is sent once, and days without a worker leave no pile behind", () => {
    expect(reminderToSend({ ...request, sent: [-30], today: "2027-03-20" })).toBeNull();
    expect(reminderToSend({ ...request, today: "2027-04-02" })).toBe(0);
    expect(reminderToSend({ ...request, sent: [0], today: "2027-04-03" })).toBeNull();
  });

  test("what lay before the request was opened is not sent: the request itself said so", () => {
    expect(reminderToSend({ ...request, openedOn: "2027-03-10", today: "2027-03-10" })).toBeNull();
  });
});

describe("a figure asks for a sentence", () => {
  const up = { baseline: 0, target: 100 };
  test.each([
    [{ ...up, last: 40, value: 50 }, null],
    [{ ...up, last: 40, value: 40 }, null],
    [{ ...up, last: 40, value: null }, "missing"],
    [{ ...up, last: 40, value: 39 }, "falls"],
    [{ ...up, last: 90, value: 101 }, "passes"],
    [{ ...up, last: 2, value: 21 }, "jumps"],
    [{ baseline: 80, target: 20, last: 60, value: 40 }, null],
    [{ baseline: 80, target: 20, last: 60, value: 65 }, "falls"],
    [{ baseline: 80, target: 20, last: 30, value: 10 }, "passes"],
    [{ target: null, last: null, value: 7 }, null],
  ] as const)("%o: %s", (known, expected) => {
    expect(surpriseOf(known)).toBe(expected);
  });
});

describe("what was disbursed so far", () => {
  test("is the last cumulative figure and each period's after it", () => {
    const total = disbursedSoFar([
      { minor: 100n, basis: "period" },
      { minor: 250n, basis: "cumulative" },
      { minor: null, basis: "period" },
      { minor: 50n, basis: "period" },
    ]);
    expect(total).toBe(300n);
    expect(disbursedSoFar([{ minor: null, basis: "cumulative" }])).toBeNull();
  });

  test("a corrected report no longer holds", () => {
    const reports = [
      { id: "a", correctsId: null },
      { id: "b", correctsId: "a" },
      { id: "c", correctsId: "b" },
    ];
    expect(holding(reports).map(({ id }) => id)).toEqual(["c"]);
  });
});
