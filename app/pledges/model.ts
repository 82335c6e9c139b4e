import type { OrganisationState, PledgeState } from "~/platform/db/generated/enums";

/** Why a cleared revision is not public yet (R4). */
export type PublicationBlocker =
  | "organisation_not_cleared"
  | "organisation_suspended"
  | "no_consent"
  | "event_cancelled"
  | "embargo"
  | "pledge_not_open";

export interface Publication {
  now: Date;
  compiled: boolean;
  pledgeState: PledgeState;
  organisationState: OrganisationState;
  consentAt: Date | null;
  event: { embargoUntil: Date | null; cancelled: boolean } | null;
}

/** Everything that keeps a cleared revision from being published now; empty: it is published (R4, R16). */
export function publicationBlockers(at: Publication): PublicationBlocker[] {
  const blockers: PublicationBlocker[] = [];
  if (["suspended", "withdrawn", "removed"].includes(at.pledgeState)) blockers.push("pledge_not_open");
  if (at.organisationState === "suspended") blockers.push("organisation_suspended");
  else if (at.organisationState !== "cleared" && !(at.compiled && at.organisationState === "recorded"))
    blockers.push("organisation_not_cleared");
  // Compiled records come from public sources; nobody consented to them and they say so.
  if (!at.compiled && !at.consentAt) blockers.push("no_consent");
  if (at.event?.cancelled) blockers.push("event_cancelled");
  else if (at.event?.embargoUntil && at.event.embargoUntil > at.now) blockers.push("embargo");
  return blockers;
}

/** A lead may appeal once, within this many days of the decision (R1, R12). */
export const appealDays = 60;

export function mayAppeal(declinedAt: Date, appealsSoFar: number, now: Date): boolean {
  return appealsSoFar === 0 && now.getTime() - declinedAt.getTime() <= appealDays * 86_400_000;
}
