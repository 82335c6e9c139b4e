import { formatNumber, formatPercent } from "~/platform/i18n/format";
import { useLang, useT } from "~/platform/i18n/react";
import { Extent } from "../extent";
import { Figure, Figures } from "../figures";
import { MeasuredLine } from "../measure";
import { Columns } from "../page-parts";
import { type Shape, ShapeTag, StateTag } from "../tags";

const types = ["financial", "project", "policy", "advocacy"] as const satisfies Shape[];
const areas = ["access", "adoption", "value_creation", "accelerate"] as const satisfies Shape[];

export function StyleFigures() {
  const t = useT("style");
  const { lang } = useLang();
  const total = formatNumber(35, lang);
  return (
    <Figures>
      <Figure before="US$" value={formatNumber(36.9, lang)} after={t("billion")} label={t("pledged")} part={1}>
        {t("pledged_note")}
      </Figure>
      <Figure value={formatNumber(2, lang)} after={t("of_total", { total })} label={t("news")} part={2 / 35}>
        <StateTag tone="due">{t("nothing_since")}</StateTag>
      </Figure>
      <Figure before="US$" value={formatNumber(2.6, lang)} after={t("billion")} label={t("delivered")} part={0.07}>
        {t("delivered_note")}
      </Figure>
    </Figures>
  );
}

export function StyleMarks() {
  const t = useT("style");
  const r = useT("reference");
  return (
    <div className="stack">
      <p className="row">
        {areas.map((area) => (
          <ShapeTag key={area} shape={area}>
            {r(`focus_areas.${area}`)}
          </ShapeTag>
        ))}
      </p>
      <p className="row">
        {types.map((type) => (
          <ShapeTag key={type} shape={type}>
            {r(`pledge_types.${type}`)}
          </ShapeTag>
        ))}
      </p>
      <p className="row">
        <StateTag tone="done">{t("published")}</StateTag>
        <StateTag tone="half">{t("in_review")}</StateTag>
        <StateTag tone="open">{r("deliveries.not_started")}</StateTag>
        <StateTag tone="due">{t("changes_asked")}</StateTag>
        <StateTag tone="stopped">{t("clock_stopped")}</StateTag>
        <StateTag tone="quiet">{r("freshness.never")}</StateTag>
      </p>
      <p className="row">
        {(["none", "partly", "primarily", "exclusively"] as const).map((extent, level) => (
          <Extent key={extent} level={level as 0 | 1 | 2 | 3}>
            {r(`extents.${extent}`)}
          </Extent>
        ))}
      </p>
    </div>
  );
}

export function StyleMeasures() {
  const t = useT("style");
  const { lang } = useLang();
  const target = formatNumber(14, lang);
  return (
    <Columns>
      {[9, 0, 17].map((done) => (
        <MeasuredLine key={done} delivered={done} target={14} share={formatPercent((done / 14) * 100, lang)}>
          {t("sites", { done: formatNumber(done, lang), target })}
        </MeasuredLine>
      ))}
      <MeasuredLine delivered={null} target={14}>
        {t("nothing_since")}
      </MeasuredLine>
    </Columns>
  );
}
