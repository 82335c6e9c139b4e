import type { Lifecycle } from "~/access/lifecycle";
import type { PledgeState, RevisionState } from "~/platform/db/generated/enums";

/** Life of a revision (R1): drafting, sign-off, review, clearance. */
export const revisionLife = {
  ask_sign_off: {
    from: ["draft"],
    to: "ready",
    permission: "pledge.ask_sign_off",
    reason: "none",
    event: "pledge.ready",
    tell: ["organisation_leads"],
  },
  back_to_draft: {
    from: ["ready"],
    to: "draft",
    permission: "pledge.back_to_draft",
    reason: "optional",
    event: "pledge.back_to_draft",
    tell: ["author"],
  },
  submit: {
    // An author who is also lead may sign off their own draft, so "ready" may be skipped (R5).
    from: ["draft", "ready"],
    to: "submitted",
    permission: "pledge.submit",
    reason: "none",
    event: "pledge.submitted",
    tell: ["organisation_people", "reviewers"],
  },
  record: {
    // Compiled records never pass through "submitted": that would record what did not happen (R16).
    from: ["draft"],
    to: "in_review",
    permission: "pledge.record",
    reason: "none",
    event: "pledge.recorded",
    tell: [],
  },
  start_review: {
    from: ["submitted"],
    to: "in_review",
    permission: "case.take",
    reason: "none",
    event: "pledge.review_started",
    tell: [],
  },
  request_changes: {
    from: ["in_review", "recommended"],
    to: "changes_requested",
    permission: "case.request_changes",
    reason: "required",
    event: "pledge.changes_requested",
    tell: ["organisation_people"],
  },
  resubmit: {
    from: ["changes_requested"],
    to: "submitted",
    permission: "pledge.submit",
    reason: "none",
    event: "pledge.resubmitted",
    tell: ["assigned_reviewer"],
  },
  recommend: {
    from: ["in_review"],
    to: "recommended",
    permission: "case.recommend",
    reason: "none",
    event: "pledge.recommended",
    tell: ["approvers"],
  },
  send_back: {
    from: ["recommended"],
    to: "in_review",
    permission: "case.send_back",
    // Staff speak among themselves: the reason is a note of the case, never the organisation's.
    reason: "none",
    event: "pledge.sent_back",
    tell: ["assigned_reviewer"],
  },
  clear: {
    from: ["recommended"],
    to: "cleared",
    permission: "case.decide",
    reason: "optional",
    event: "pledge.cleared",
    tell: ["organisation_people"],
  },
  decline: {
    from: ["recommended"],
    to: "declined",
    permission: "case.decide",
    reason: "required",
    event: "pledge.declined",
    tell: ["organisation_people"],
  },
  review_again: {
    from: ["cleared"],
    to: "in_review",
    permission: "case.record_finding",
    reason: "required",
    event: "pledge.review_reopened",
    tell: ["assigned_reviewer", "secretariat"],
  },
  appeal: {
    from: ["declined"],
    to: "in_review",
    permission: "pledge.appeal",
    reason: "required",
    event: "pledge.appealed",
    tell: ["approvers", "secretariat"],
  },
  withdraw: {
    from: ["submitted", "in_review", "recommended", "changes_requested", "cleared"],
    to: "withdrawn",
    permission: "pledge.withdraw",
    reason: "required",
    event: "pledge.withdrawn_before_publication",
    tell: ["assigned_reviewer", "organisation_people"],
  },
  publish: {
    from: ["cleared"],
    to: "published",
    permission: "pledge.publish",
    reason: "none",
    event: "pledge.published",
    tell: ["organisation_people"],
  },
  supersede: {
    from: ["published"],
    to: "superseded",
    permission: "pledge.publish",
    reason: "none",
    event: "pledge.superseded",
    tell: [],
  },
} as const satisfies Lifecycle<RevisionState>;

/** Public life of a pledge (R1). Leaving suspension returns to the state that was kept when it began. */
export const pledgeLife = {
  publish: {
    from: ["unpublished"],
    to: "published",
    permission: "pledge.publish",
    reason: "none",
    event: "pledge.published",
    tell: [],
  },
  complete: {
    from: ["published"],
    to: "completed",
    permission: "pledge.complete",
    reason: "none",
    event: "pledge.completed",
    tell: ["organisation_people"],
  },
  discontinue: {
    from: ["published"],
    to: "discontinued",
    permission: "pledge.discontinue",
    reason: "required",
    event: "pledge.discontinued",
    tell: ["organisation_people"],
  },
  reopen: {
    from: ["completed"],
    to: "published",
    permission: "pledge.complete",
    reason: "required",
    event: "pledge.reopened",
    tell: ["organisation_people"],
  },
  suspend: {
    from: ["published", "completed", "discontinued"],
    to: "suspended",
    permission: "pledge.suspend",
    reason: "required",
    event: "pledge.suspended",
    tell: ["organisation_people", "approvers", "secretariat"],
  },
  restore: {
    from: ["suspended"],
    to: "before_suspension",
    permission: "pledge.restore",
    reason: "required",
    event: "pledge.restored",
    tell: ["organisation_people", "secretariat"],
  },
  remove: {
    from: ["suspended"],
    to: "removed",
    permission: "pledge.remove",
    reason: "required",
    event: "pledge.removed",
    tell: ["organisation_people", "secretariat"],
  },
  withdraw: {
    from: ["published", "suspended"],
    to: "withdrawn",
    permission: "pledge.withdraw",
    reason: "required",
    event: "pledge.withdrawn",
    tell: ["organisation_people", "secretariat"],
  },
} as const satisfies Lifecycle<PledgeState>;

export type RevisionMove = keyof typeof revisionLife;
export type PledgeMove = keyof typeof pledgeLife;

/** Revisions that are on their way: a pledge has at most one (the database refuses a second). */
export const openStates = [
  "draft",
  "ready",
  "submitted",
  "in_review",
  "changes_requested",
  "recommended",
  "cleared",
] as const satisfies readonly RevisionState[];

/** States in which the organisation may write: what was handed over for sign-off stays as it is until it is taken back. */
export const editableStates = ["draft", "changes_requested"] as const satisfies readonly RevisionState[];

export const isOpen = (state: RevisionState): boolean => (openStates as readonly RevisionState[]).includes(state);
export const isEditable = (state: RevisionState): boolean =>
  (editableStates as readonly RevisionState[]).includes(state);
