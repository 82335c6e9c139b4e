import { describe, expect, test } from "vitest";
import { dueAfterWait } from "~/due-diligence/model";
import { addWorkingDays, staffDay, workingDaysBetween } from "~/reference/working-days";

const day = (text: string) => new Date(`${text}T12:00:00Z`);
const written = (date: Date | null) => date?.toISOString().slice(0, 10);
const none = new Set<string>();
/** Christmas on a Friday and New Year's Day on the next, and a holiday that falls on a Saturday. */
const holidays = new Set(["2026-12-25", "2026-12-26", "2027-01-01"]);

describe("working days are Monday to Friday in Geneva, less the holidays that staff keep (R19)", () => {
  test.each([
    ["Monday", "2026-11-23", 10, "2026-12-07"],
    ["Friday", "2026-11-27", 1, "2026-11-30"],
    ["Saturday", "2026-11-28", 1, "2026-11-30"],
    ["Sunday", "2026-11-29", 10, "2026-12-11"],
    ["any day, none", "2026-11-25", 0, "2026-11-25"],
    ["the day before Christmas", "2026-12-24", 1, "2026-12-28"],
    ["a week with two holidays ahead", "2026-12-21", 10, "2027-01-06"],
  ])("from a %s", (_name, from, count, to) => {
    expect(written(addWorkingDays(day(from), count, holidays))).toBe(to);
  });

  test("what is left counts no weekend and no holiday, and turns negative when it is over", () => {
    expect(workingDaysBetween(day("2026-11-27"), day("2026-11-30"), holidays)).toBe(1);
    expect(workingDaysBetween(day("2026-11-23"), day("2026-12-07"), holidays)).toBe(10);
    expect(workingDaysBetween(day("2026-11-30"), day("2026-11-27"), holidays)).toBe(-1);
    expect(workingDaysBetween(day("2026-11-28"), day("2026-11-29"), holidays)).toBe(0);
    expect(workingDaysBetween(day("2026-12-24"), day("2026-12-28"), holidays)).toBe(1);
    expect(workingDaysBetween(day("2026-12-24"), day("2026-12-28"), none)).toBe(2);
  });

  test("a day begins at midnight in Geneva, not in UTC", () => {
    expect(written(staffDay(new Date("2026-11-22T23:30:00Z")))).toBe("2026-11-23");
    expect(written(staffDay(new Date("2026-07-01T22:30:00Z")))).toBe("2026-07-02");
  });

  test("adding and counting agree from every day of a year, over every distance, with and without holidays", () => {
    for (const list of [none, holidays])
      for (let start = 0; start < 366; start += 1)
        for (const count of [1, 4, 5, 10, 23]) {
          const from = new Date(Date.UTC(2026, 0, 1 + start, 12));
          expect(workingDaysBetween(from, addWorkingDays(from, count, list), list)).toBe(count);
        }
  });

  test("the due date moves by the working days that the organisation took", () => {
    const dueOn = day("2026-12-07");
    expect(written(dueAfterWait({ dueOn, waitingSince: day("2026-11-27") }, day("2026-11-30"), none))).toBe(
      "2026-12-08",
    );
    expect(written(dueAfterWait({ dueOn, waitingSince: null }, day("2026-11-30"), none))).toBe("2026-12-07");
    expect(written(dueAfterWait({ dueOn, waitingSince: day("2026-12-24") }, day("2026-12-28"), holidays))).toBe(
      "2026-12-08",
    );
  });
});
