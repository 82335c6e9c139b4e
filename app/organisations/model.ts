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
