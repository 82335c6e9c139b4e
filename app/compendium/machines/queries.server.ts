import { address } from "~/addresses";
import { now } from "~/platform/clock";
import { pool } from "~/platform/db/client.server";
import { env } from "~/platform/env";
import { type Language, languages } from "~/platform/i18n/languages";
import { getT } from "~/platform/i18n/translate";
import { focusAreas, regions } from "~/reference/codes";
import { countries } from "~/reference/countries";
import { atomOf } from "../formats/atom";
import { sitemapIndexOf, sitemapOf } from "../formats/sitemap";

const feedLength = 50;

/** The pledges published last, as an Atom feed in one language. */
export async function getPledgesFeed(lang: Language): Promise<string> {
  const { rows } = await pool().query<{
    reference: string;
    title: string;
    summary: string;
    source_lang: string;
    organisation: string;
    published_at: Date;
    updated_at: Date;
  }>(
    `SELECT p.reference, x.title, x.summary, x.source_lang, x.organisation, p.published_at, p.updated_at
     FROM compendium_pledges p JOIN compendium_texts x ON x.pledge_id = p.id AND x.lang = $1
     WHERE p.listed AND p.state IN ('published', 'completed') ORDER BY p.published_at DESC, p.reference DESC LIMIT $2`,
    [lang, feedLength],
  );
  const t = getT(lang, "compendium");
  const updated = new Date(Math.max(0, ...rows.map(({ updated_at }) => updated_at.getTime())));
  return atomOf({
    title: t("feed.title"),
    subtitle: t("feed.subtitle"),
    lang,
    self: `${env.APP_URL}${address.pledgesFeed()}${lang === "en" ? "" : `?lang=${lang}`}`,
    page: env.APP_URL + address.compendium(lang),
    updated: (rows.length > 0 ? updated : now()).toISOString(),
    entries: rows.map((row) => ({
      url: env.APP_URL + address.pledge(lang, row.reference),
      title: row.title,
      summary: row.summary,
      lang: row.source_lang,
      author: row.organisation,
      published: row.published_at.toISOString(),
      updated: row.updated_at.toISOString(),
    })),
  });
}

const texts = [
  "about",
  "help",
  "contact",
  "terms",
  "privacy",
  "accessibility",
  "licence",
  "how-pledges-are-checked",
] as const;

/** Where the sitemaps of the six languages are. */
export const getSitemapIndex = (): string => sitemapIndexOf(env.APP_URL, languages.map(address.languageSitemap));

/** Every public page that search engines should know in one language, with its siblings in the others. */
export async function getSitemap(lang: Language): Promise<string> {
  const pledges = await pool().query<{ reference: string; updated_at: Date }>(
    "SELECT reference, updated_at FROM compendium_pledges WHERE listed AND state IN ('published', 'completed', 'discontinued') ORDER BY reference DESC LIMIT 30000",
  );
  const organisations = await pool().query<{ slug: string }>(
    "SELECT slug FROM compendium_organisations WHERE state <> 'suspended' ORDER BY slug LIMIT 10000",
  );
  return sitemapOf(env.APP_URL, lang, [
    { in: address.home },
    { in: address.compendium },
    { in: address.dashboard },
    { in: address.countries },
    { in: address.countingRules },
    { in: address.openData },
    ...texts.map((page) => ({ in: (lang: string) => address.text(lang, page) })),
    ...focusAreas.map((area) => ({ in: (lang: string) => address.focusArea(lang, area) })),
    ...regions.map((region) => ({ in: (lang: string) => address.region(lang, region) })),
    ...countries.map(({ iso3 }) => ({ in: (lang: string) => address.country(lang, iso3) })),
    ...organisations.rows.map(({ slug }) => ({ in: (lang: string) => address.organisation(lang, slug) })),
    ...pledges.rows.map(({ reference, updated_at }) => ({
      in: (lang: string) => address.pledge(lang, reference),
      changed: updated_at.toISOString().slice(0, 10),
    })),
  ]);
}
