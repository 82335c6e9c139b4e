import { useLang, useT } from "~/platform/i18n/react";
import { type BarRow, BarTable } from "~/ui/bar-table";
import { DataTable } from "~/ui/data-table";
import { Details } from "~/ui/details";
import { Band, Columns, PageHead, Section } from "~/ui/page-parts";
import { type Shape, ShapeTag } from "~/ui/tags";
import { MapKey, MapNotes, type MapPoint, WorldMap } from "~/ui/world-map";
import { Columns as ColumnDrawing } from "../components/column-chart";
import type { ColumnChart } from "../dashboard/model";
import type { Structured } from "../formats/structured";
import { Headlines, type HeadlineView } from "./home";

export interface ChartRow {
  label: string;
  href?: string;
  shape?: Shape;
  /** Share of the longest bar; null where there is nothing to count. */
  share: number | null;
  values: string[];
}

/** A bar chart that is a table: head of the first column, of the value columns, its rows and their sum where they add up. */
export interface ChartView {
  caption: string;
  note?: string;
  head: string;
  columns: string[];
  rows: ChartRow[];
  total?: string[];
}

export interface DashboardView {
  lead: string;
  structured: Structured;
  figures: HeadlineView[];
  computed: string;
  links: { countingRules: string; countries: string; compendium: string; summary: string };
  sections: { id: string; title: string; note: string; charts: ChartView[]; after?: string }[];
  years: { drawing: ColumnChart; table: ChartView };
  map: { points: MapPoint[]; label: string };
  islands: { label: string; places: { label: string; href: string; count: string }[] }[];
  islandsNote: string;
  countries: { label: string; href: string; pledges: string; value: string }[];
  countriesTitle: string;
}

/** What was pledged, reported and delivered: every chart with its figures, every figure with what stands behind it. */
export function DashboardPage({ view }: { view: DashboardView }) {
  const t = useT("dashboard");
  const compendium = useT("compendium");
  const { dir } = useLang();
  const [first, ...others] = view.sections;
  return (
    <>
      <PageHead title={t("title")} lead={view.lead} />
      <Headlines figures={view.figures} />
      <p className="small quiet">
        {view.computed} <a href={view.links.countingRules}>{compendium("home.read_rules")}</a> ·{" "}
        <a href={view.links.summary}>JSON</a>
      </p>
      {first && <Charts section={first} />}
      <Section id="years" title={t("year.title")} note={t("year.note")}>
        <Columns two>
          <ColumnDrawing chart={view.years.drawing} caption={t("year.caption")} rtl={dir === "rtl"} />
          <Chart chart={view.years.table} />
        </Columns>
      </Section>
      {others.map((section) => (
        <Charts key={section.id} section={section} />
      ))}
      <Band id="where" title={compendium("home.where")} note={<MapKey />}>
        <WorldMap points={view.map.points} label={view.map.label} />
        <p className="small">{view.map.label}</p>
        <MapNotes />
      </Band>
      <Places view={view} />
    </>
  );
}

function Charts({ section: { id, title, note, charts, after } }: { section: DashboardView["sections"][number] }) {
  return (
    <Section id={id} title={title} note={note}>
      <div className="stack">
        {charts.length > 1 ? (
          <Columns two>
            {charts.map((chart) => (
              <Chart key={chart.caption} chart={chart} />
            ))}
          </Columns>
        ) : (
          charts.map((chart) => <Chart key={chart.caption} chart={chart} />)
        )}
        {after && <p className="small quiet">{after}</p>}
      </div>
    </Section>
  );
}

function Chart({ chart }: { chart: ChartView }) {
  const t = useT("dashboard");
  return (
    <BarTable
      caption={chart.caption}
      note={chart.note}
      head={chart.head}
      columns={chart.columns}
      rows={chart.rows.map(barOf)}
      total={chart.total && { label: t("total"), values: chart.total }}
    />
  );
}

function barOf({ label, href, shape, share, values }: ChartRow): BarRow {
  const named = shape ? <ShapeTag shape={shape}>{label}</ShapeTag> : label;
  return { label: href ? <a href={href}>{named}</a> : named, shape, share, values };
}

/** Every small island State, and every country named: the ways in for those who cannot point at a dot. */
function Places({ view }: { view: DashboardView }) {
  const t = useT("dashboard");
  const compendium = useT("compendium");
  return (
    <>
      <Section id="islands" title={t("islands.title")} note={view.islandsNote}>
        <Columns>
          {view.islands.map(({ label, places }) => (
            <div key={label}>
              <h3>{label}</h3>
              <ul className="small">
                {places.map((place) => (
                  <li key={place.href} className="row push">
                    <a href={place.href}>{place.label}</a>
                    <span className="quiet">{place.count}</span>
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </Columns>
      </Section>
      <Section id="countries" title={t("countries.title")} note={t("countries.note")}>
        <div className="stack">
          <Details summary={view.countriesTitle}>
            <DataTable
              caption={t("countries.title")}
              hideCaption
              columns={[
                { label: compendium("facets.country") },
                { label: t("pledges"), numeric: true },
                { label: t("usd_million"), numeric: true },
              ]}
              rows={view.countries.map(({ label, href, pledges, value }) => ({
                key: href,
                cells: [
                  <a key="name" href={href}>
                    {label}
                  </a>,
                  pledges,
                  value,
                ],
              }))}
            />
          </Details>
          <p>
            <a href={view.links.countries}>{compendium("home.all_countries")}</a>
          </p>
        </div>
      </Section>
    </>
  );
}
