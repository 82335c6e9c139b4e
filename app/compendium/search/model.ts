import type { Language } from "~/platform/i18n/languages";

const configs: Record<Language, string> = {
  ar: "arabic",
  zh: "simple",
  en: "english",
  fr: "french",
  ru: "russian",
  es: "spanish",
};

/** The text search configuration of a language; word forms of languages outside the six are taken as they are. */
export const configOf = (lang: string): string => configs[lang.split("-")[0] as Language] ?? "simple";

/** Every configuration that a stored text may have been read with. */
export const allConfigs: readonly string[] = [...new Set(Object.values(configs))];

/**
 * Text as it is compared: lower case, without accents, Arabic vowel signs and letter variants; "й" stays a letter of its own.
 * Stored texts and questions go through the same door, so that they meet.
 */
export function plainText(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/(?<=[иИ])\u0306/g, "\uE000")
    .replace(/\p{M}+/gu, "")
    .replaceAll("\uE000", "\u0306")
    .normalize("NFC")
    .toLowerCase()
    .replaceAll("\u0640", "")
    .replaceAll("ى", "ي")
    .replaceAll("ة", "ه")
    .replaceAll("’", "'");
}

const hanRun = /\p{Script=Han}+/gu;

/** Chinese has no spaces: a stored run becomes its single characters and its pairs. */
export const indexText = (text: string): string =>
  plainText(text).replace(hanRun, (run) => ` ${[...run, ...pairs(run)].join(" ")} `);

/** A question's run of Chinese becomes its pairs, or the one character that it is. */
export const questionText = (text: string): string =>
  plainText(text).replace(hanRun, (run) => ` ${(run.length === 1 ? [run] : pairs(run)).join(" ")} `);

function pairs(run: string): string[] {
  const characters = [...run];
  return characters.slice(1).map((character, index) => `${characters[index]}${character}`);
}
