import { formatNumber } from "~/platform/i18n/format";
import type { Language } from "~/platform/i18n/languages";
import { getT } from "~/platform/i18n/translate";
import {
  constituencies,
  deliveries,
  focusAreas,
  freshnessCodes,
  groups,
  pledgeTypes,
  type publicStatuses,
  regions,
  valueBands,
} from "~/reference/codes";
import { countryName } from "~/reference/countries";
import type { FacetOption } from "~/ui/finding";
import type { Shape } from "~/ui/tags";
import type { FilterName, Search } from "../model";
import type { FacetCounts } from "../search/queries.server";

export interface FacetView {
  name: FilterName;
  legend: string;
  options: FacetOption[];
  /** Rarely asked: folded away, unless something in it is chosen. */
  folded: boolean;
  /** Further values, for a list that would be too long: the rest of the countries, with their counts. */
  more?: { label: string; options: { value: string; label: string }[] };
}

/** Statuses that can be looked for: what is under review is in no list (R2). */
const listedStatuses = ["published", "completed", "discontinued", "withdrawn", "removed"] as const;
const mostCountries = 12;
const rare: readonly FilterName[] = ["value", "status", "reported", "delivery", "sdg", "compiled", "joint", "event"];
const shaped: Partial<Record<FilterName, true>> = { type: true, focus: true };

/** The words for one value of a filter. Names of events come from the register itself. */
export function valueLabel(name: FilterName, value: string, lang: Language, events: Map<string, string>): string {
  const reference = getT(lang, "reference");
  const t = getT(lang, "compendium");
  switch (name) {
    case "type":
      return reference(`pledge_types.${value as (typeof pledgeTypes)[number]}`);
    case "focus":
      return reference(`focus_areas.${value as (typeof focusAreas)[number]}`);
    case "constituency":
      return reference(`constituencies.${value as (typeof constituencies)[number]}`);
    case "region":
      return reference(`regions.${value as (typeof regions)[number]}`);
    case "country":
      return countryName(value, lang);
    case "group":
      return reference(`groups.${value as (typeof groups)[number]}`);
    case "status":
      return reference(`public_statuses.${value as (typeof publicStatuses)[number]}`);
    case "value":
      return reference(`value_bands.${value as (typeof valueBands)[number]}`);
    case "reported":
      return reference(`freshness.${value as (typeof freshnessCodes)[number]}`);
    case "delivery":
      return reference(`deliveries.${value as "completed"}`);
    case "compiled":
      return t(value === "yes" ? "facets.compiled_yes" : "facets.compiled_no");
    case "joint":
      return t(value === "yes" ? "facets.joint_yes" : "facets.joint_no");
    case "sdg":
      return `${value} ${reference(`sdgs.${value as "1"}`)}`;
    case "event":
      return events.get(value) ?? value;
    case "year":
      return value;
  }
}

/** Every facet with exact counts; values that would give nothing are left out of the long lists and kept in the short ones. */
export function facetViews(
  search: Search,
  counts: FacetCounts,
  lang: Language,
  events: Map<string, string>,
): FacetView[] {
  const t = getT(lang, "compendium");
  const option = (name: FilterName, value: string): FacetOption => ({
    value,
    label: valueLabel(name, value, lang, events),
    count: formatNumber(counts[name].get(value) ?? 0, lang),
    shape: shaped[name] && (value as Shape),
    checked: (search[name] as string[]).includes(value),
  });
  const has = (name: FilterName) => (value: string) =>
    counts[name].has(value) || (search[name] as string[]).includes(value);
  const facet = (name: FilterName, values: readonly string[]): FacetView => ({
    name,
    legend: t(`facets.${name}`),
    options: values.map((value) => option(name, value)),
    folded: rare.includes(name),
  });
  const found = (name: FilterName) => [...new Set([...counts[name].keys(), ...(search[name] as string[])])];
  const byCount = (name: FilterName, values: readonly string[]) =>
    values.toSorted((a, b) => (counts[name].get(b) ?? 0) - (counts[name].get(a) ?? 0) || (a < b ? -1 : 1));
  return [
    facet("focus", focusAreas),
    facet("type", pledgeTypes),
    facet("group", groups),
    facet("constituency", byCount("constituency", constituencies.filter(has("constituency")))),
    facet("region", byCount("region", regions.filter(has("region")))),
    countryFacet(search, counts, lang),
    facet("year", found("year").sort().reverse()),
    facet("value", valueBands.filter(has("value"))),
    facet("status", listedStatuses.filter(has("status"))),
    facet("reported", freshnessCodes.filter(has("reported"))),
    facet("delivery", deliveries.filter(has("delivery"))),
    facet(
      "sdg",
      found("sdg").sort((a, b) => Number(a) - Number(b)),
    ),
    facet("compiled", ["yes", "no"].filter(has("compiled"))),
    facet("joint", ["yes", "no"].filter(has("joint"))),
    facet("event", byCount("event", found("event")).slice(0, mostCountries)),
  ].filter(({ folded, options }) => options.length > (folded && !options.some(({ checked }) => checked) ? 1 : 0));
}

/** The twelve most frequent with counts, then one list of all others that have any (E20). */
function countryFacet(search: Search, counts: FacetCounts, lang: Language): FacetView {
  const t = getT(lang, "compendium");
  const names = new Map([...counts.country.keys(), ...search.country].map((iso3) => [iso3, countryName(iso3, lang)]));
  const { compare } = new Intl.Collator(lang);
  const sorted = [...names.keys()].sort(
    (a, b) =>
      (counts.country.get(b) ?? 0) - (counts.country.get(a) ?? 0) || compare(names.get(a) ?? a, names.get(b) ?? b),
  );
  const chosen = new Set(search.country);
  const shown = [...chosen, ...sorted.filter((iso3) => !chosen.has(iso3))].slice(
    0,
    Math.max(mostCountries, chosen.size),
  );
  const rest = sorted.filter((iso3) => !shown.includes(iso3));
  rest.sort((a, b) => compare(names.get(a) ?? a, names.get(b) ?? b));
  const count = (iso3: string) => formatNumber(counts.country.get(iso3) ?? 0, lang);
  return {
    name: "country",
    folded: false,
    legend: t("facets.country"),
    options: shown.map((iso3) => ({
      value: iso3,
      label: names.get(iso3) ?? iso3,
      count: count(iso3),
      checked: chosen.has(iso3),
    })),
    more:
      rest.length > 0
        ? {
            label: t("facets.more_countries"),
            options: rest.map((iso3) => ({ value: iso3, label: `${names.get(iso3)} (${count(iso3)})` })),
          }
        : undefined,
  };
}
