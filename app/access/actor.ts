import type { Language } from "~/platform/i18n/languages";

export type StaffRole = "reviewer" | "approver" | "secretariat" | "administrator";
export type MemberRole = "author" | "lead";

/** What a role in the policy table may be: `anyone`, `person` (signed in), a role in the subject's organisation, a staff role, or the system. */
export type Role = "anyone" | "person" | MemberRole | StaffRole | "system";

export interface ActorMembership {
  organisationId: string;
  organisationName: string;
  role: MemberRole;
}

/** Who is acting in this request. Built once per request by `server` (E5). */
export interface Person {
  kind: "person";
  id: string;
  sessionId: string;
  name: string;
  email: string;
  language: Language;
  timeZone: string;
  demo: boolean;
  /** Empty until the second factor was given, where one is required. */
  staffRoles: StaffRole[];
  /** Staff who still owe their second factor: guards send them there. */
  owesSecondFactor: boolean;
  memberships: ActorMembership[];
  /** Organisations left within 24 months: they still make a conflict of interest (R11). */
  formerOrganisationIds: string[];
  /** Exactly one organisation is active at a time (R10). */
  activeOrganisationId: string | null;
}

export type Actor = Person | { kind: "anonymous" } | { kind: "system"; name: string };

export const anonymous: Actor = { kind: "anonymous" };

/** The platform acting by itself: jobs and start-up. `name` says which. */
export const systemActor = (name: string): Actor => ({ kind: "system", name });

export const actorId = (actor: Actor): string | null => (actor.kind === "person" ? actor.id : null);

export const isStaff = (actor: Actor): boolean =>
  actor.kind === "person" && (actor.staffRoles.length > 0 || actor.owesSecondFactor);

/** What a refusal says to a request that names an organisation for which the person does not act (R10). */
export const otherOrganisation = "other_organisation";
