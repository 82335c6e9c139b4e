import type { ShownEvent } from "../model";

/** One thing that happened to a pledge, for its own people. */
export interface HistoryEntry {
  key: string;
  at: string;
  iso: string;
  what: string;
  who: string;
  /** Meant for the organisation; never an internal one (R18). */
  reason: string | null;
  fromItu: boolean;
  event: ShownEvent;
}
