import { useT } from "~/platform/i18n/react";
import { Band, Breadcrumbs, PageHead, Section } from "../page-parts";
import { MapKey, MapNotes, type MapPoint, WorldMap } from "../world-map";
import { StyleFinding, StyleForms } from "./style-forms";
import { StyleFigures, StyleMarks, StyleMeasures } from "./style-marks";
import { StyleCharts, StyleEntries, StyleFacts } from "./style-records";
import { StyleStates, StyleWork } from "./style-work";

/** Every component in realistic use, with invented organisations: the page to look at when something is changed. Not indexed. */
export function StylePage({ points }: { points: MapPoint[] }) {
  const t = useT("style");
  return (
    <>
      <Breadcrumbs
        items={[{ label: t("marks"), href: "#marks" }, { label: t("form"), href: "#form" }, { label: t("title") }]}
      />
      <PageHead low title={t("title")} lead={t("lead")} />
      <Section id="figures" title={t("figures")}>
        <StyleFigures />
      </Section>
      <Section id="marks" title={t("marks")} note={t("marks_note")}>
        <StyleMarks />
      </Section>
      <Section id="measure" title={t("measure")} note={t("measure_note")}>
        <StyleMeasures />
      </Section>
      <Section id="entries" title={t("entries")}>
        <StyleEntries />
      </Section>
      <Section id="find" title={t("find")}>
        <StyleFinding />
      </Section>
      <Section id="chart" title={t("chart")}>
        <StyleCharts />
      </Section>
      <Section id="facts" title={t("facts")}>
        <StyleFacts />
      </Section>
      <Section id="form" title={t("form")} note={t("form_note")}>
        <StyleForms />
      </Section>
      <Section id="work" title={t("work")}>
        <StyleWork />
      </Section>
      <Section id="states" title={t("states")}>
        <StyleStates />
      </Section>
      <Band id="map" title={t("map")} note={<MapKey />}>
        <WorldMap points={points} label={t("map")} />
        <MapNotes />
      </Band>
    </>
  );
}
