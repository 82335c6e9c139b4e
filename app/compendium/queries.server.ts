import { address } from "~/addresses";
import { pool } from "~/platform/db/client.server";
import { env } from "~/platform/env";
import { formatNumber } from "~/platform/i18n/format";
import type { Language } from "~/platform/i18n/languages";
import { getT } from "~/platform/i18n/translate";
import { sorts } from "~/reference/codes";
import type { Shape } from "~/ui/tags";
import { facetViews, valueLabel } from "./facets/model";
import { datasetData } from "./formats/structured";
import { entryView } from "./list/model";
import { countAll, countPledges, countWithout, listEntries, pageSize, sortOf } from "./list/queries.server";
import { changed, filterNames, isNarrowed, type Search, searchString, without } from "./model";
import type { CompendiumView } from "./pages/compendium";
import { countFacets, findWords, type Hits } from "./search/queries.server";

/** The compendium's list for one search, ready to show. `ignored`: some of the address was not understood. */
export async function getCompendium(asked: Search, ignored: boolean, lang: Language): Promise<CompendiumView> {
  const hits = await findWords(asked.q, lang);
  const total = await countPledges(asked, hits);
  const pages = Math.max(1, Math.ceil(total / pageSize));
  const search = { ...asked, page: Math.min(asked.page, pages) };
  const [rows, counts, all, events, wider] = await Promise.all([
    listEntries(search, hits, lang, { offset: (search.page - 1) * pageSize }),
    countFacets(search, hits),
    countAll(),
    eventNames(lang),
    total === 0 ? widerSearches(search, hits, lang) : [],
  ]);
  const t = getT(lang, "compendium");
  const to = (next: Search) => address.compendium(lang, searchString(next));
  const from = (search.page - 1) * pageSize;
  const n = (value: number) => formatNumber(value, lang);
  return {
    search: { q: search.q, groupBasis: search.group_basis, view: search.view, action: address.compendium(lang) },
    narrowed: isNarrowed(search),
    ignored,
    loose: hits?.loose ?? false,
    total,
    count: t("list.count", { count: total, n: n(total) }),
    of: total === all ? null : t("list.of", { count: all, n: n(all) }),
    range: total > pageSize ? t("list.range", { from: n(from + 1), to: n(from + rows.length), total: n(total) }) : null,
    entries: rows.map((row) => entryView(row, lang)),
    allCompiled: rows.length > 0 && rows.every(({ compiled }) => compiled),
    facets: facetViews(search, counts, lang, events),
    chosen: filterNames.reduce((sum, name) => sum + search[name].length, 0),
    chips: chipsOf(search, lang, events),
    clearHref: to({ ...search, ...clearedFilters(), q: "", page: 1 }),
    sort: sortOf(search, hits),
    sorts: sorts.filter((code) => code !== "relevance" || hits !== null),
    keepForSearch: fieldsOf({ ...search, q: "" }),
    keepForFilter: fieldsOf({ ...search, ...clearedFilters(), group_basis: "pledged" }),
    keepForSort: fieldsOf({ ...search, sort: null }),
    viewHrefs: { entries: to({ ...search, view: "entries" }), table: to({ ...search, view: "table" }) },
    page: search.page,
    pages,
    pageHrefs: to({ ...search, page: 1 }),
    wider,
    structured: isNarrowed(search) || search.page > 1 || total === 0 ? null : registerData(lang),
    downloads: {
      csv: address.compendiumFile(lang, "csv", searchString({ ...search, view: "entries", page: 1 })),
      xlsx: address.compendiumFile(lang, "xlsx", searchString({ ...search, view: "entries", page: 1 })),
      json: address.apiPledges(searchString({ ...search, view: "entries", page: 1 })),
      atom: `${address.pledgesFeed()}${lang === "en" ? "" : `?lang=${lang}`}`,
    },
  };
}

function registerData(lang: Language) {
  const t = getT(lang, "compendium");
  return datasetData(env.APP_URL, {
    lang,
    path: address.compendium(lang),
    name: t("list.title"),
    description: t("list.description"),
  });
}

const clearedFilters = () => Object.fromEntries(filterNames.map((name) => [name, []])) as Partial<Search>;

/** A search as hidden fields, so that one form keeps what the others chose. */
const fieldsOf = (search: Search) =>
  [...new URLSearchParams(searchString({ ...search, page: 1 }))].map(([name, value]) => ({ name, value }));

function chipsOf(search: Search, lang: Language, events: Map<string, string>): CompendiumView["chips"] {
  const to = (next: Search) => address.compendium(lang, searchString(next));
  const words = search.q ? [{ label: `“${search.q}”`, removeHref: to(changed(search, { q: "" })) }] : [];
  return [
    ...words,
    ...filterNames.flatMap((name) =>
      (search[name] as string[]).map((value) => ({
        label: valueLabel(name, value, lang, events),
        shape: name === "type" || name === "focus" ? (value as Shape) : undefined,
        removeHref: to(without(search, name, value)),
      })),
    ),
  ];
}

async function widerSearches(search: Search, hits: Hits | null, lang: Language): Promise<CompendiumView["wider"]> {
  const t = getT(lang, "compendium");
  return (await countWithout(search, hits)).map(({ name, pledges }) => ({
    label: t("list.without", {
      count: pledges,
      n: formatNumber(pledges, lang),
      filter: t(name === "q" ? "facets.words" : `facets.${name}`),
    }),
    href: address.compendium(lang, searchString(changed(search, name === "q" ? { q: "" } : { [name]: [] }))),
  }));
}

async function eventNames(lang: Language): Promise<Map<string, string>> {
  const { rows } = await pool().query<{ slug: string; name: string }>(
    "SELECT slug, coalesce(names->>$1, names->>'en', slug) AS name FROM compendium_events",
    [lang],
  );
  return new Map(rows.map(({ slug, name }) => [slug, name]));
}
