import { route } from "@remix-run/route-config";

const caseActs = [
  "take",
  "assignment",
  "findings",
  "messages",
  "notes",
  "changes",
  "recommendation",
  "decision",
  "return",
  "conflict",
  "controversies",
  "controversy-answer",
];

/** The queue, one case, and an address for every act on it. */
const dueDiligence = [
  route(":lang/staff/due-diligence", "routes/staff/queue.tsx"),
  route(":lang/staff/due-diligence/assignment", "routes/staff/queue.assignment.tsx"),
  route(":lang/staff/due-diligence/:id", "routes/staff/case.tsx"),
  ...caseActs.map((act) => route(`:lang/staff/due-diligence/:id/${act}`, `routes/staff/case/${act}.tsx`)),
];

/** Sanctions lists, and the hits that a person must resolve. */
const screening = [
  route(":lang/staff/screening", "routes/staff/screening.tsx"),
  route(":lang/staff/screening/use", "routes/staff/screening.use.ts"),
  route(":lang/staff/screening/discard", "routes/staff/screening.discard.ts"),
  route(":lang/staff/screening/hits/:id", "routes/staff/screening.hit.tsx"),
];

/** The secretariat's view of the coalition, and documents of organisations. */
const coalition = [
  route(":lang/staff/coalition", "routes/staff/coalition.tsx"),
  route(":lang/staff/coalition/:id", "routes/staff/participation.tsx"),
  route(":lang/staff/coalition/:id/decision", "routes/staff/participation-decision.tsx"),
  route(":lang/staff/coalition/:id/end", "routes/staff/participation-end.tsx"),
  route(":lang/staff/coalition/join-requests/:id", "routes/staff/join-request.tsx"),
  route(":lang/staff/coalition/leads/:id", "routes/staff/lead-appointment.tsx"),
  route(":lang/staff/profiles", "routes/staff/profile-proposals.tsx"),
  route(":lang/staff/profiles/:id", "routes/staff/profile-proposal.tsx"),
  route(":lang/staff/documents/:id", "routes/staff/document.ts"),
];

/** Who owes a report, requests for reports, and the check of what came. */
const reporting = [
  route(":lang/staff/reporting", "routes/staff/reporting.tsx"),
  route(":lang/staff/reporting/requests/:id", "routes/staff/report-request.tsx"),
  route(":lang/staff/reporting/:id", "routes/staff/report.tsx"),
];

/** People and what they may do, the outbox, the audit trail. */
const accounts = [
  route(":lang/staff/people", "routes/staff/people.tsx"),
  route(":lang/staff/people/:id", "routes/staff/person.tsx"),
  route(":lang/staff/people/:id/role", "routes/staff/person.role.ts"),
  route(":lang/staff/people/:id/agreement", "routes/staff/person.agreement.ts"),
  route(":lang/staff/people/:id/disagreement", "routes/staff/person.disagreement.ts"),
  route(":lang/staff/people/:id/role-removal", "routes/staff/person.role-removal.ts"),
  route(":lang/staff/people/:id/suspension", "routes/staff/person.suspension.ts"),
  route(":lang/staff/people/:id/restoration", "routes/staff/person.restoration.ts"),
  route(":lang/staff/people/:id/second-factor-reset", "routes/staff/person.second-factor-reset.ts"),
  route(":lang/staff/mail", "routes/staff/mail.tsx"),
  route(":lang/staff/mail/:id", "routes/staff/mail.message.tsx"),
  route(":lang/staff/mail/:id/retry", "routes/staff/mail.retry.ts"),
  route(":lang/staff/audit", "routes/staff/audit.tsx"),
];

/** Lists that the secretariat keeps. */
const reference = [
  route(":lang/staff/reference", "routes/staff/reference.tsx"),
  route(":lang/staff/reference/rates", "routes/staff/reference-rates.tsx"),
  route(":lang/staff/reference/import", "routes/staff/reference-import.tsx"),
  route(":lang/staff/translations", "routes/staff/translations.tsx"),
  route(":lang/staff/translations/:id/:language", "routes/staff/translation-acceptance.tsx"),
  route(":lang/staff/reference/values/:id", "routes/staff/reference-value.tsx"),
];

/** The secretariat's and the due-diligence staff's pages. */
export const staffRoutes = [...reference, ...dueDiligence, ...screening, ...coalition, ...reporting, ...accounts];
