/** Days after which staff may answer a request to join that no lead has answered (R5). */
export const staffAnswerAfterDays = 7;

/** Memberships of people who can answer: they have not ended, and the account works. */
export const reachable = { endedAt: null, account: { state: "active" as const } };
