import { describe, expect, test } from "vitest";
import { addWorkingDays, dueAfterWait, staffDay, workingDaysBetween } from "~/due-diligence/model";

const day = (text: string) => new Date(`${text}T12:00:00Z`);
const written = (date: Date | null) => date?.toISOString().slice(0, 10);

describe("working days are Monday to Friday in Geneva (R19)", () => {
  test.each([
    ["Monday", "2026-11-23", 10, "2026-12-07"],
    ["Friday", "2026-11-27", 1, "2026-11-30"],
    ["Saturday", "2026-11-28", 1, "2026-11-30"],
    ["Sunday", "2026-11-29", 10, "2026-12-11"],
    ["any day, none", "2026-11-25", 0, "2026-11-25"],
  ])("from a %s", (_name, from, count, to) => {
    expect(written(addWorkingDays(day(from), count))).toBe(to);
  });

  test("what is left counts no weekend, and turns negative when it is over", () => {
    expect(workingDaysBetween(day("2026-11-27"), day("2026-11-30"))).toBe(1);
    expect(workingDaysBetween(day("2026-11-23"), day("2026-12-07"))).toBe(10);
    expect(workingDaysBetween(day("2026-11-30"), day("2026-11-27"))).toBe(-1);
    expect(workingDaysBetween(day("2026-11-28"), day("2026-11-29"))).toBe(0);
  });

  test("a day begins at midnight in Geneva, not in UTC", () => {
    expect(written(staffDay(new Date("2026-11-22T23:30:00Z")))).toBe("2026-11-23");
    expect(written(staffDay(new Date("2026-07-01T22:30:00Z")))).toBe("2026-07-02");
  });

  test("adding and counting agree from every day of a year, over every distance", () => {
    for (let start = 0; start < 366; start += 1)
      for (const count of [1, 4, 5, 10, 23]) {
        const from = new Date(Date.UTC(2026, 0, 1 + start, 12));
        expect(workingDaysBetween(from, addWorkingDays(from, count))).toBe(count);
      }
  });

  test("the due date moves by the working days that the organisation took", () => {
    const dueOn = day("2026-12-07");
    expect(written(dueAfterWait({ dueOn, waitingSince: day("2026-11-27") }, day("2026-11-30")))).toBe("2026-12-08");
    expect(written(dueAfterWait({ dueOn, waitingSince: null }, day("2026-11-30")))).toBe("2026-12-07");
  });
});
