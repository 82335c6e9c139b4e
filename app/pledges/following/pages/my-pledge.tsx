import type { ReactNode } from "react";
import { address } from "~/addresses";
import { useLang, useT } from "~/platform/i18n/react";
import { Notice } from "~/ui/notice";
import { PageHead, Section } from "~/ui/page-parts";
import { ShapeTag, StateTag, type Tone } from "~/ui/tags";
import { Timeline } from "~/ui/timeline";
import { Ref } from "~/ui/words";
import type { PledgeBodyView } from "../../pages/pledge-body";
import { PledgeFigures } from "../../pages/pledge-body";
import { type GivenPart, GivenParts } from "../../together/components/parts";
import { PledgeCrumbs } from "../components/crumbs";
import { NextSection, type NextView } from "../components/next";

/** What may be said once after something was done. */
export const doneWords = ["asked", "taken_back", "withdrawn", "appealed", "revised", "answered"] as const;
export type Done = (typeof doneWords)[number];

export interface MyPledgeView extends NextView {
  id: string;
  revisionId: string;
  title: { text: string; lang?: string } | null;
  reference: string | null;
  organisation: string;
  type: PledgeBodyView["type"];
  focusAreas: PledgeBodyView["focusAreas"];
  figures: PledgeBodyView["figures"];
  state: string;
  tone: Tone;
  revision: string | null;
  publicHref: string | null;
  editable: boolean;
  parts: GivenPart[];
  problems: { key: string; href: string; text: string }[];
  measurability: { criterion: string; met: boolean; reason: string; href?: string }[];
}

type MyPledgeProps = {
  view: MyPledgeView;
  done?: Done;
  /** What the reviewer wrote and the way to answer; due diligence, which stands above, brings it. */
  questions?: ReactNode;
};

/** One pledge for its own people: state, who must act, what is asked, what is missing, what happened. */
export function MyPledgePage({ view, done, questions }: MyPledgeProps) {
  const t = useT("my-pledges");
  const title = view.title?.text ?? t("untitled");
  return (
    <>
      <PledgeCrumbs title={title} />
      <PageHead
        low
        title={title}
        titleLang={view.title?.lang}
        over={
          (view.type || view.focusAreas.length > 0) && (
            <>
              {view.type && <ShapeTag shape={view.type.code}>{view.type.label}</ShapeTag>}
              {view.focusAreas.map(({ code, label }) => (
                <ShapeTag key={code} shape={code}>
                  {label}
                </ShapeTag>
              ))}
            </>
          )
        }
      >
        <p className="row">
          <StateTag tone={view.tone}>{view.state}</StateTag>
          {view.revision && <span>{view.revision}</span>}
          {view.reference ? <Ref>{view.reference}</Ref> : <span className="quiet">{t("entry.no_reference")}</span>}
          <span className="quiet">
            <bdi>{view.organisation}</bdi>
          </span>
        </p>
      </PageHead>
      {done && (
        <Notice tone="done" announce>
          {t(`done.${done}`)}
        </Notice>
      )}
      <NextSection view={view} lastWord={!questions} />
      {questions && (
        <Section id="questions" title={t("questions.title")} note={t("questions.note")}>
          {questions}
        </Section>
      )}
      <Problems view={view} />
      <Measurability view={view} />
      <GivenParts parts={view.parts} />
      <ContentSection view={view} />
      <History view={view} />
    </>
  );
}

function Problems({ view: { problems } }: { view: MyPledgeView }) {
  const t = useT("my-pledges");
  if (problems.length === 0) return null;
  return (
    <Section id="missing" title={t("missing.title")} note={t("missing.note", { count: problems.length })}>
      <ul className="stack tight">
        {problems.map(({ key, href, text }) => (
          <li key={key}>
            <a href={href}>{text}</a>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Measurability({ view: { measurability } }: { view: MyPledgeView }) {
  const t = useT("my-pledges");
  if (measurability.length === 0) return null;
  const met = measurability.filter((one) => one.met).length;
  return (
    <Section
      id="measurable"
      title={t("measurable.title")}
      note={t("measurable.note", { met, all: measurability.length })}
    >
      <ul className="checks">
        {measurability.map(({ criterion, met: isMet, reason, href }) => (
          <li key={criterion}>
            <StateTag tone={isMet ? "done" : "due"}>{criterion}</StateTag>
            <p>
              {reason} {href && <a href={href}>{t("measurable.mend")}</a>}
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function ContentSection({ view }: { view: MyPledgeView }) {
  const t = useT("my-pledges");
  const translations = useT("translations");
  const { lang } = useLang();
  return (
    <Section id="content" title={t("content.title")}>
      <div className="stack">
        {view.figures.length > 0 && <PledgeFigures view={view} />}
        <p className="row">
          <a href={address.pledgeAct(lang, view.id, "preview")}>{t("act.preview")}</a>
          <a href={address.pledgeAct(lang, view.id, "translations")}>{translations("title")}</a>
          {view.publicHref && <a href={view.publicHref}>{t("act.public_page")}</a>}
        </p>
      </div>
    </Section>
  );
}

function History({ view: { history, next } }: { view: MyPledgeView }) {
  const t = useT("my-pledges");
  return (
    <Section id="history" title={t("history.title")} note={t("history.note")}>
      <Timeline
        moments={[
          ...history.map((entry) => ({
            when: entry.at,
            iso: entry.iso,
            title: entry.what,
            body: (
              <>
                <p className="quiet small">
                  <bdi>{entry.who}</bdi>
                </p>
                {entry.reason && (
                  <blockquote dir="auto">
                    <p>{entry.reason}</p>
                  </blockquote>
                )}
              </>
            ),
          })),
          {
            tone: next.due ? ("due" as const) : ("open" as const),
            when: t("entry.next", { who: next.who }),
            body: next.sentences[0],
          },
        ]}
      />
    </Section>
  );
}
