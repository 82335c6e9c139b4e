import type { ReactNode } from "react";
import { useT } from "~/platform/i18n/react";
import type { FocusArea, PledgeType } from "~/reference/codes";
import { DataTable } from "~/ui/data-table";
import { Figure, Figures } from "~/ui/figures";
import { Notice } from "~/ui/notice";
import { PageHead, Section } from "~/ui/page-parts";
import { ShapeTag } from "~/ui/tags";
import { Voice } from "~/ui/words";
import { type BeneficiariesView, PledgeBeneficiaries } from "../components/beneficiaries";
import { type StatedFact, StatedFacts } from "../components/stated-facts";

/** Words of the pledger; `lang` and `note` only when they are not in the page's language. */
export interface Passage {
  text: string;
  lang?: string;
  note?: string;
}

/** Everything a reader sees of a pledge, formatted for one language: the public page and the preview render the same (E2). */
export interface PledgeBodyView {
  title: Passage;
  type: { code: PledgeType; label: string; reading?: boolean } | null;
  focusAreas: { code: FocusArea; label: string; reading?: boolean }[];
  organisation: { name: string; href?: string; note?: string };
  /** Set on compiled records: where it was announced (R16). */
  compiled: { sources: { label: string; href: string }[]; note: string | null } | null;
  figures: {
    key: string;
    value: string;
    before?: string;
    after?: string;
    label: Passage;
    none?: boolean;
    notes: Passage[];
  }[];
  summary: Passage;
  descriptionHtml: string | null;
  descriptionLang?: string;
  indicators: {
    key: string;
    name: string;
    baseline: string | null;
    target: string | null;
    due: string | null;
    check: string | null;
  }[];
  milestones: { key: string; name: string; due: string | null; done: string | null }[];
  /** Language of the measures' words, when it is not the page's. */
  measuresLang?: string;
  beneficiaries: BeneficiariesView;
  value: StatedFact[];
  partners: StatedFact[];
}

/** The head: kind, title, who, and where it comes from. `children` stand below the organisation's name. */
export function PledgeHead({ view, children }: { view: PledgeBodyView; children?: ReactNode }) {
  const t = useT("pledges");
  const { organisation, compiled } = view;
  return (
    <PageHead
      title={view.title.text}
      titleLang={view.title.lang}
      over={
        <>
          {view.type && (
            <span>
              <ShapeTag shape={view.type.code}>{view.type.label}</ShapeTag> {view.type.reading && <Reading />}
            </span>
          )}
          {view.focusAreas.map((area) => (
            <span key={area.code}>
              <ShapeTag shape={area.code}>{area.label}</ShapeTag> {area.reading && <Reading />}
            </span>
          ))}
        </>
      }
      lead={
        <>
          {organisation.href ? <a href={organisation.href}>{organisation.name}</a> : organisation.name}{" "}
          {organisation.note && <span className="quiet">{organisation.note}</span>}
        </>
      }
    >
      {compiled && (
        <Notice tone="quiet">
          <p>
            {t("body.compiled")}{" "}
            {compiled.sources.map((source) => (
              <span key={source.href}>
                <a href={source.href} rel="nofollow noopener">
                  {source.label}
                </a>{" "}
              </span>
            ))}
          </p>
          {compiled.note && (
            <p className="small quiet" lang={view.measuresLang} dir={view.measuresLang && "auto"}>
              {compiled.note}
            </p>
          )}
        </Notice>
      )}
      {children}
    </PageHead>
  );
}

function Reading() {
  const t = useT("pledges");
  return <small className="quiet">({t("body.our_reading")})</small>;
}

/** A few words, marked when they are not in the page's language. */
function Words({ of: { text, lang } }: { of: Passage }) {
  return lang ? <bdi lang={lang}>{text}</bdi> : text;
}

/** The one to three figures that say most; policy and advocacy show their milestone, never a zero. */
export function PledgeFigures({ view }: { view: Pick<PledgeBodyView, "figures"> }) {
  return (
    <Figures>
      {view.figures.map(({ key, label, notes, ...figure }) => (
        <Figure key={key} {...figure} label={<Words of={label} />}>
          {notes.length > 0 &&
            notes.map((note) => (
              <span key={note.text}>
                <Words of={note} />{" "}
              </span>
            ))}
        </Figure>
      ))}
    </Figures>
  );
}

/** What was promised, in the pledger's words. */
export function PledgePromise({ view }: { view: PledgeBodyView }) {
  const t = useT("pledges");
  const { summary } = view;
  return (
    <Section id="promised" title={t("body.promised")}>
      <div className="stack">
        <Voice lead lang={summary.lang} label={summary.note}>
          {summary.text || t("body.no_summary")}
        </Voice>
        {view.descriptionHtml && (
          <Voice lang={view.descriptionLang}>
            {/* biome-ignore lint/security/noDangerouslySetInnerHtml: rendered by formats/markdown.ts, which escapes HTML */}
            <div className="prose" dangerouslySetInnerHTML={{ __html: view.descriptionHtml }} />
          </Voice>
        )}
      </div>
    </Section>
  );
}

/** Indicators and milestones as promised; the public page may draw progress instead. */
export function PledgeMeasures({ view, children }: { view: PledgeBodyView; children?: ReactNode }) {
  const t = useT("pledges");
  const ui = useT("ui");
  const words = (text: string) => <bdi lang={view.measuresLang}>{text}</bdi>;
  const stated = (text: string | null) =>
    text ? <bdi>{text}</bdi> : <span className="quiet">{ui("not_stated")}</span>;
  return (
    <Section id="measures" title={t("body.measures")} note={t("body.measures_note")}>
      <div className="stack">
        {children}
        {view.indicators.length > 0 && (
          <DataTable
            caption={t("body.indicators")}
            columns={[
              { label: t("body.indicator") },
              { label: t("body.baseline"), numeric: true },
              { label: t("body.target"), numeric: true },
              { label: t("body.due") },
              { label: t("body.verification") },
            ]}
            rows={view.indicators.map((one) => ({
              key: one.key,
              cells: [
                words(one.name),
                stated(one.baseline),
                stated(one.target),
                stated(one.due),
                one.check ? words(one.check) : stated(null),
              ],
            }))}
          />
        )}
        {view.milestones.length > 0 && (
          <DataTable
            caption={t("body.milestones")}
            columns={[{ label: t("body.milestone") }, { label: t("body.due") }, { label: t("body.done") }]}
            rows={view.milestones.map((one) => ({
              key: one.key,
              cells: [
                words(one.name),
                stated(one.due),
                one.done ?? <span className="quiet">{ui("not_reported")}</span>,
              ],
            }))}
          />
        )}
        {view.indicators.length + view.milestones.length === 0 && <p className="quiet">{ui("not_stated")}</p>}
      </div>
    </Section>
  );
}

/** Everything below the head. `measures` replaces the plain table, `after` follows. */
export function PledgeBody({
  view,
  measures,
  after,
}: {
  view: PledgeBodyView;
  measures?: ReactNode;
  after?: ReactNode;
}) {
  const t = useT("pledges");
  return (
    <>
      <PledgeFigures view={view} />
      <PledgePromise view={view} />
      {measures ?? <PledgeMeasures view={view} />}
      <PledgeBeneficiaries view={view.beneficiaries} />
      <Section id="value" title={t("body.value")}>
        <StatedFacts facts={view.value} />
      </Section>
      <Section id="partners" title={t("body.with_whom")}>
        <StatedFacts facts={view.partners} />
      </Section>
      {after}
    </>
  );
}
