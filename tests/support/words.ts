import { readFileSync } from "node:fs";
import type { Language } from "../../app/platform/i18n/languages";

/** The words of the site in one language, as a reader sees them: `word("accounts:field.email")`. */
export function words(lang: Language): (key: string) => string {
  const files = new Map<string, unknown>();
  return (key) => {
    const [namespace = "", path = ""] = key.split(":");
    if (!files.has(namespace))
      files.set(namespace, JSON.parse(readFileSync(`locales/${lang}/${namespace}.json`, "utf8")));
    const found = path
      .split(".")
      .reduce<unknown>((at, part) => (at as Record<string, unknown> | undefined)?.[part], files.get(namespace));
    if (typeof found !== "string") throw new Error(`${lang} has no words for ${key}`);
    return found;
  };
}
