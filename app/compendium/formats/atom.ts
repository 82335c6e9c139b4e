import { escapeXml, xmlDeclaration } from "./xml";

export interface FeedEntry {
  /** Lasting identity, also its address. */
  url: string;
  title: string;
  summary: string;
  /** Language of title and summary. */
  lang: string;
  author: string;
  published: string;
  updated: string;
}

export interface Feed {
  title: string;
  subtitle: string;
  lang: string;
  self: string;
  page: string;
  updated: string;
  entries: FeedEntry[];
}

/** A feed in Atom 1.0 (RFC 4287). */
export function atomOf(feed: Feed): string {
  const entries = feed.entries.map(
    (entry) => `<entry xml:lang="${escapeXml(entry.lang)}">
<id>${escapeXml(entry.url)}</id><title>${escapeXml(entry.title)}</title><link href="${escapeXml(entry.url)}"/>
<published>${entry.published}</published><updated>${entry.updated}</updated>
<author><name>${escapeXml(entry.author)}</name></author><summary>${escapeXml(entry.summary)}</summary>
</entry>`,
  );
  return `${xmlDeclaration}<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${feed.lang}">
<id>${escapeXml(feed.self)}</id><title>${escapeXml(feed.title)}</title><subtitle>${escapeXml(feed.subtitle)}</subtitle>
<link rel="self" href="${escapeXml(feed.self)}"/><link href="${escapeXml(feed.page)}"/><updated>${feed.updated}</updated>
${entries.join("\n")}
</feed>
`;
}
