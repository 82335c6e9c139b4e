import { micromark } from "micromark";
import { address } from "~/addresses";
import type { TextPageView } from "~/compendium/pages/text-page";
import { formatPartialDate } from "~/platform/i18n/format";
import type { Language } from "~/platform/i18n/languages";
import { ACCESSIBILITY_REVIEWED, PRIVACY_VERSION, TERMS_VERSION } from "~/reference/legal";
import { isTextPage, partsOf, type TextPageName } from "./model";

const files = import.meta.glob<string>("/locales/*/pages/*.md", { query: "?raw", import: "default", eager: true });

const versions: Partial<Record<TextPageName, string>> = {
  terms: TERMS_VERSION,
  privacy: PRIVACY_VERSION,
  accessibility: ACCESSIBILITY_REVIEWED,
};

/** What the texts leave open, from the configuration. */
export interface TextValues {
  /** The role address of the secretariat. */
  contact: string;
}

const made = new Map<string, TextPageView>();

/** A fixed page in one language, ready to show, or null if there is no such page. Rendered once per page, language and values. */
export function getTextPage(lang: Language, page: string, values: TextValues): TextPageView | null {
  if (!isTextPage(page)) return null;
  const key = `${lang} ${page} ${values.contact}`;
  const known = made.get(key) ?? renderTextPage(lang, page, values);
  made.set(key, known);
  return known;
}

function renderTextPage(lang: Language, page: TextPageName, values: TextValues): TextPageView {
  const markdown = files[`/locales/${lang}/pages/${page}.md`];
  if (!markdown) throw new Error(`There is no text locales/${lang}/pages/${page}.md`);
  const { title, lead, sections } = partsOf(fill(markdown, lang, values));
  const version = versions[page];
  return {
    title,
    lead,
    updated: version && formatPartialDate(version, lang),
    // micromark escapes HTML and drops dangerous addresses, so the result may be shown as it is.
    sections: sections.map(({ id, title, body }) => ({ id, title, html: micromark(body) })),
  };
}

/** `{{contact}}` becomes the address, `{{link.privacy}}` the address of that page in the same language. */
function fill(markdown: string, lang: Language, values: TextValues): string {
  return markdown.replace(/\{\{([\w.-]+)\}\}/g, (_whole, name: string) => {
    if (name === "contact") return values.contact;
    const page = name.replace(/^link\./, "");
    if (!isTextPage(page)) throw new Error(`A text names {{${name}}}, which nothing fills`);
    return page === "counting-rules" ? address.countingRules(lang) : address.text(lang, page);
  });
}
