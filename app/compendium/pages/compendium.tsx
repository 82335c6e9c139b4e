import { useT } from "~/platform/i18n/react";
import type { Sort } from "~/reference/codes";
import { DataTable } from "~/ui/data-table";
import { EmptyState } from "~/ui/empty-state";
import { type Chip, Chips, SearchBox } from "~/ui/finding";
import { Notice } from "~/ui/notice";
import { Beside, PageHead } from "~/ui/page-parts";
import { Pagination } from "~/ui/pagination";
import { ShapeTag } from "~/ui/tags";
import { CompendiumFacets } from "../components/facets";
import { type EntryView, PledgeEntries } from "../components/pledge-entry";
import type { FacetView } from "../facets/model";
import type { Structured } from "../formats/structured";

type Field = { name: string; value: string };

export interface CompendiumView {
  search: { q: string; groupBasis: "pledged" | "today"; view: "entries" | "table"; action: string };
  narrowed: boolean;
  ignored: boolean;
  loose: boolean;
  total: number;
  count: string;
  /** "of 35" where filters leave some out. */
  of: string | null;
  range: string | null;
  entries: EntryView[];
  allCompiled: boolean;
  facets: FacetView[];
  chosen: number;
  chips: Chip[];
  clearHref: string;
  sort: Sort;
  sorts: Sort[];
  keepForSearch: Field[];
  keepForFilter: Field[];
  keepForSort: Field[];
  viewHrefs: { entries: string; table: string };
  page: number;
  pages: number;
  /** The address of the first page. */
  pageHrefs: string;
  /** For an empty list: what one filter less would give. */
  wider: { label: string; href: string }[];
  /** For search engines: the whole register, on its plain list. */
  structured: Structured | null;
  downloads: { csv: string; xlsx: string; json: string; atom: string };
}

/** The register: search on top, facets at the side, the list with what is chosen, counted and ordered. */
export function CompendiumPage({ view }: { view: CompendiumView }) {
  const t = useT("compendium");
  const ui = useT("ui");
  return (
    <>
      <PageHead low title={t("list.title")} lead={t("list.lead")} />
      <SearchBox
        action={view.search.action}
        label={ui("search.label")}
        value={view.search.q}
        keep={view.keepForSearch}
      />
      <Beside start>
        <CompendiumFacets view={view} />
        <div className="results stack">
          <ListHead view={view} />
          <Chips chips={view.chips} clearHref={view.clearHref} />
          {view.ignored && <Notice>{t("list.ignored")}</Notice>}
          {view.loose && <Notice>{t("list.loose", { q: view.search.q })}</Notice>}
          {view.allCompiled && <Notice tone="quiet">{t("list.all_compiled")}</Notice>}
          {view.total === 0 ? <NothingFound view={view} /> : <Found view={view} />}
        </div>
      </Beside>
    </>
  );
}

function ListHead({ view }: { view: CompendiumView }) {
  const t = useT("compendium");
  const reference = useT("reference");
  const ui = useT("ui");
  return (
    <div className="row push mid">
      <h2>
        {view.count} {view.of && <small className="quiet">{view.of}</small>}
      </h2>
      <div className="row mid">
        <form action={view.search.action} className="row mid">
          {view.keepForSort.map((field) => (
            <input key={`${field.name}=${field.value}`} type="hidden" {...field} />
          ))}
          <label htmlFor="sort" className="small quiet">
            {ui("sort.label")}
          </label>
          <select id="sort" name="sort" className="auto" defaultValue={view.sort}>
            {view.sorts.map((code) => (
              <option key={code} value={code}>
                {reference(`sorts.${code}`)}
              </option>
            ))}
          </select>
          <button type="submit" className="btn second small">
            {t("list.sort_button")}
          </button>
        </form>
        <nav className="switch" aria-label={ui("view.label")}>
          <a href={view.viewHrefs.entries} aria-current={view.search.view === "entries" ? "true" : undefined}>
            {ui("view.list")}
          </a>
          <a href={view.viewHrefs.table} aria-current={view.search.view === "table" ? "true" : undefined}>
            {ui("view.table")}
          </a>
        </nav>
      </div>
    </div>
  );
}

function Found({ view }: { view: CompendiumView }) {
  const t = useT("compendium");
  const join = view.pageHrefs.includes("?") ? "&" : "?";
  return (
    <>
      {view.search.view === "table" ? (
        <PledgeTable entries={view.entries} />
      ) : (
        <PledgeEntries entries={view.entries} origin={!view.allCompiled} />
      )}
      {view.range && <p className="small quiet">{view.range}</p>}
      <Pagination
        page={view.page}
        pages={view.pages}
        hrefOf={(page) => (page === 1 ? view.pageHrefs : `${view.pageHrefs}${join}page=${page}`)}
      />
      <p className="small">
        {t("list.download", { count: view.total })} <a href={view.downloads.csv}>CSV</a>,{" "}
        <a href={view.downloads.xlsx}>XLSX</a>, <a href={view.downloads.json}>JSON</a>. {t("list.follow")}{" "}
        <a href={view.downloads.atom}>Atom</a>.
      </p>
    </>
  );
}

/** The same pledges as a table. */
export function PledgeTable({ entries }: { entries: EntryView[] }) {
  const t = useT("compendium");
  const ui = useT("ui");
  const stated = (value: string | null) => value ?? <span className="quiet">{ui("not_stated")}</span>;
  return (
    <DataTable
      caption={t("table.caption")}
      hideCaption
      columns={[
        { label: t("table.pledge") },
        { label: t("table.organisation") },
        { label: t("table.type") },
        { label: t("table.date") },
        { label: t("table.value"), numeric: true },
        { label: t("table.people"), numeric: true },
      ]}
      rows={entries.map((entry) => ({
        key: entry.reference,
        cells: [
          <a key="title" href={entry.href} lang={entry.titleLang}>
            {entry.title}
          </a>,
          entry.organisation,
          entry.type && <ShapeTag shape={entry.type.shape}>{entry.type.label}</ShapeTag>,
          <span key="date" className="num">
            {entry.cells.date}
          </span>,
          stated(entry.cells.value),
          stated(entry.cells.people),
        ],
      }))}
    />
  );
}

function NothingFound({ view }: { view: CompendiumView }) {
  const t = useT("compendium");
  const ui = useT("ui");
  return (
    <EmptyState title={t("list.nothing")} action={<a href={view.clearHref}>{ui("filters.clear")}</a>}>
      {view.wider.length > 0 ? (
        <ul className="stack tight">
          {view.wider.map(({ label, href }) => (
            <li key={href}>
              <a href={href}>{label}</a>
            </li>
          ))}
        </ul>
      ) : (
        ui("search.try")
      )}
    </EmptyState>
  );
}
