import type { ReactNode } from "react";
import { useLang, useT } from "~/platform/i18n/react";
import { DataTable } from "~/ui/data-table";
import { MeasuredLine } from "~/ui/measure";
import { Columns, Section } from "~/ui/page-parts";
import { Timeline } from "~/ui/timeline";
import type { LineChart } from "../model";

export interface CameOfItView {
  /** How fresh the latest report is, and when it was, in words. */
  freshness: string;
  missing: string | null;
  delivered: { text: string; value: number | null; target: number | null; share: string | null } | null;
  indicators: {
    key: string;
    name: string;
    nameLang?: string;
    last: number | null;
    target: number | null;
    targetText: string | null;
    share: string | null;
    chart: LineChart;
    rows: { key: string; period: string; value: string }[];
  }[];
  reports: {
    id: string;
    iso: string;
    when: string;
    period: string;
    status: string;
    by: string;
    textLang?: string;
    corrects: string | null;
    corrected: string | null;
    facts: { term: string; value: string; note: string | null }[];
    paragraphs: { title: string | null; text: string }[];
    links: string[];
  }[];
}

/** What came of a pledge; `children` is what public sources say, apart from the reports (R29). */
export function CameOfIt({ view, children }: { view: CameOfItView; children?: ReactNode }) {
  const t = useT("pledge-reports");
  return (
    <Section id="reports" title={t("title")} note={t("note")}>
      <div className="stack">
        <p>
          {view.freshness} {view.missing}
        </p>
        {view.delivered && (
          <>
            <h3>{t("delivered")}</h3>
            <MeasuredLine delivered={view.delivered.value} target={view.delivered.target} share={view.delivered.share}>
              {view.delivered.text}
            </MeasuredLine>
          </>
        )}
        {view.indicators.length > 0 && (
          <>
            <h3>{t("indicators")}</h3>
            <Columns two>
              {view.indicators.map((one) => (
                <Indicator key={one.key} view={one} />
              ))}
            </Columns>
          </>
        )}
        {view.reports.length === 0 ? (
          <p className="quiet">{t("none")}</p>
        ) : (
          <Timeline
            moments={view.reports.map((report) => ({
              tone: report.corrected ? "stopped" : "done",
              when: report.when,
              iso: report.iso,
              title: (
                <span id={`report-${report.id}`}>
                  {report.status} · {report.period}
                </span>
              ),
              body: <Report report={report} />,
            }))}
          />
        )}
        {children}
      </div>
    </Section>
  );
}

function Report({ report }: { report: CameOfItView["reports"][number] }) {
  const t = useT("pledge-reports");
  const { textLang: lang } = report;
  return (
    <div className="stack tight">
      <p className="small quiet">{report.by}</p>
      {report.corrected && <p>{report.corrected}</p>}
      {report.corrects && <p>{report.corrects}</p>}
      {report.facts.map(({ term, value, note }) => (
        <p key={term}>
          {term}: <b className="num">{value}</b>
          {note && (
            <>
              {" · "}
              <span lang={lang} dir={lang && "auto"}>
                {note}
              </span>
            </>
          )}
        </p>
      ))}
      {report.paragraphs.map(({ title, text }) => (
        <p key={`${title} ${text}`}>
          {title && `${title}: `}
          <span lang={lang} dir={lang && "auto"}>
            {text}
          </span>
        </p>
      ))}
      {report.links.length > 0 && (
        <p className="row">
          {t("links")}:{" "}
          {report.links.map((href) => (
            <a key={href} href={href} rel="nofollow noopener">
              <bdi dir="ltr">{href}</bdi>
            </a>
          ))}
        </p>
      )}
    </div>
  );
}

/** An indicator over time: the drawing, and the table that carries the same figures. */
function Indicator({ view }: { view: CameOfItView["indicators"][number] }) {
  const t = useT("pledge-reports");
  const { dir } = useLang();
  const { chart } = view;
  return (
    <div className="stack tight">
      <h4 lang={view.nameLang}>{view.name}</h4>
      <svg className="chart" viewBox={`0 0 ${chart.width} ${chart.height}`} aria-hidden="true">
        <path className="base" d={`M0 ${chart.base}H${chart.width}`} />
        {chart.target !== null && <path className="tgt" d={`M0 ${chart.target}H${chart.width}`} />}
        <path className="ln" d={chart.line} />
        {chart.points.map(({ x, y, text }) => (
          <g key={`${x} ${y}`}>
            <circle className="pt" cx={x} cy={y} r="4" />
            <text x={x} y={y - 9} direction={dir}>
              {text}
            </text>
          </g>
        ))}
      </svg>
      {view.targetText && (
        <MeasuredLine delivered={view.last} target={view.target} share={view.share}>
          {view.targetText}
        </MeasuredLine>
      )}
      <DataTable
        caption={view.name}
        hideCaption
        columns={[{ label: t("period_end") }, { label: t("value"), numeric: true }]}
        rows={view.rows.map(({ key, period, value }) => ({ key, cells: [period, value] }))}
      />
    </div>
  );
}
