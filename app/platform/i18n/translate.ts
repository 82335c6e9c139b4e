import i18next, { type TFunction } from "i18next";
import type { Language } from "./languages";
import { languages } from "./languages";
import { parseMessage } from "./message";
import type { Namespace } from "./resources";

const files = import.meta.glob<Record<string, unknown>>("/locales/*/*.json", { eager: true, import: "default" });

const instance = i18next.createInstance();
const resources: Record<string, Record<string, Record<string, unknown>>> = {};
for (const [path, content] of Object.entries(files)) {
  const [, lang = "", namespace = ""] = /^\/locales\/(\w+)\/(.+)\.json$/.exec(path) ?? [];
  resources[lang] = { ...resources[lang], [namespace]: content };
}
// Everything is in memory, so this finishes at once.
void instance.init({
  resources,
  supportedLngs: [...languages],
  fallbackLng: false,
  ns: Object.keys(resources.en ?? {}),
  defaultNS: "ui",
  interpolation: { escapeValue: false },
  initImmediate: false,
  returnNull: false,
});

const fixed = new Map<string, TFunction>();

/** The translator of one language and namespace; made once, then shared. */
export function getT<N extends Namespace>(lang: Language, namespace: N): TFunction<N> {
  const key = `${lang} ${namespace}`;
  const known = fixed.get(key) ?? instance.getFixedT(lang, namespace);
  fixed.set(key, known as TFunction);
  return known as unknown as TFunction<N>;
}

/** A message string (see `message.ts`) in the reader's language. */
export function translateMessage(lang: Language, message: string): string {
  const { namespace, key, params } = parseMessage(message);
  return instance.getFixedT(lang, namespace as Namespace)(key as never, params as never) as unknown as string;
}
