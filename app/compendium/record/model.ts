import type { CountedPledge } from "~/counting/model";
import type { Language } from "~/platform/i18n/languages";
import type { PublicPledge } from "~/pledges/publication/model";
import type { PublicStatus } from "~/reference/codes";
import type { Reporting } from "../progress/model";

/** What is left of a pledge that was withdrawn or removed, or is under review: of the latter only reference and date (R2, R3). */
export interface TraceRecord {
  kind: "trace";
  reference: string;
  state: Extract<PublicStatus, "suspended" | "withdrawn" | "removed">;
  title: string | null;
  language: string | null;
  organisation: RecordOrganisation | null;
  announced: string | null;
  publishedOn: string;
  endedOn: string | null;
  /** Shown once staff have read it. */
  reason: string | null;
}

export interface RecordOrganisation {
  slug: string;
  name: string;
  names: Partial<Record<string, string>>;
}

/** Progress seen in public sources: never a report (R29). */
export interface Observation {
  date: string | null;
  text: string;
  language: string;
  source: string | null;
  figures: { name: string; value: number; unit?: string | null }[];
}

/** Everything that is public about a pledge, in no particular language: dates as precise as known, money in minor units as text. */
export interface PledgeRecord {
  kind: "pledge";
  reference: string;
  state: Extract<PublicStatus, "published" | "completed" | "discontinued">;
  pledge: PublicPledge;
  externalId: string | null;
  ituMember: boolean;
  /** US cents that this pledge adds to totals on its own; null: nothing is added (R27). */
  countedUsdMinor: string | null;
  /** Pages of confirmed co-pledgers, by the name they have in `pledge.coPledgers`. */
  partnerSlugs: Record<string, string>;
  event: { slug: string; names: Partial<Record<Language, string>> } | null;
  /** Oldest first. */
  observations: Observation[];
  /** Published revisions, oldest first, numbered as readers see them. */
  history: { revision: number; publishedOn: string }[];
  /** What the accepted reports come to (R29, R31). */
  reporting: Reporting;
  publishedOn: string;
  endedOn: string | null;
  reason: string | null;
}

export type StoredRecord = PledgeRecord | TraceRecord;

export const yearOf = (date: string | null): number | null => (date ? Number(date.slice(0, 4)) : null);

/** Counting's row with money as text, as JSON keeps it. */
export interface StoredCounted extends Omit<CountedPledge, "parts"> {
  parts: (Omit<CountedPledge["parts"][number], "usdMinor"> & { usdMinor: string | null })[];
}

export const storeCounted = (pledge: CountedPledge): StoredCounted => ({
  ...pledge,
  parts: pledge.parts.map((part) => ({ ...part, usdMinor: part.usdMinor?.toString() ?? null })),
});

export const readCounted = (stored: StoredCounted): CountedPledge => ({
  ...stored,
  parts: stored.parts.map((part) => ({ ...part, usdMinor: part.usdMinor === null ? null : BigInt(part.usdMinor) })),
});

/** Title and summary as shown in a language: translated if accepted, else the original, never a third (R25). */
export function textIn(
  { language, title, summary, translations }: Pick<PublicPledge, "language" | "title" | "summary" | "translations">,
  lang: Language,
): { title: string; summary: string; lang: string } {
  if (language.split("-")[0] === lang) return { title, summary, lang };
  const translated = translations.find((one) => one.language === lang);
  return translated
    ? { title: translated.title, summary: translated.summary, lang }
    : { title, summary, lang: language };
}

/** An organisation's name in a language, else its official name. */
export const organisationName = ({ name, names }: Pick<RecordOrganisation, "name" | "names">, lang: Language): string =>
  names[lang] || name;
