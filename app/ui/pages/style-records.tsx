import { formatNumber, formatPartialDate } from "~/platform/i18n/format";
import { useLang, useT } from "~/platform/i18n/react";
import { BarTable } from "../bar-table";
import { DataTable } from "../data-table";
import { Extent } from "../extent";
import { Facts } from "../facts";
import { Measure } from "../measure";
import { RegisterEntries, RegisterEntry } from "../register-entry";
import { ShapeTag, StateTag } from "../tags";
import { Timeline } from "../timeline";
import { Cite, Diff, Money, Ref, Voice } from "../words";

export function StyleEntries() {
  const t = useT("style");
  const r = useT("reference");
  const u = useT("ui");
  const { lang } = useLang();
  return (
    <RegisterEntries>
      <RegisterEntry
        href="#entries"
        title={t("pledge_1")}
        meta={[t("org_1"), formatPartialDate("2026-03-02", lang)]}
        summary={t("pledge_1_text")}
        tags={
          <>
            <ShapeTag shape="project">{r("pledge_types.project")}</ShapeTag>
            <ShapeTag shape="access">{r("focus_areas.access")}</ShapeTag>
            <ShapeTag shape="value_creation">{r("focus_areas.value_creation")}</ShapeTag>
          </>
        }
        fact={t("people")}
        factNote={t("people_note")}
        measure={<Measure delivered={9} target={14} label={t("sites", { done: 9, target: 14 })} />}
        state={<StateTag tone="done">{r("freshness.within_12")}</StateTag>}
      />
      <RegisterEntry
        href="#entries"
        title={t("pledge_2")}
        meta={[t("org_2"), formatPartialDate("2025-07", lang)]}
        tags={
          <>
            <ShapeTag shape="policy">{r("pledge_types.policy")}</ShapeTag>
            <ShapeTag shape="accelerate">{r("focus_areas.accelerate")}</ShapeTag>
          </>
        }
        fact={t("milestone")}
        factNote={t("milestone_note")}
        measure={<Measure delivered={null} target={1} />}
        state={<StateTag tone="quiet">{u("no_report_yet")}</StateTag>}
      />
    </RegisterEntries>
  );
}

export function StyleCharts() {
  const t = useT("style");
  const r = useT("reference");
  const { lang } = useLang();
  const rows = [
    ["financial", 18, 36887.2],
    ["project", 11, 15],
    ["advocacy", 4, 0.3],
    ["policy", 2, null],
  ] as const;
  const one = { minimumFractionDigits: 1 };
  return (
    <div className="stack loose">
      <BarTable
        caption={t("by_type")}
        head={t("type")}
        columns={[t("count"), t("usd_million")]}
        rows={rows.map(([type, count, value]) => ({
          label: <ShapeTag shape={type}>{r(`pledge_types.${type}`)}</ShapeTag>,
          share: count / 18,
          shape: type,
          values: [formatNumber(count, lang), value === null ? "–" : formatNumber(value, lang, one)],
        }))}
        total={{ label: t("total"), values: [formatNumber(35, lang), formatNumber(36902.5, lang, one)] }}
      />
      <DataTable
        caption={t("work_table")}
        columns={[
          { label: t("count"), sortHref: "#chart" },
          { label: t("state") },
          { label: t("who_next") },
          { label: t("next_date"), sortHref: "#chart", sorted: "ascending", numeric: true },
        ]}
        rows={[
          {
            key: "1",
            cells: [
              <a key="title" href="#chart">
                {t("pledge_1")}
              </a>,
              <StateTag key="state" tone="due">
                {t("changes_asked")}
              </StateTag>,
              <b key="who">{t("you")}</b>,
              formatPartialDate("2026-11-30", lang),
            ],
          },
          {
            key: "2",
            cells: [
              <a key="title" href="#chart">
                {t("pledge_2")}
              </a>,
              <StateTag key="state" tone="half">
                {t("in_review")}
              </StateTag>,
              t("staff"),
              formatPartialDate("2026-12-04", lang),
            ],
          },
        ]}
      />
    </div>
  );
}

export function StyleFacts() {
  const t = useT("style");
  const r = useT("reference");
  const { lang } = useLang();
  return (
    <div className="stack loose">
      <Voice lead>{t("pledge_1_text")}</Voice>
      {lang === "fr" ? (
        <Voice lang="ar" label={t("foreign_label")}>
          أبراج تعمل بالطاقة الشمسية في 14 جزيرة نائية.
        </Voice>
      ) : (
        <Voice lang="fr" label={t("foreign_label")}>
          Des pylônes à énergie solaire dans 14 îles périphériques.
        </Voice>
      )}
      <Facts
        facts={[
          {
            term: t("as_pledged"),
            value: (
              <Money>
                {formatNumber(155000000, lang, { style: "currency", currency: "EUR", maximumFractionDigits: 0 })}
              </Money>
            ),
          },
          { term: t("ldc"), value: <Extent level={2}>{r("extents.primarily")}</Extent> },
          {
            term: t("by"),
            value: (
              <Diff before={formatPartialDate("2029-06-30", lang)} after={formatPartialDate("2028-12-31", lang)} />
            ),
          },
          { term: t("cash"), value: null },
        ]}
      />
      <Timeline
        moments={[
          { tone: "open", when: formatPartialDate("2027-12", lang), iso: "2027-12", body: t("planned") },
          { tone: "due", when: formatPartialDate("2026", lang), title: t("nothing_since") },
          {
            when: formatPartialDate("2025-11-02", lang),
            iso: "2025-11-02",
            title: <a href="#facts">{t("pledge_1")}</a>,
            body: t("report_said"),
          },
        ]}
      />
      <Cite id="cite">
        {t("cite")} <Ref>P2C-2026-00061</Ref>
      </Cite>
    </div>
  );
}
