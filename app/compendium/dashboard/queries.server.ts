import { address } from "~/addresses";
import type { KeyedTally, Totals } from "~/counting/totals/model";
import { now, today } from "~/platform/clock";
import { env } from "~/platform/env";
import { formatInstant, formatList, formatNumber, formatPartialDate } from "~/platform/i18n/format";
import { directionOf, type Language } from "~/platform/i18n/languages";
import { getT } from "~/platform/i18n/translate";
import {
  type Constituency,
  type FocusArea,
  type Group,
  type PledgeType,
  type Region,
  regions,
} from "~/reference/codes";
import { countries, countryName, country as findCountry, membersOf } from "~/reference/countries";
import { datasetData } from "../formats/structured";
import { getHeadlines } from "../headlines/queries.server";
import { emptySearch, type Search, searchString } from "../model";
import type { ChartRow, ChartView, DashboardView } from "../pages/dashboard";
import { countFacets } from "../search/queries.server";
import { getTotals } from "../totals/queries.server";
import { deliverySection, freshnessSection } from "./following/model";
import { columnChart, shareOf, writer } from "./model";
import { islandsOf, pointsOf } from "./places/model";

/** Everything added up, in one language: the figures of the summary, drawn. */
export async function getDashboard(lang: Language): Promise<DashboardView> {
  const totals = await getTotals();
  const [figures, facets, submitted] = await Promise.all([
    getHeadlines(totals, lang, true),
    countFacets(emptySearch(), null),
    countFacets({ ...emptySearch(), compiled: ["no"] }, null),
  ]);
  const t = getT(lang, "dashboard");
  const write = writer(lang);
  const named = totals.byCountry.filter(({ key, pledges }) => pledges > 0 && findCountry(key));
  const islands = membersOf("sids", today());
  const counts = new Map(totals.byCountry.map(({ key, pledges }) => [key, pledges]));
  const islandsNamed = islands.filter(({ iso3 }) => counts.get(iso3)).length;
  const lead = t("lead", { count: totals.pledges, n: write.n(totals.pledges) });
  const page = { lang, path: address.dashboard(lang), name: t("title"), description: lead };
  return {
    lead,
    structured: datasetData(env.APP_URL, page),
    figures,
    computed: t("explain.computed", { date: formatInstant(now(), lang) }),
    links: {
      countingRules: address.countingRules(lang),
      countries: address.countries(lang),
      compendium: address.compendium(lang),
      summary: address.apiSummary(),
    },
    sections: [
      ...whatSections(totals, lang),
      ...groupSection(totals, lang),
      freshnessSection(submitted.reported, facets.compiled.get("yes") ?? 0, lang),
      deliverySection(facets.delivery, totals.pledges, lang),
    ],
    years: yearsOf(totals, lang),
    map: {
      points: pointsOf(counts, lang),
      label: getT(lang, "compendium")("home.map_label", {
        all: write.n(countries.length),
        named: write.n(named.length),
        islands: write.n(islandsNamed),
      }),
    },
    islands: islandsOf(counts, lang),
    islandsNote: t("islands.note", { count: islands.length, n: write.n(islands.length), named: write.n(islandsNamed) }),
    countries: named
      .map(({ key, pledges, usdMinor }) => ({ key, label: countryName(key, lang), pledges, usdMinor }))
      .sort((a, b) => b.pledges - a.pledges || new Intl.Collator(lang).compare(a.label, b.label))
      .map(({ key, label, pledges, usdMinor }) => ({
        label,
        href: address.country(lang, key),
        pledges: write.n(pledges),
        value: write.million(usdMinor),
      })),
    countriesTitle: t("countries.summary", { count: named.length, n: write.n(named.length) }),
  };
}

type Words = { label: (key: string) => string; search?: (key: string) => Partial<Search>; shaped?: true };

/** One bar for each key, as long as its number of pledges; nothing ranks below money. */
function chartOf(
  tallies: readonly (KeyedTally & { primary?: number })[],
  lang: Language,
  { label, search, shaped }: Words,
): ChartRow[] {
  const { n, million } = writer(lang);
  const all = tallies.map(({ pledges }) => pledges);
  return tallies.map(({ key, pledges, primary, usdMinor }) => {
    const asked = search?.(key);
    return {
      label: label(key),
      href: asked && address.compendium(lang, searchString({ ...emptySearch(), ...asked })),
      shape: shaped && key !== "not_stated" ? (key as PledgeType | FocusArea) : undefined,
      share: shareOf(pledges, all),
      values: [n(pledges), ...(primary === undefined ? [] : [n(primary)]), million(usdMinor)],
    };
  });
}

