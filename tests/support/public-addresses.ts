import { address } from "~/addresses";
import { textPages } from "~/compendium/site/model";
import { languages } from "~/platform/i18n/languages";
import { focusAreas, regions } from "~/reference/codes";

/** What the addresses of a test's own content are made of. */
export interface PublicContent {
  references: string[];
  slugs: string[];
  event: string;
}

/** One public address, and how it must answer. */
export interface PublicAddress {
  path: string;
  type: string;
  /** The language of its page, where it is a page. */
  lang?: string;
}

const page = (lang: string, path: string): PublicAddress => ({ path, type: "text/html; charset=utf-8", lang });
const xml = "application/xml; charset=utf-8";
const json = "application/json; charset=utf-8";
const xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

function inOneLanguage(lang: string, { references, slugs, event }: PublicContent): PublicAddress[] {
  return [
    address.home(lang),
    address.compendium(lang),
    address.compendium(lang, "?view=table&status=discontinued&status=published&status=removed&status=withdrawn"),
    address.compendium(lang, "?q=pledge"),
    address.dashboard(lang),
    address.countries(lang),
    address.country(lang, "NRU"),
    ...regions.map((code) => address.region(lang, code)),
    ...focusAreas.map((area) => address.focusArea(lang, area)),
    address.event(lang, event),
    ...slugs.map((slug) => address.organisation(lang, slug)),
    ...references.flatMap((reference) => [address.pledge(lang, reference), address.pledgeCard(lang, reference)]),
    address.openData(lang),
    address.style(lang),
    ...textPages.map((name) => `/${lang}/${name}`),
  ]
    .map((path) => page(lang, path))
    .concat([
      { path: address.languageSitemap(lang), type: xml },
      ...references.map((reference) => ({
        path: address.pledgeBadge(lang, reference),
        type: "image/svg+xml; charset=utf-8",
      })),
      { path: address.compendiumFile(lang, "csv"), type: "text/csv; charset=utf-8" },
      { path: address.compendiumFile(lang, "xlsx"), type: xlsx },
      ...[address.pledgesFeed(), address.reportsFeed()].map((feed) => ({
        path: `${feed}${lang === "en" ? "" : `?lang=${lang}`}`,
        type: "application/atom+xml; charset=utf-8",
      })),
    ]);
}

/** Every public address in every format and language: what is asked of "every address" is asked of these. */
export function publicAddresses(content: PublicContent): PublicAddress[] {
  return [
    ...languages.flatMap((lang) => inOneLanguage(lang, content)),
    page("en", address.api()),
    { path: address.apiPledges("?limit=100"), type: json },
    ...content.references.map((reference) => ({ path: address.apiPledge(reference), type: json })),
    { path: address.apiOrganisations(), type: json },
    { path: address.apiCountries(), type: json },
    { path: address.apiSummary(), type: json },
    { path: address.apiOpenapi(), type: json },
    { path: address.iati(), type: xml },
    { path: address.sitemap(), type: xml },
    { path: "/robots.txt", type: "text/plain; charset=utf-8" },
    { path: "/.well-known/security.txt", type: "text/plain; charset=utf-8" },
  ];
}
