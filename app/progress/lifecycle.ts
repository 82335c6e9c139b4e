import type { Lifecycle } from "~/access/lifecycle";
import type { ReportState, RequestState } from "~/platform/db/generated/enums";

/** Life of a report: written and signed off by the organisation, checked by staff, by two of them where it matters most. */
export const reportLife = {
  ask_sign_off: {
    from: ["draft"],
    to: "ready",
    permission: "report.draft",
    reason: "none",
    event: "report.ready",
    tell: ["organisation_leads"],
  },
  back_to_draft: {
    from: ["ready"],
    to: "draft",
    permission: "report.draft",
    reason: "none",
    event: "report.back_to_draft",
    tell: ["author"],
  },
  submit: {
    from: ["draft", "ready"],
    to: "submitted",
    permission: "report.submit",
    reason: "none",
    event: "report.submitted",
    tell: ["organisation_people", "secretariat"],
  },
  take: {
    from: ["submitted"],
    to: "in_check",
    permission: "report.check",
    reason: "none",
    event: "report.taken",
    tell: [],
  },
  ask: {
    from: ["in_check", "agreed"],
    to: "questions",
    permission: "report.check",
    reason: "required",
    event: "report.questioned",
    tell: ["organisation_people"],
  },
  resubmit: {
    from: ["questions"],
    to: "in_check",
    permission: "report.submit",
    reason: "required",
    event: "report.resubmitted",
    tell: ["secretariat"],
  },
  agree: {
    from: ["in_check"],
    to: "agreed",
    permission: "report.check",
    reason: "none",
    event: "report.agreed",
    tell: ["secretariat", "approvers"],
  },
  accept: {
    from: ["in_check", "agreed"],
    to: "accepted",
    permission: "report.accept",
    reason: "none",
    event: "report.accepted",
    tell: ["organisation_people"],
  },
  withdraw: {
    from: ["submitted", "in_check", "questions", "agreed"],
    to: "withdrawn",
    permission: "report.withdraw",
    reason: "required",
    event: "report.withdrawn",
    tell: ["organisation_people", "secretariat"],
  },
} as const satisfies Lifecycle<ReportState>;

/** Life of a request to report (R31). */
export const requestLife = {
  answer: {
    from: ["open", "paused"],
    to: "answered",
    permission: "report.accept",
    reason: "none",
    event: "report_request.answered",
    tell: [],
  },
  skip: {
    from: ["open", "paused"],
    to: "skipped",
    permission: "reporting.manage",
    reason: "required",
    event: "report_request.skipped",
    tell: ["organisation_people"],
  },
  pause: {
    from: ["open"],
    to: "paused",
    permission: "reporting.manage",
    reason: "required",
    event: "report_request.paused",
    tell: ["organisation_people"],
  },
  resume: {
    from: ["paused"],
    to: "open",
    permission: "reporting.manage",
    reason: "none",
    event: "report_request.resumed",
    tell: ["organisation_people"],
  },
  close: {
    from: ["open", "paused"],
    to: "closed",
    permission: "reporting.manage",
    reason: "none",
    event: "report_request.closed",
    tell: ["organisation_leads"],
  },
} as const satisfies Lifecycle<RequestState>;

export type ReportMove = keyof typeof reportLife;
export type RequestMove = keyof typeof requestLife;

/** States in which the organisation may write. */
export const writableStates: readonly ReportState[] = ["draft", "questions"];
