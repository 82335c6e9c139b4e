import type { Tone } from "~/ui/tags";

export const hitTones = { open: "due", match: "due", no_match: "done" } as const satisfies Record<string, Tone>;

/** A hit in a list: who is named, whom they are like. */
export interface HitRow {
  id: string;
  name: string;
  role: string;
  organisation: { name: string; state: string; cleared: boolean };
  listedName: string;
  score: string;
  state: { code: keyof typeof hitTones; label: string };
}

/** One hit with the entry it is like, formatted for one language. */
export interface HitView extends HitRow {
  lowQuality: boolean;
  facts: { term: string; value: string | null }[];
  names: string[];
  raised: string;
  resolution: { reason: string; by: string; at: string } | null;
  /** This person may resolve it now. */
  resolves: boolean;
  /** Open cases of the organisation. */
  cases: { href: string; label: string }[];
}

/** What the case page says of screening. */
export interface CaseScreening {
  hits: (HitRow & { href: string })[];
  /** With which list, when; null: it waits, or no list is in use. */
  screened: string | null;
  /** Why the case cannot be cleared yet. */
  waits: boolean;
}
