import { type Language, languages } from "~/platform/i18n/languages";
import { escapeXml, xmlDeclaration } from "./xml";

/** Where the sitemap of each language is. */
export function sitemapIndexOf(appUrl: string, paths: string[]): string {
  const maps = paths.map((path) => `<sitemap><loc>${escapeXml(appUrl + path)}</loc></sitemap>`);
  return `${xmlDeclaration}<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${maps.join("\n")}
</sitemapindex>
`;
}

/** A sitemap in one language of pages that exist in all six: each address with its siblings. */
export function sitemapOf(
  appUrl: string,
  lang: Language,
  pages: { in: (lang: string) => string; changed?: string }[],
): string {
  const urls = pages.map(({ in: page, changed }) => {
    const siblings = languages
      .map((one) => `<xhtml:link rel="alternate" hreflang="${one}" href="${escapeXml(appUrl + page(one))}"/>`)
      .join("");
    const lastmod = changed ? `<lastmod>${changed}</lastmod>` : "";
    return `<url><loc>${escapeXml(appUrl + page(lang))}</loc>${lastmod}${siblings}</url>`;
  });
  return `${xmlDeclaration}<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${urls.join("\n")}
</urlset>
`;
}
