import { pledgeLife, revisionLife } from "./lifecycle";

/** What the trail keeps of a pledge's event: codes, numbers and differences, never names of people (R33). */
export interface PledgeEventData extends Record<string, unknown> {
  revisionId?: string;
  revision?: number;
  move?: string;
  from?: string;
  to?: string;
}

/** Events after which public data differ: all moves of a pledge's public life, and the exchange of its published revision. */
export const publicPledgeEvents: readonly string[] = [
  ...new Set([
    ...Object.values(pledgeLife).map((row) => row.event),
    revisionLife.publish.event,
    revisionLife.supersede.event,
  ]),
];
