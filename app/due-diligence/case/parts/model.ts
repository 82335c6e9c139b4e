/** The parts of a case, each an address. */
export const caseParts = ["checks", "submission", "organisation", "messages", "history"] as const;
export type CasePart = (typeof caseParts)[number];
