import { pledgeLife, revisionLife } from "./lifecycle";

/** What the trail keeps of a pledge's event: codes, numbers and differences, never names of people (R33). */
export interface PledgeEventData extends Record<string, unknown> {
  revisionId?: string;
  revision?: number;
  move?: string;
  from?: string;
  to?: string;
  reason?: string;
}

/** Every event that a move of either life records; projections of what is public register for these. */
export const pledgeEvents: readonly string[] = [
  ...new Set([...Object.values(revisionLife), ...Object.values(pledgeLife)].map((row) => row.event)),
];

/** Events after which public data differ: all moves of a pledge's public life, and the exchange of its published revision. */
export const publicPledgeEvents: readonly string[] = [
  ...new Set([
    ...Object.values(pledgeLife).map((row) => row.event),
    revisionLife.publish.event,
    revisionLife.supersede.event,
  ]),
];
