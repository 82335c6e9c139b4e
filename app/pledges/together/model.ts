import type { PartState, RevisionState } from "~/platform/db/generated/enums";
import { shownStates } from "./lifecycle";

export interface Terms {
  organisationId: string | null;
  amountMinor: bigint | null;
  currency: string | null;
}

/** Whether two rows say the same of an organisation's part: what was answered to one holds for the other. */
export const sameTerms = (one: Terms, other: Terms): boolean =>
  one.organisationId === other.organisationId &&
  one.amountMinor === other.amountMinor &&
  one.currency === other.currency;

/** A part is stated whole, never by the year. */
export const wholePart = ({ amountMinor, currency }: Pick<Terms, "amountMinor" | "currency">) => ({
  amountMinor,
  currency,
  amountBasis: "total",
  years: null,
});

export const isShown = (state: RevisionState): boolean => (shownStates as readonly RevisionState[]).includes(state);

/** How an organisation is offered as a choice; `exactly`: told apart from others of the same name. */
export const choiceLabel = (one: { officialName: string; slug: string }, exactly: boolean): string =>
  exactly ? `${one.officialName} (${one.slug})` : one.officialName;

/** The mark beside a part's state. */
export function partTone(state: PartState): "open" | "done" | "quiet" | "due" {
  if (state === "confirmed") return "done";
  return state === "invited" ? "open" : state === "declined" ? "due" : "quiet";
}
