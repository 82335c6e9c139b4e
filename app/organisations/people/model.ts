/** Days after which staff may answer a request to join that no lead has answered (R5). */
export const staffAnswerAfterDays = 7;
