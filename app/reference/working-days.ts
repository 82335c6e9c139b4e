/** Days on which staff do not work, as `2026-12-25`: a list that staff keep (R19). */
export type Holidays = ReadonlySet<string>;

const zurichDay = new Intl.DateTimeFormat("en-CA", {
  timeZone: "Europe/Zurich",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
});

/** The calendar day in Geneva (R19), as midnight UTC of that date. */
export const staffDay = (at: Date): Date => new Date(`${zurichDay.format(at)}T00:00:00Z`);

/** Whether staff work on this day: Monday to Friday, and not one of `holidays`. */
export const isWorkingDay = (day: Date, holidays: Holidays): boolean =>
  day.getUTCDay() !== 0 && day.getUTCDay() !== 6 && !holidays.has(day.toISOString().slice(0, 10));

const nextDay = (day: Date) => new Date(day.getTime() + 86_400_000);

/** The date `count` working days (Monday to Friday in Geneva less `holidays`, R19) after the day of `from`. */
export function addWorkingDays(from: Date, count: number, holidays: Holidays): Date {
  let day = staffDay(from);
  for (let left = count; left > 0; ) {
    day = nextDay(day);
    if (isWorkingDay(day, holidays)) left -= 1;
  }
  return day;
}

/** Working days from one day to a later one; negative if it is earlier. */
export function workingDaysBetween(from: Date, to: Date, holidays: Holidays): number {
  const [start, end] = [staffDay(from), staffDay(to)];
  if (start > end) return -workingDaysBetween(to, from, holidays);
  let count = 0;
  for (let day = nextDay(start); day <= end; day = nextDay(day)) if (isWorkingDay(day, holidays)) count += 1;
  return count;
}
