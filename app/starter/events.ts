import type { Language } from "~/platform/i18n/languages";
import list from "./events.json" with { type: "json" };

/** Events at which pledges of the starter content were announced, and one invented event that lies ahead (R4). */
export type StarterEvent = {
  slug: string;
  names: Record<Language, string>;
  /** City; absent when held online or not stated */
  place?: string;
  /** First day, as precise as known */
  starts?: string;
  time_zone?: string;
  /** Instant at which pledges cleared for this event become public */
  embargo_until?: string;
  public: boolean;
  invented: boolean;
};

export const starterEvents: readonly StarterEvent[] = list;
