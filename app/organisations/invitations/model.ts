import type { InvitationState } from "~/platform/db/generated/enums";

/** Days for which the link of an invitation works. */
export const invitationDays = 14;

export type InvitationStanding = InvitationState | "expired";

/** Where an invitation stands: an unanswered one is over when its last day is. */
export const standingOf = (one: { state: InvitationState; expiresAt: Date }, at: Date): InvitationStanding =>
  one.state === "sent" && one.expiresAt <= at ? "expired" : one.state;

export const sameAddress = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();
