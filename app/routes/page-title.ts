import type { TFunction } from "i18next";
import { isLanguage } from "~/platform/i18n/languages";
import type { Namespace } from "~/platform/i18n/resources";
import { getT } from "~/platform/i18n/translate";

/** What a page's tab is called, in its own language. `word` picks the title from the namespace. */
export function pageTitle<N extends Namespace>(
  params: { lang?: string },
  namespace: N,
  word: (t: TFunction<N>) => string,
): { title: string }[] {
  const lang = isLanguage(params.lang) ? params.lang : "en";
  return [{ title: `${word(getT(lang, namespace))} · Partner2Connect` }];
}
