import type { Actor, Role } from "./actor";

/** What the policy needs to know of a row; features map their rows to it (E5). */
export interface Subject {
  organisationId?: string | null;
  /** Further organisations whose people have a conflict of interest: co-pledgers (R11). */
  partnerOrganisationIds?: string[];
  /** Everyone who recorded a finding, a hit resolution or a recommendation in any round (R11). */
  reviewerIds?: string[];
  declaredConflicts?: string[];
  /** Everyone who signed off a revision of the pledge (R10). */
  signedOffIds?: string[];
  /** Everyone who confirmed a part of the pledge for a co-pledging organisation (R10). */
  partConfirmerIds?: string[];
  /** The account the row belongs to, for what only its owner may do. */
  accountId?: string | null;
  assigneeId?: string | null;
  state?: string;
}

export interface Rule {
  roles: readonly Role[];
  /** What must hold of actor and subject besides the role. */
  when?: (actor: Actor, subject: Subject) => boolean;
}

export type Rules = Record<string, Rule>;

/** Neither member of the pledging or a partner organisation, now or within 24 months, nor declared to be in conflict (R11). */
export function hasNoConflict(actor: Actor, subject: Subject): boolean {
  if (actor.kind !== "person") return true;
  const concerned = [subject.organisationId, ...(subject.partnerOrganisationIds ?? [])];
  const own = [...actor.memberships.map((membership) => membership.organisationId), ...actor.formerOrganisationIds];
  return !own.some((id) => concerned.includes(id)) && !(subject.declaredConflicts ?? []).includes(actor.id);
}

/** Four eyes: not one of those who reviewed the case, in any round (R11). */
export const hasNotReviewed = (actor: Actor, subject: Subject): boolean =>
  actor.kind !== "person" || !(subject.reviewerIds ?? []).includes(actor.id);

/** Nobody confirms a part of a pledge they signed off themselves (R10). */
export const hasNotSignedOff = (actor: Actor, subject: Subject): boolean =>
  actor.kind !== "person" || !(subject.signedOffIds ?? []).includes(actor.id);

/** Nobody signs off a pledge of which they confirmed a part for another organisation (R10). */
export const hasConfirmedNoPart = (actor: Actor, subject: Subject): boolean =>
  actor.kind !== "person" || !(subject.partConfirmerIds ?? []).includes(actor.id);

export const isOwnAccount = (actor: Actor, subject: Subject): boolean =>
  actor.kind === "person" && subject.accountId === actor.id;
