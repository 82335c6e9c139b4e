import type { Lifecycle } from "~/access/lifecycle";
import type { OrganisationState } from "~/platform/db/generated/enums";

/** Every state an organisation can be in, in the order of its life. A test holds them equal to the database's enum. */
export const organisationStates = [
  "recorded",
  "registered",
  "in_review",
  "changes_requested",
  "recommended",
  "cleared",
  "declined",
  "suspended",
  "removed",
  "closed",
] as const satisfies readonly OrganisationState[];

/**
 * The life of an organisation. It begins as `registered` (it registered itself, R15) or `recorded` (known from public sources, R16);
 * from there these are the only moves.
 */
export const organisationLife = {
  take: {
    from: ["registered"],
    to: "in_review",
    permission: "case.take",
    reason: "none",
    event: "organisation.review_started",
    tell: [],
  },
  request_changes: {
    from: ["in_review", "recommended"],
    to: "changes_requested",
    permission: "case.request_changes",
    reason: "required",
    event: "organisation.changes_requested",
    tell: ["organisation_people"],
  },
  resubmit: {
    from: ["changes_requested"],
    to: "registered",
    permission: "organisation.resubmit",
    reason: "none",
    event: "organisation.resubmitted",
    tell: ["assigned_reviewer"],
  },
  recommend: {
    from: ["in_review"],
    to: "recommended",
    permission: "case.recommend",
    reason: "none",
    event: "organisation.recommended",
    tell: ["approvers"],
  },
  send_back: {
    from: ["recommended"],
    to: "in_review",
    permission: "case.send_back",
    // Staff speak among themselves: the reason is a note of the case, never the organisation's.
    reason: "none",
    event: "organisation.sent_back",
    tell: ["assigned_reviewer"],
  },
  clear: {
    from: ["recommended"],
    to: "cleared",
    permission: "case.decide",
    reason: "optional",
    event: "organisation.cleared",
    tell: ["organisation_people"],
  },
  decline: {
    from: ["recommended"],
    to: "declined",
    permission: "case.decide",
    reason: "required",
    event: "organisation.declined",
    tell: ["organisation_leads"],
  },
  appeal: {
    from: ["declined"],
    to: "in_review",
    permission: "organisation.appeal",
    reason: "required",
    event: "organisation.appealed",
    tell: ["approvers"],
  },
  suspend: {
    from: ["cleared"],
    to: "suspended",
    permission: "organisation.suspend",
    reason: "required",
    event: "organisation.suspended",
    tell: ["organisation_leads", "approvers", "secretariat"],
  },
  restore: {
    from: ["suspended"],
    to: "before_suspension",
    permission: "organisation.restore",
    reason: "required",
    event: "organisation.restored",
    tell: ["organisation_leads", "secretariat"],
  },
  remove: {
    from: ["suspended"],
    to: "removed",
    permission: "organisation.remove",
    reason: "required",
    event: "organisation.removed",
    tell: ["organisation_leads", "secretariat"],
  },
  close: {
    from: ["recorded", "registered", "changes_requested", "cleared", "declined"],
    to: "closed",
    permission: "organisation.close",
    reason: "required",
    event: "organisation.closed",
    tell: ["organisation_leads", "secretariat"],
  },
} as const satisfies Lifecycle<OrganisationState>;

export type OrganisationMove = keyof typeof organisationLife;

/** States in which the public can see something of the organisation: its page, or that it is gone. */
export const publicStates: readonly OrganisationState[] = ["recorded", "cleared", "suspended", "removed"];

/** States in which an organisation may still correct everything it told (R13): nobody is checking it, and it is not cleared. */
export const openStates: readonly OrganisationState[] = ["registered", "changes_requested"];
