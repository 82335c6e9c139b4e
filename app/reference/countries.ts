import { collator } from "~/platform/i18n/format";
import type { Language } from "~/platform/i18n/languages";
import type { Group, Region } from "./codes";
import list from "./countries.json" with { type: "json" };
import names from "./country-names.json" with { type: "json" };

/**
 * The 211 countries and territories of the register: ISO 3166 codes, M49 numbers, ITU regions and the country groups
 * as known on 22 November 2026. Bangladesh asked to leave the LDC list later than 24 November 2026; no General Assembly
 * decision was known on that day, so the date stands until staff enter another one (R23).
 */

export type Country = {
  /** ISO 3166-1 alpha-3 */
  readonly iso3: string;
  readonly iso2: string;
  /** United Nations M49, three digits */
  readonly m49: string;
  readonly region: Region;
  /** First day outside the LDC list (UTC), `"open"` for a member without a date, null outside the list */
  readonly ldc_until: string | null;
  readonly lldc: boolean;
  readonly sids: boolean;
  readonly territory: boolean;
};

/** All countries and territories in the order of their alpha-3 code. */
export const countries: readonly Country[] = list as readonly Country[];

const byIso3 = new Map(countries.map((entry) => [entry.iso3, entry]));
const namesByIso3 = new Map<string, Record<Language, string>>(Object.entries(names));

/** The country with this alpha-3 code, or undefined. */
export function country(iso3: string): Country | undefined {
  return byIso3.get(iso3);
}

/** Short name in United Nations usage; an unknown code answers itself, so that a page can still be read. */
export function countryName(iso3: string, lang: Language): string {
  return namesByIso3.get(iso3)?.[lang] ?? iso3;
}

/** ITU region of a country, or undefined for an unknown code. */
export function regionOf(iso3: string): Region | undefined {
  return byIso3.get(iso3)?.region;
}

/**
 * Whether a country is in a group on a day (R23). `on` is an instant or an ISO date as precise as known: `2024` and
 * `2024-03` count from their first day. Days are UTC; `ldc_until` is the first day outside the list.
 */
export function isInGroup(iso3: string, group: Group, on: Date | string): boolean {
  const entry = byIso3.get(iso3);
  if (!entry) return false;
  if (group === "lldc") return entry.lldc;
  if (group === "sids") return entry.sids;
  if (entry.ldc_until === null) return false;
  return entry.ldc_until === "open" || firstDay(on) < entry.ldc_until;
}

/** The groups a country is in on a day. */
export function groupsOf(iso3: string, on: Date | string): Group[] {
  return (["ldc", "lldc", "sids"] as const).filter((group) => isInGroup(iso3, group, on));
}

/** All countries of a group on a day, in the order of their alpha-3 code. */
export function membersOf(group: Group, on: Date | string): Country[] {
  return countries.filter((entry) => isInGroup(entry.iso3, group, on));
}

const sortedByLanguage = new Map<Language, readonly { readonly iso3: string; readonly name: string }[]>();

/** Every country with its name, in the alphabetical order of the language. */
export function countriesByName(lang: Language): readonly { readonly iso3: string; readonly name: string }[] {
  let sorted = sortedByLanguage.get(lang);
  if (!sorted) {
    const { compare } = collator(lang);
    sorted = countries
      .map((entry) => ({ iso3: entry.iso3, name: countryName(entry.iso3, lang) }))
      .sort((a, b) => compare(a.name, b.name));
    sortedByLanguage.set(lang, sorted);
  }
  return sorted;
}

function firstDay(on: Date | string): string {
  if (on instanceof Date) return on.toISOString().slice(0, 10);
  if (on.length === 4) return `${on}-01-01`;
  if (on.length === 7) return `${on}-01`;
  return on.slice(0, 10);
}
