import { pledgeLife, revisionLife } from "./lifecycle";

/** What the trail keeps of a pledge's event: codes, numbers and differences, never names of people (R33). */
export interface PledgeEventData extends Record<string, unknown> {
  revisionId?: string;
  revision?: number;
  move?: string;
  from?: string;
  to?: string;
}

/** The secretariat settled what an amount is worth in US dollars, by a rate or as not converted (R24). */
export const valueSettled = "pledge.value_settled";

/** A translation was written or changed; accepted: then it is shown (R25). */
export const translated = "pledge.translated";
export const translationAccepted = "pledge.translation_accepted";

/** Events after which public data differ: all moves of a pledge's public life, and the exchange of its published revision. */
export const publicPledgeEvents: readonly string[] = [
  ...new Set([
    ...Object.values(pledgeLife).map((row) => row.event),
    revisionLife.publish.event,
    revisionLife.supersede.event,
    valueSettled,
    translated,
    translationAccepted,
  ]),
];
