/** What people do on a case. Data holds ids and codes only: texts stay in the case, which never leaves the staff pages. */
export const caseEvents = {
  taken: "case.taken",
  assigned: "case.assigned",
  findingRecorded: "case.finding_recorded",
  messageSent: "case.message_sent",
  questionAnswered: "case.question_answered",
  noteAdded: "case.note_added",
  changesRequested: "case.changes_requested",
  recommended: "case.recommended",
  sentBack: "case.sent_back",
  decided: "case.decided",
  conflictDeclared: "case.conflict_declared",
  controversyRecorded: "case.controversy_recorded",
  controversyAnswered: "case.controversy_answered",
} as const;

/** What befalls the organisation or pledge and opens, continues or closes its case by itself. */
export const caseOpeningEvents = [
  "organisation.registered",
  "organisation.resubmitted",
  "organisation.appealed",
  "organisation.closed",
  "pledge.submitted",
  "pledge.recorded",
  "pledge.resubmitted",
  "pledge.appealed",
  "pledge.withdrawn_before_publication",
] as const;
