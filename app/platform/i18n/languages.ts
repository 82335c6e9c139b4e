/** The six languages, equal, in the order in which the UN lists them. */
export const languages = ["ar", "zh", "en", "fr", "ru", "es"] as const;

export type Language = (typeof languages)[number];

export const languageNames: Record<Language, string> = {
  ar: "العربية",
  zh: "中文",
  en: "English",
  fr: "Français",
  ru: "Русский",
  es: "Español",
};

export const isLanguage = (value: unknown): value is Language => languages.includes(value as Language);

export const directionOf = (lang: string): "rtl" | "ltr" =>
  /^(ar|fa|he|ur|ps|dv|ckb|yi)\b/.test(lang) ? "rtl" : "ltr";

/** The language of an address, or a 404: every loader and action of a page under `/:lang` calls it (E3). */
export function languageOf(params: { lang?: string }): Language {
  if (!isLanguage(params.lang)) throw new Response(null, { status: 404 });
  return params.lang;
}
