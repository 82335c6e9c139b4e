import type { TFunction } from "i18next";
import type { Structured } from "~/compendium/formats/structured";
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

/** Title and description of a public page, in its own language. */
export function describedPage<N extends Namespace>(
  params: { lang?: string },
  namespace: N,
  words: (t: TFunction<N>) => { title: string; description: string },
): ({ title: string } | { name: string; content: string })[] {
  const lang = isLanguage(params.lang) ? params.lang : "en";
  const { title, description } = words(getT(lang, namespace));
  return [{ title: `${title} · Partner2Connect` }, { name: "description", content: description }];
}

/** For pages that search engines should not keep. */
export const notIndexed = [{ name: "robots", content: "noindex" }];

/** Title and description of a page of pledges that have one thing in common. */
export function gatheringMeta(
  view: { title: string; lead: string | null; count: string; structured?: Structured } | undefined,
) {
  if (!view) return [];
  return [
    { title: `${view.title} · Partner2Connect` },
    { name: "description", content: [view.title, view.lead, view.count].filter(Boolean).join(". ") },
    ...(view.structured ? [linkedData(view.structured)] : []),
  ];
}

/** Tells feed readers where the pledges' feed is. */
export const feedLink = (href: string) => ({
  tagName: "link",
  rel: "alternate",
  type: "application/atom+xml",
  title: "Atom",
  href,
});

/** What search engines read of a page. */
export const linkedData = (structured: Structured) => ({ "script:ld+json": structured });
