import { address } from "~/addresses";
import type { Totals } from "~/counting/totals/model";
import { now, today } from "~/platform/clock";
import { pool } from "~/platform/db/client.server";
import { formatDay, formatNumber, formatPartialDate } from "~/platform/i18n/format";
import type { Language } from "~/platform/i18n/languages";
import { getT } from "~/platform/i18n/translate";
import { languageName } from "~/pledges/formats/pledge-body";
import { focusAreas } from "~/reference/codes";
import { countries, countryName } from "~/reference/countries";
import points from "~/reference/country-points.json" with { type: "json" };
import type { MapPoint } from "~/ui/world-map";
import { getHeadlines } from "../headlines/queries.server";
import { entryView } from "../list/model";
import { listEntries } from "../list/queries.server";
import { emptySearch } from "../model";
import type { HomeView } from "../pages/home";
import type { Observation } from "../record/model";
import { getTotals } from "../totals/queries.server";

const latest = 4;

/** The home page in one language: what this is, its figures with what stands behind them, where promises go, what is new. */
export async function getHome(lang: Language): Promise<HomeView> {
  const totals = await getTotals();
  const [figures, rows, news] = await Promise.all([
    getHeadlines(totals, lang),
    listEntries(emptySearch(), null, lang, { limit: latest }),
    listNews(lang),
  ]);
  const t = getT(lang, "compendium");
  const reference = getT(lang, "reference");
  const n = (value: number) => formatNumber(value, lang);
  return {
    figures,
    computed: t("home.computed", { count: totals.pledges, n: n(totals.pledges), date: formatDay(now(), lang) }),
    map: mapOf(totals, lang),
    focusAreas: focusAreas.map((area) => {
      const tally = totals.byFocusArea.find(({ key }) => key === area);
      return {
        shape: area,
        label: reference(`focus_areas.${area}`),
        text: reference(`focus_areas_help.${area}`),
        href: address.focusArea(lang, area),
        count: t("list.count", { count: tally?.pledges ?? 0, n: n(tally?.pledges ?? 0) }),
      };
    }),
    latest: rows.map((row) => entryView(row, lang)),
    all: { label: t("home.all", { count: totals.pledges, n: n(totals.pledges) }), href: address.compendium(lang) },
    news,
    links: {
      search: address.compendium(lang),
      makePledge: address.newPledge(lang),
      followUp: address.myPledges(lang),
      countries: address.countries(lang),
      countingRules: address.countingRules(lang),
      api: address.openData(lang),
    },
    examples: ["KEN", "TUV"].map((iso3) => ({ label: countryName(iso3, lang), href: address.country(lang, iso3) })),
  };
}

function mapOf(totals: Totals, lang: Language): HomeView["map"] {
  const t = getT(lang, "compendium");
  const counts = new Map(totals.byCountry.map(({ key, pledges }) => [key, pledges]));
  const places = points as unknown as Record<string, [number, number]>;
  const dots = countries.flatMap(({ iso3, sids }): MapPoint[] => {
    const [x, y] = places[iso3] ?? [];
    if (x === undefined || y === undefined) return [];
    return [{ iso3, x, y, kind: !counts.get(iso3) ? "unnamed" : sids ? "island" : "named" }];
  });
  const named = dots.filter(({ kind }) => kind !== "unnamed").length;
  const islands = dots.filter(({ kind }) => kind === "island").length;
  const n = (value: number) => formatNumber(value, lang);
  return {
    points: dots,
    label: t("home.map_label", { all: n(dots.length), named: n(named), islands: n(islands) }),
    named: t("home.map_named", { count: named, n: n(named), all: n(dots.length) }),
  };
}

/** The latest progress seen in public sources, one for each pledge (R29). */
async function listNews(lang: Language): Promise<HomeView["news"]> {
  const { rows } = await pool().query<{
    reference: string;
    title: string;
    source_lang: string;
    observed: Observation;
  }>(
    `SELECT p.reference, x.title, x.source_lang, p.record#>'{observations,-1}' AS observed
     FROM compendium_pledges p JOIN compendium_texts x ON x.pledge_id = p.id AND x.lang = $1
     WHERE p.counted IS NOT NULL AND p.observed_on <= $2 ORDER BY p.observed_on DESC, p.reference DESC LIMIT 3`,
    [lang, today()],
  );
  return rows.map(({ reference, title, source_lang, observed }) => ({
    href: address.pledge(lang, reference),
    title,
    titleLang: source_lang === lang ? undefined : source_lang,
    text: observed.text,
    textLang: observed.language === lang ? undefined : observed.language,
    languageNote:
      observed.language === lang
        ? null
        : getT(lang, "compendium")("in_language", { language: languageName(observed.language, lang) }),
    iso: observed.date ?? "",
    when: formatPartialDate(observed.date ?? "", lang),
  }));
}
