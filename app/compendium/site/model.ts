/** The fixed public pages, each a Markdown file `locales/<lng>/pages/<page>.md`. */
export const textPages = [
  "about",
  "help",
  "contact",
  "terms",
  "privacy",
  "accessibility",
  "licence",
  "how-pledges-are-checked",
  "counting-rules",
] as const;
export type TextPageName = (typeof textPages)[number];

export const isTextPage = (value: unknown): value is TextPageName => textPages.includes(value as TextPageName);

/** One page of Markdown taken apart: its title, one lead sentence or two, and its sections, each with a lasting name. */
export interface TextParts {
  title: string;
  lead: string;
  sections: { id: string; title: string; body: string }[];
}

/**
 * Takes the Markdown of a page apart. The first line is `# Title`, the first paragraph the lead, and every section begins with
 * `## Heading {#name}`; the name is the same in all languages, so that a link to a section holds in each of them.
 */
export function partsOf(markdown: string): TextParts {
  const [head = "", ...rest] = markdown.split(/^## /m);
  const [title = "", ...lead] = head.trim().split("\n");
  const sections = rest.map((section) => {
    const [heading = "", ...body] = section.split("\n");
    const [, text = heading, id = ""] = /^(.*?) \{#([a-z-]+)\}$/.exec(heading) ?? [];
    return { id, title: text, body: body.join("\n").trim() };
  });
  return { title: title.replace(/^# /, ""), lead: lead.join("\n").trim(), sections };
}
