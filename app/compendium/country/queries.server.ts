import { address } from "~/addresses";
import { allocatedTo } from "~/counting/totals/model";
import { today } from "~/platform/clock";
import { env } from "~/platform/env";
import { formatNumber, formatPartialDate } from "~/platform/i18n/format";
import type { Language } from "~/platform/i18n/languages";
import { getT } from "~/platform/i18n/translate";
import { type Group, groups, regions } from "~/reference/codes";
import {
  type Country,
  countries,
  countriesByName,
  countryName,
  country as findCountry,
  isInGroup,
} from "~/reference/countries";
import { countryData } from "../formats/structured";
import { countHeadline, gather, gatheredParts, usdHeadline } from "../gathering/queries.server";
import { countPledges } from "../list/queries.server";
import { emptySearch, searchString } from "../model";
import type { CountriesView } from "../pages/countries";
import type { GatheringView } from "../pages/gathering";
import { getTotals } from "../totals/queries.server";

/** What was promised to one country or territory, or null for an unknown code. Those without a pledge say so (R27, R28). */
export async function getCountryPage(iso3: string, page: number, lang: Language): Promise<GatheringView | null> {
  const country = findCountry(iso3);
  if (!country) return null;
  const search = { ...emptySearch(), country: [iso3], page };
  const [gathered, regional, totals] = await Promise.all([
    gather(search, lang),
    countPledges({ ...emptySearch(), region: [country.region] }, null),
    getTotals(),
  ]);
  const t = getT(lang, "compendium");
  const reference = getT(lang, "reference");
  const name = countryName(iso3, lang);
  const shares = gathered.counted
    .filter((pledge) => !gathered.duplicates.has(pledge.reference))
    .map((pledge) => allocatedTo(iso3, pledge))
    .filter((value) => value !== null);
  const unshared = gathered.counted.length - shares.length;
  const region = reference(`regions.${country.region}`);
  const n = (value: number) => formatNumber(value, lang);
  return {
    ...gatheredParts(gathered),
    crumbs: [{ label: t("countries.title"), href: address.countries(lang) }, { label: name }],
    over: [{ label: region }],
    title: name,
    lead: t("countries.lead_country", { country: name }),
    structured: countryData(env.APP_URL, {
      lang,
      path: address.country(lang, iso3),
      name,
      iso3,
      description: t("countries.lead_country", { country: name }),
    }),
    notices: [],
    figures: [
      countHeadline(gathered.total, lang, {
        label: t("countries.naming", { count: gathered.total }),
        note: t("countries.naming_note"),
      }),
      usdHeadline(shares.length > 0 ? shares.reduce((sum, value) => sum + value, 0n) : null, lang, {
        label: t("countries.allocated"),
        note: t(unshared > 0 ? "countries.allocated_note" : "countries.allocated_all", {
          count: unshared,
          n: n(unshared),
        }),
      }),
      countHeadline(totals.global.pledges, lang, {
        label: t("countries.global", { count: totals.global.pledges }),
        note: t("countries.global_note"),
      }),
    ],
    facts: [
      { term: t("regions.itu"), value: region, href: address.region(lang, country.region) },
      ...groups.map((group) => groupFact(country, group, lang)),
    ],
    lists: [],
    entriesTitle: t("countries.entries"),
    empty: {
      title: t("countries.none", { country: name }),
      text: t("countries.none_text", { count: regional, n: n(regional), region }),
      link: { label: t("countries.regional"), href: address.region(lang, country.region) },
    },
    baseHref: address.country(lang, iso3),
    links: [
      { label: t("gathering.search"), href: address.compendium(lang, searchString({ ...search, page: 1 })) },
      { label: "CSV", href: address.compendiumFile(lang, "csv", searchString({ ...search, page: 1 })) },
    ],
  };
}

/** Whether a country is on a list today, and until when (R23). */
function groupFact(country: Country, group: Group, lang: Language): { term: string; value: string } {
  const ui = getT(lang, "ui");
  const term = getT(lang, "reference")(`groups.${group}`);
  const member = isInGroup(country.iso3, group, today());
  const until = group === "ldc" && country.ldc_until !== "open" ? country.ldc_until : null;
  if (!until) return { term, value: member ? ui("yes") : ui("no") };
  const date = formatPartialDate(until, lang);
  return { term, value: getT(lang, "compendium")(member ? "countries.until" : "countries.left", { date }) };
}

/** All countries and territories by region, with how many pledges name each; also those that none names. */
export async function getCountries(lang: Language): Promise<CountriesView> {
  const totals = await getTotals();
  const t = getT(lang, "compendium");
  const counts = new Map(totals.byCountry.map(({ key, pledges }) => [key, pledges]));
  const named = countries.filter(({ iso3 }) => counts.get(iso3)).length;
  const n = (value: number) => formatNumber(value, lang);
  return {
    lead: t("countries.lead", { count: named, n: n(named), all: n(countries.length) }),
    regions: regions.map((region) => ({
      code: region,
      label: getT(lang, "reference")(`regions.${region}`),
      href: address.region(lang, region),
      countries: countriesByName(lang)
        .filter(({ iso3 }) => findCountry(iso3)?.region === region)
        .map(({ iso3, name }) => ({ label: name, href: address.country(lang, iso3), count: n(counts.get(iso3) ?? 0) })),
    })),
    note: t("countries.note"),
  };
}

/** Pledges that name one of the six ITU regions, themselves or through their countries. */
export async function getRegionPage(code: string, page: number, lang: Language): Promise<GatheringView | null> {
  const region = regions.find((one) => one === code);
  if (!region) return null;
  const search = { ...emptySearch(), region: [region], page };
  const gathered = await gather(search, lang);
  const t = getT(lang, "compendium");
  const title = getT(lang, "reference")(`regions.${region}`);
  const totals = await getTotals();
  const value = totals.byRegion.find(({ key }) => key === region)?.usdMinor ?? 0n;
  const counts = new Map(totals.byCountry.map(({ key, pledges }) => [key, pledges]));
  return {
    ...gatheredParts(gathered),
    crumbs: [{ label: t("countries.title"), href: address.countries(lang) }, { label: title }],
    over: [{ label: t("regions.itu") }],
    title,
    lead: null,
    notices: [],
    figures: [
      countHeadline(gathered.total, lang, {
        label: t("gathering.pledges", { count: gathered.total }),
        note: t("regions.pledges_note"),
      }),
      usdHeadline(value > 0n ? value : null, lang, { label: t("regions.value"), note: t("regions.value_note") }),
    ],
    facts: [],
    lists: [
      {
        id: "countries",
        title: t("countries.title"),
        note: null,
        items: countriesByName(lang)
          .filter(({ iso3 }) => findCountry(iso3)?.region === region)
          .map(({ iso3, name }) => ({
            label: name,
            href: address.country(lang, iso3),
            note: formatNumber(counts.get(iso3) ?? 0, lang),
          })),
        empty: null,
      },
    ],
    entriesTitle: t("gathering.entries"),
    empty: {
      title: t("list.nothing"),
      text: t("focus.none_text"),
      link: { label: t("home.browse"), href: address.compendium(lang) },
    },
    baseHref: address.region(lang, region),
    links: [{ label: t("gathering.search"), href: address.compendium(lang, searchString({ ...search, page: 1 })) }],
  };
}
