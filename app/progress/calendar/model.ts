/** Days are UTC dates as YYYY-MM-DD. */
const toDate = (day: string) => new Date(`${day}T00:00:00Z`);
const dayOf = (at: Date): string => at.toISOString().slice(0, 10);

export const addDays = (day: string, count: number): string =>
  dayOf(new Date(toDate(day).getTime() + count * 86_400_000));

/** The same day of another month; the last of that month where it is shorter. */
export function addMonths(day: string, count: number): string {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const first = new Date(Date.UTC(year, month - 1 + count, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(date, last));
  return dayOf(first);
}

/** The instant at which a due date of organisations ends: 24:00 UTC−12 (R19). */
export const endOfDue = (dueOn: string): Date => new Date(toDate(dueOn).getTime() + 36 * 3_600_000);
export const isOverdue = (dueOn: string, now: Date): boolean => now >= endOfDue(dueOn);

/** First and last day of a date as precise as known. */
const firstDay = (partial: string): string => `${partial}-01-01`.slice(0, 10);
function lastDay(partial: string): string {
  if (partial.length === 10) return partial;
  return addDays(addMonths(firstDay(partial), partial.length === 4 ? 12 : 1), -1);
}

/** Days between the end of a period and the day on which its report is due. */
export const daysToReport = 60;

export interface Period {
  from: string;
  to: string;
  dueOn: string;
}

/**
 * The pledge's own next period (R31): months counted from its start, or from its publication where it states none, the last one ending
 * with the pledge. `after`: end of the period that was asked for last. Null once the whole term was asked for.
 */
export function nextOwnPeriod(pledge: {
  startsOn: string | null;
  endsOn: string | null;
  publishedOn: string;
  everyMonths: number;
  after: string | null;
}): Period | null {
  const start = pledge.startsOn ? firstDay(pledge.startsOn) : pledge.publishedOn;
  const end = pledge.endsOn ? lastDay(pledge.endsOn) : null;
  // What ended before the pledge was public is nobody's to report.
  const covered = pledge.after ?? addDays(pledge.publishedOn, -1);
  if (end && end <= covered) return null;
  for (let count = 1; count <= 1200; count += 1) {
    const whole = addDays(addMonths(start, count * pledge.everyMonths), -1);
    const to = end && end < whole ? end : whole;
    if (to <= covered) continue;
    const begin = addMonths(start, (count - 1) * pledge.everyMonths);
    // What was asked for before is not asked for again.
    const from = pledge.after && pledge.after >= begin ? addDays(pledge.after, 1) : begin;
    return { from, to, dueOn: addDays(to, daysToReport) };
  }
  return null;
}

/** When people are written to, in days after the due date: three times before and on it, twice after, then to the leads. */
export const reminderSteps = [-30, -7, 0, 14, 30] as const;
export type ReminderStep = (typeof reminderSteps)[number];

/**
 * The one reminder to send today: the latest step that was reached since the request was opened, unless it, or a later one, was sent. Days
 * on which nobody could send leave no pile of messages behind.
 */
export function reminderToSend(request: {
  dueOn: string;
  openedOn: string;
  sent: readonly number[];
  today: string;
}): ReminderStep | null {
  const reached = reminderSteps.filter((step) => {
    const day = addDays(request.dueOn, step);
    return day <= request.today && day > request.openedOn;
  });
  const last = reached.at(-1);
  return last === undefined || request.sent.some((step) => step >= last) ? null : last;
}
