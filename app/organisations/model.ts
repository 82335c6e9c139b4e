import type { OrganisationState, ParticipationState } from "~/platform/db/generated/enums";

/** How long a clearance lasts, in months; then the organisation is screened again. */
export const clearanceMonths = 24;

/** Days within which a declined organisation may appeal (R1, R12). */
export const appealDays = 60;

/** The UTC day of an instant, as the database keeps days. */
export const dayOf = (at: Date): Date => new Date(`${at.toISOString().slice(0, 10)}T00:00:00Z`);

/** The same day of a later month, or its last day where the month is shorter. */
export function monthsLater(at: Date, months: number): Date {
  const first = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(at.getUTCDate(), last));
  return first;
}

/** Something that waits for a person, on the organisation's home. Higher features add theirs (E1). */
export interface Need {
  key: string;
  /** The date or span it is about, in words; "No date" where there is none. */
  when: string;
  title: string;
  href: string;
  note?: string;
  /** Whether somebody waits for it. */
  due: boolean;
}

/** The mark beside a state, so that it is never told by its word's colour alone. */
export function stateTone(state: OrganisationState): "done" | "open" | "half" | "due" | "quiet" | "stopped" {
  switch (state) {
    case "cleared":
      return "done";
    case "in_review":
    case "recommended":
      return "half";
    case "changes_requested":
      return "due";
    case "suspended":
      return "stopped";
    case "registered":
      return "open";
    default:
      return "quiet";
  }
}

/** Whether a participation stands on a day: admitted, begun and not over (start inclusive, end exclusive). */
export function standsOn(
  term: { state: ParticipationState; startsOn: Date | null; endsOn: Date | null },
  on: Date,
): boolean {
  return term.state === "admitted" && (!term.startsOn || term.startsOn <= on) && (!term.endsOn || term.endsOn > on);
}