function whatSections(totals: Totals, lang: Language): DashboardView["sections"] {
  const t = getT(lang, "dashboard");
  const facet = getT(lang, "compendium");
  const reference = getT(lang, "reference");
  const { n, million } = writer(lang);
  const total = [n(totals.pledges), million(totals.usdMinor)];
  const columns = [t("pledges"), t("usd_million")];
  const known = (key: string, word: () => string) => (key === "not_stated" ? getT(lang, "ui")("not_stated") : word());
  const place = (key: string) =>
    key === "global" || key === "not_allocated" ? t(`region.${key}`) : reference(`regions.${key as Region}`);
  const used = totals.byConstituency.filter(({ pledges, usdMinor }) => pledges > 0 || usdMinor > 0n);
  const section = (id: "type" | "focus" | "constituency" | "region", chart: Omit<ChartView, "caption" | "head">) => ({
    id,
    title: t(`${id}.title`),
    note: t(`${id}.note`),
    charts: [{ caption: t(`${id}.caption`), head: facet(`facets.${id}`), ...chart }],
  });
  return [
    section("type", {
      columns,
      total,
      rows: chartOf(totals.byType, lang, {
        label: (key) => reference(`pledge_types.${key as PledgeType}`),
        search: (key) => ({ type: [key as PledgeType] }),
        shaped: true,
      }),
    }),
    section("focus", {
      columns: [t("focus.any"), t("focus.primary"), t("usd_million")],
      rows: chartOf(totals.byFocusArea, lang, {
        label: (key) => known(key, () => reference(`focus_areas.${key as FocusArea}`)),
        search: (key) => (key === "not_stated" ? {} : { focus: [key as FocusArea] }),
        shaped: true,
      }),
    }),
    section("constituency", {
      columns,
      total,
      rows: chartOf(
        used.toSorted((a, b) => b.pledges - a.pledges),
        lang,
        {
          label: (key) => reference(`constituencies.${key as Constituency}`),
          search: (key) => ({ constituency: [key as Constituency] }),
        },
      ),
    }),
    section("region", {
      columns,
      rows: chartOf(totals.byRegion, lang, {
        label: place,
        search: (key) => (regions.some((one) => one === key) ? { region: [key as Region] } : {}),
      }),
    }),
  ];
}

/** The same groups as their lists stood when pledged, and as they stand today (R23). */
function groupSection(totals: Totals, lang: Language): DashboardView["sections"] {
  const t = getT(lang, "dashboard");
  const reference = getT(lang, "reference");
  const { n, million } = writer(lang);
  const chart = (basis: "whenPledged" | "today"): ChartView => ({
    caption: reference(`group_bases.${basis === "today" ? "today" : "pledged"}`),
    note: basis === "today" ? formatPartialDate(today(), lang) : undefined,
    head: t("group.head"),
    columns: [t("pledges"), t("usd_million")],
    rows: totals.byGroup.map((group) => ({
      label: reference(`groups.${group.key as Group}`),
      href: address.compendium(
        lang,
        searchString({ ...emptySearch(), group: [group.key], group_basis: basis === "today" ? "today" : "pledged" }),
      ),
      share: shareOf(
        group[basis].pledges,
        totals.byGroup.flatMap((one) => [one.whenPledged.pledges, one.today.pledges]),
      ),
      values: [n(group[basis].pledges), million(group[basis].usdMinor)],
    })),
  });
  return [
    {
      id: "group",
      title: t("group.title"),
      note: t("group.note"),
      charts: [chart("whenPledged"), chart("today")],
      after: leaversOf(lang),
    },
  ];
}

/** The coalition's first pledges are of 2022: who left a list before that changes no figure. */
const firstPledges = "2022";

/** Countries whose day of leaving the list of least developed countries is known. */
function leaversOf(lang: Language): string {
  const days = new Map<string, string[]>();
  for (const { iso3, ldc_until } of countries)
    if (ldc_until && ldc_until !== "open" && ldc_until >= firstPledges)
      days.set(ldc_until, [...(days.get(ldc_until) ?? []), countryName(iso3, lang)]);
  return [...days]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([day, names]) =>
      getT(lang, "dashboard")(day <= today() ? "group.left" : "group.leaving", {
        countries: formatList(names, lang),
        date: formatPartialDate(day, lang),
      }),
    )
    .join(" ");
}

function yearsOf(totals: Totals, lang: Language): DashboardView["years"] {
  const t = getT(lang, "dashboard");
  const dated = totals.byYear.filter(({ key }) => key !== "not_stated").slice(-8);
  const billion = (usd: number) => formatNumber(usd, lang, { maximumFractionDigits: usd < 1 ? 2 : 1 });
  const { n, million } = writer(lang);
  return {
    drawing: columnChart(
      dated.map(({ key, usdMinor }) => {
        const value = Number(usdMinor) / 1e11;
        return { label: key, value, text: billion(value) };
      }),
      { rtl: directionOf(lang) === "rtl", format: billion },
    ),
    table: {
      caption: t("year.table"),
      head: getT(lang, "compendium")("facets.year"),
      columns: [t("pledges"), t("usd_million")],
      rows: chartOf(totals.byYear, lang, {
        label: (key) => (key === "not_stated" ? getT(lang, "ui")("not_stated") : key),
        search: (key) => (key === "not_stated" ? {} : { year: [key] }),
      }),
      total: [n(totals.pledges), million(totals.usdMinor)],
    },
  };
}
