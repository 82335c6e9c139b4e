import { isLanguage, type Language } from "~/platform/i18n/languages";
import {
  type Constituency,
  constituencies,
  type Delivery,
  deliveries,
  type FocusArea,
  type Freshness,
  focusAreas,
  freshnessCodes,
  type Group,
  type GroupBasis,
  groups,
  type PledgeType,
  type PublicStatus,
  pledgeTypes,
  publicStatuses,
  type Region,
  regions,
  type Sort,
  sorts,
  type ValueBand,
  valueBands,
} from "~/reference/codes";
import { country } from "~/reference/countries";

/** What a list of pledges is asked for: the closed set of the contract. Empty lists ask for nothing. */
export interface Search {
  q: string;
  type: PledgeType[];
  focus: FocusArea[];
  constituency: Constituency[];
  region: Region[];
  country: string[];
  group: Group[];
  group_basis: GroupBasis;
  sdg: string[];
  status: PublicStatus[];
  year: string[];
  event: string[];
  value: ValueBand[];
  reported: Freshness[];
  delivery: Delivery[];
  joint: ("yes" | "no")[];
  compiled: ("yes" | "no")[];
  /** Null: by relevance if words are asked for, else the newest first. */
  sort: Sort | null;
  view: "entries" | "table";
  page: number;
}

const oneOf =
  (codes: readonly string[]) =>
  (value: string): boolean =>
    codes.includes(value);

/** The repeatable filters, and which values each of them knows. */
const filterValues = {
  type: oneOf(pledgeTypes),
  focus: oneOf(focusAreas),
  constituency: oneOf(constituencies),
  region: oneOf(regions),
  country: (value: string) => country(value) !== undefined,
  group: oneOf(groups),
  sdg: (value: string) => /^([1-9]|1[0-7])$/.test(value),
  status: oneOf(publicStatuses),
  year: (value: string) => /^(19|20)\d{2}$/.test(value),
  event: (value: string) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(value),
  value: oneOf(valueBands),
  reported: oneOf(freshnessCodes),
  delivery: oneOf(deliveries),
  joint: oneOf(["yes", "no"]),
  compiled: oneOf(["yes", "no"]),
} as const;

export type FilterName = keyof typeof filterValues;
export const filterNames = Object.keys(filterValues) as FilterName[];

const singleValues = {
  group_basis: oneOf(["pledged", "today"]),
  sort: oneOf(sorts),
  view: oneOf(["entries", "table"]),
  page: (value: string) => /^[1-9]\d{0,5}$/.test(value),
} as const;

/** What a single parameter means when it is left out; saying so is the same address. */
const defaults: Record<string, string> = { group_basis: "pledged", view: "entries", page: "1" };

/** Longest question, and most values of one filter, that are listened to (E17). */
export const longestQuestion = 200;
const mostValues = 20;

const isFilter = (name: string): name is FilterName => Object.hasOwn(filterValues, name);
const isSingle = (name: string): name is keyof typeof singleValues => Object.hasOwn(singleValues, name);

export interface ParsedSearch {
  search: Search;
  /** What was not understood: unknown names, unknown values, too many of them. Web pages leave it out and say so; the API refuses it. */
  refused: { name: string; value: string }[];
}

export const emptySearch = (): Search => ({
  ...(Object.fromEntries(filterNames.map((name) => [name, []])) as unknown as Pick<Search, FilterName>),
  q: "",
  group_basis: "pledged",
  sort: null,
  view: "entries",
  page: 1,
});

/** Reads the parameters of a list. Empty values mean nothing was chosen; forms send them. */
export function parseSearch(params: URLSearchParams): ParsedSearch {
  const search = emptySearch();
  const refused: ParsedSearch["refused"] = [];
  const lists = search as unknown as Record<FilterName, string[]>;
  for (const [name, value] of params) {
    if (value === "") continue;
    if (name === "q") search.q = value.replaceAll(/\s+/g, " ").trim().slice(0, longestQuestion);
    else if (isFilter(name) && filterValues[name](value) && lists[name].length < mostValues) {
      if (!lists[name].includes(value)) lists[name].push(value);
    } else if (isSingle(name) && singleValues[name](value)) {
      if (name === "page") search.page = Number(value);
      else Object.assign(search, { [name]: value });
    } else refused.push({ name, value });
  }
  for (const name of filterNames) lists[name].sort();
  return { search, refused };
}

/** The one spelling of a search: parameters in a fixed order, values sorted, defaults left out. Empty, or begins with "?". */
export function searchString(search: Search): string {
  const params = new URLSearchParams();
  if (search.q) params.append("q", search.q);
  for (const name of filterNames) for (const value of search[name]) params.append(name, value);
  for (const name of ["group_basis", "sort", "view", "page"] as const) {
    const value = search[name];
    if (value !== null && String(value) !== defaults[name]) params.append(name, String(value));
  }
  const text = params.toString();
  return text && `?${text}`;
}

/** The same search with one thing changed, from its first page. */
export const changed = (search: Search, changes: Partial<Search>): Search => ({ ...search, page: 1, ...changes });

/** The same search with one value of a filter taken away. */
export const without = (search: Search, name: FilterName, value: string): Search =>
  changed(search, { [name]: (search[name] as string[]).filter((one) => one !== value) });

/** Whether anything but order, view and page was asked for. */
export const isNarrowed = (search: Search): boolean =>
  search.q !== "" || filterNames.some((name) => search[name].length > 0);

const lists = /^\/[a-z]{2}\/compendium(\.csv|\.xlsx)?$/;
const paged = /^\/[a-z]{2}\/(organisations|countries|regions|events|focus-areas)\/[^/]+$/;

/**
 * The one spelling of a public address under which its answer is cached: known parameters with known values, sorted and capped; whatever
 * else was there leaves one bit, so that the page can say that something was ignored (E17). The API keeps what it must refuse by name.
 */
export function canonicalAddress(url: URL): string {
  const path = url.pathname.length > 1 ? url.pathname.replace(/\/+$/, "") || "/" : url.pathname;
  if (url.search === "") return path;
  if (lists.test(path)) {
    const { search, refused } = parseSearch(url.searchParams);
    const text = searchString(search);
    return path + text + (refused.length > 0 ? `${text ? "&" : "?"}ignored=1` : "");
  }
  if (paged.test(path)) {
    const page = url.searchParams.get("page");
    return page !== null && singleValues.page(page) && page !== "1" ? `${path}?page=${page}` : path;
  }
  if (path === "/api/v1/pledges") return path + apiSearch(url.searchParams);
  if (path === "/feeds/pledges.atom" || path === "/feeds/reports.atom") {
    const lang = url.searchParams.get("lang");
    return isLanguage(lang) && lang !== "en" ? `${path}?lang=${lang}` : path;
  }
  return path;
}

const longestName = 40;

function apiSearch(params: URLSearchParams): string {
  const known = [...params]
    .slice(0, 200)
    .map(([name, value]): [string, string] => [name.slice(0, longestName), value.slice(0, longestQuestion)])
    .sort(([a, x], [b, y]) => (a === b ? (x < y ? -1 : 1) : a < b ? -1 : 1));
  const text = new URLSearchParams(known).toString();
  return text && `?${text}`;
}

/** The language of a feed: its parameter, else English. */
export const feedLanguage = (url: URL): Language => {
  const lang = url.searchParams.get("lang");
  return isLanguage(lang) ? lang : "en";
};
