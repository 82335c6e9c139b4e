/** Whose questions: those of one revision of a pledge, or those about the organisation itself. */
export type QuestionsOf = { revisionId: string } | { organisationId: string };

/** What a question can be about; the organisation sees it beside that field. */
export const questionFields = {
  pledge: [
    "title",
    "summary",
    "description",
    "type",
    "focus_areas",
    "countries",
    "ldc",
    "lldc",
    "sids",
    "people",
    "amount",
    "partners",
    "dates",
    "indicators",
    "milestones",
  ],
  organisation: ["official_name", "constituency", "registration", "address", "website", "key_people", "documents"],
} as const;

export type QuestionField = (typeof questionFields)["pledge" | "organisation"][number];
export const allQuestionFields: readonly QuestionField[] = [...questionFields.pledge, ...questionFields.organisation];

/** One message between staff and the organisation, formatted for one language. */
export interface Question {
  id: string;
  /** Code of the field it is about, and its words; null: about the whole. */
  field: QuestionField | null;
  fieldLabel: string | null;
  body: string;
  fromStaff: boolean;
  at: { iso: string; text: string };
  round: number;
}

/** What the organisation reads and may still answer. */
export interface Questions {
  messages: Question[];
  /** Whether an answer can be sent now. */
  open: boolean;
}
