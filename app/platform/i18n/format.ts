import type { Language } from "./languages";

// Arabic pages of the United Nations system use European digits; references and figures then read the same everywhere.
// English is that of the United Nations: 2 March 2026.
const locales: Record<Language, string> = {
  ar: "ar-u-nu-latn",
  zh: "zh-Hans",
  en: "en-GB",
  fr: "fr",
  ru: "ru",
  es: "es",
};
const localeOf = (lang: Language): string => locales[lang];

const made = new Map<string, unknown>();
function once<T>(key: string, make: () => T): T {
  if (!made.has(key)) made.set(key, make());
  return made.get(key) as T;
}

export function formatNumber(value: number | bigint, lang: Language, options: Intl.NumberFormatOptions = {}): string {
  const key = `n ${lang} ${JSON.stringify(options)}`;
  return once(key, () => new Intl.NumberFormat(localeOf(lang), options)).format(value);
}

/** `share` is in percent (40 → "40 %"). */
export const formatPercent = (share: number, lang: Language) =>
  formatNumber(share / 100, lang, { style: "percent", maximumFractionDigits: share > 0 && share < 1 ? 1 : 0 });

export function formatList(
  items: string[],
  lang: Language,
  type: "conjunction" | "disjunction" = "conjunction",
): string {
  return once(`l ${lang} ${type}`, () => new Intl.ListFormat(localeOf(lang), { type })).format(items);
}

/** A day as precise as known: "2024", "2024-03" or "2024-03-16" (UTC), written out. */
export function formatPartialDate(date: string, lang: Language): string {
  const [year = 0, month, day] = date.split("-").map(Number);
  const options: Intl.DateTimeFormatOptions = { timeZone: "UTC", year: "numeric" };
  if (month) options.month = "long";
  if (day) options.day = "numeric";
  const key = `d ${lang} ${JSON.stringify(options)}`;
  return once(key, () => new Intl.DateTimeFormat(localeOf(lang), options)).format(
    Date.UTC(year, (month ?? 1) - 1, day ?? 1),
  );
}

/** The UTC day of an instant, written out. */
export const formatDay = (at: Date, lang: Language) => formatPartialDate(at.toISOString().slice(0, 10), lang);

/** An instant with its zone, in the reader's time zone. */
export function formatInstant(at: Date, lang: Language, timeZone = "UTC"): string {
  const options: Intl.DateTimeFormatOptions = {
    timeZone,
    year: "numeric",
    month: "long",
    day: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    timeZoneName: "short",
  };
  return once(`i ${lang} ${timeZone}`, () => new Intl.DateTimeFormat(localeOf(lang), options)).format(at);
}

/** Names in the order a reader of that language expects. */
export const collator = (lang: Language) => once(`c ${lang}`, () => new Intl.Collator(localeOf(lang)));
