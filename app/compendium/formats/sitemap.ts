import { languages } from "~/platform/i18n/languages";
import { escapeXml, xmlDeclaration } from "./xml";

/** A sitemap of pages that exist in all six languages: each language's address with its siblings. */
export function sitemapOf(appUrl: string, pages: { in: (lang: string) => string; changed?: string }[]): string {
  const urls = pages.flatMap(({ in: page, changed }) => {
    const siblings = languages
      .map((lang) => `<xhtml:link rel="alternate" hreflang="${lang}" href="${escapeXml(appUrl + page(lang))}"/>`)
      .join("");
    return languages.map(
      (lang) =>
        `<url><loc>${escapeXml(appUrl + page(lang))}</loc>${changed ? `<lastmod>${changed}</lastmod>` : ""}${siblings}</url>`,
    );
  });
  return `${xmlDeclaration}<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${urls.join("\n")}
</urlset>
`;
}
