import { partLife } from "./lifecycle";

/** An organisation is asked to take its part. */
export const partInvited = "part.invited";

/** Events after which what a joint pledge says and counts may differ (R20). */
export const publicPartEvents: readonly string[] = Object.values(partLife).map((row) => row.event);
