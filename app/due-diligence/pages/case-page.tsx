import { address } from "~/addresses";
import { useLang, useT } from "~/platform/i18n/react";
import { PledgeBody } from "~/pledges/pages/pledge-body";
import { Bench } from "~/ui/bench";
import { Notice } from "~/ui/notice";
import { Beside } from "~/ui/page-parts";
import { Shortcuts } from "~/ui/shortcuts";
import { Tabs } from "~/ui/tabs";
import { ShapeTag, StateTag } from "~/ui/tags";
import { Timeline } from "~/ui/timeline";
import { Ref } from "~/ui/words";
import type { CaseView } from "../case/model";
import { type CasePart, caseParts } from "../case/parts/model";
import type { CaseAnswer } from "../components/act-form";
import { Assignment } from "../components/assignment";
import { ChecklistSummary, Step } from "../components/checks";
import { Controversies } from "../components/controversies";
import { Messages, Notes } from "../components/conversation";
import { CaseBar } from "../components/decision";
import { StepEvidence } from "../components/evidence";
import { Advice } from "../components/outcomes";
import { QueueSide } from "../components/queue-list";
import { RecordPart } from "../components/record";

/** One case on one screen: the queue beside it, its parts as addresses, the decision always in sight. */
export function CasePage({ view, answer }: { view: CaseView; answer?: CaseAnswer }) {
  const t = useT("due-diligence");
  const { lang } = useLang();
  const hrefOf = (part: CasePart) => address.case(lang, view.id, part === "checks" ? "" : `?part=${part}`);
  const parts = caseParts.filter((part) => part !== "submission" || view.pledge);
  const counts: Partial<Record<CasePart, number>> = {
    organisation: view.record.documents.length,
    messages: view.messages.length + view.notes.length,
  };
  return (
    <>
      <Bench queue={<QueueSide queue={view.queue} openId={view.id} />}>
        <CaseHead view={view} />
        {view.done && !answer && (
          <Notice tone="done" announce>
            {view.done}
          </Notice>
        )}
        <Tabs
          label={t("parts")}
          tabs={parts.map((part) => ({
            label: t(`part.${part}`),
            count: counts[part] || undefined,
            href: hrefOf(part),
            current: part === view.part,
          }))}
        />
        <Part view={view} answer={answer} />
        <CaseBar view={view} answer={answer} />
      </Bench>
      <Shortcuts
        shortcuts={[
          { key: "q", label: t("queue_short"), href: address.queue(lang) },
          ...parts.map((part, index) => ({ key: String(index + 1), label: t(`part.${part}`), href: hrefOf(part) })),
          ...(view.acts.recommendation ? [{ key: "r", label: t("act.recommendation") }] : []),
          ...(view.acts.decision ? [{ key: "d", label: t("act.decision") }] : []),
          ...(view.part === "messages" && view.acts.notes
            ? [{ key: "n", label: t("act.notes"), focus: "#notes-body" }]
            : []),
        ]}
      />
    </>
  );
}

function CaseHead({ view }: { view: CaseView }) {
  const t = useT("due-diligence");
  const { pledge, organisation } = view;
  return (
    <header className="stack tight">
      <p className="row small">
        <span>{t(view.kind === "pledge" ? "kind.pledge" : "organisation_check")}</span>
        {view.reference && <Ref>{view.reference}</Ref>}
        <span className="quiet">{t("round", { round: view.round })}</span>
        <span className="quiet">{view.track.label}</span>
        {view.due && <StateTag tone={view.due.tone}>{view.due.text}</StateTag>}
      </p>
      <h1 lang={view.title.lang} className={view.title.lang && "voice"}>
        <bdi>{view.title.text}</bdi>
      </h1>
      <p className="row">
        {view.kind === "pledge" && <bdi>{organisation.name}</bdi>}
        {pledge?.type && <ShapeTag shape={pledge.type.code}>{pledge.type.label}</ShapeTag>}
        {pledge?.focusAreas.map((area) => (
          <ShapeTag key={area.code} shape={area.code}>
            {area.label}
          </ShapeTag>
        ))}
        <StateTag tone={view.due ? "half" : "done"}>{view.state.label}</StateTag>
        {view.kind === "pledge" && (
          <StateTag tone={organisation.clearedUntil ? "done" : "half"}>
            {organisation.clearedUntil
              ? t("organisation_cleared", { date: organisation.clearedUntil })
              : t("organisation_state", { state: organisation.state })}
          </StateTag>
        )}
      </p>
    </header>
  );
}

function Part({ view, answer }: { view: CaseView; answer?: CaseAnswer }) {
  const t = useT("due-diligence");
  switch (view.part) {
    case "submission":
      return view.pledge && <PledgeBody view={view.pledge} />;
    case "organisation":
      return <RecordPart view={view} />;
    case "messages":
      return (
        <div className="cols two">
          <Messages view={view} answer={answer} />
          <Notes view={view} answer={answer} />
        </div>
      );
    case "history":
      return (
        <section aria-labelledby="history" className="stack">
          <h2 id="history">{t("part.history")}</h2>
          <Timeline
            moments={view.history.map(({ at, text, by }) => ({
              when: at.text,
              iso: at.iso,
              title: text,
              body: by && <bdi>{by}</bdi>,
            }))}
          />
        </section>
      );
    default:
      return <Checks view={view} answer={answer} />;
  }
}

function Checks({ view, answer }: { view: CaseView; answer?: CaseAnswer }) {
  const t = useT("due-diligence");
  const next = view.checklist.find(({ findings }) => findings.length === 0)?.key;
  return (
    <Beside>
      <div className="stack loose">
        <Advice view={view} />
        {view.checklist.map((step) => (
          <section key={step.key} aria-labelledby={`step-${step.key}`} className="stack tight">
            <h2 id={`step-${step.key}`}>
              <span className="quiet">{step.number}</span> {step.name}
            </h2>
            <p className="small quiet">{step.hint}</p>
            <StepEvidence view={view} step={step.key} />
            {step.key === "controversies" && <Controversies view={view} answer={answer} />}
            <Step view={view} step={step} answer={answer} open={!answer && step.key === next} />
          </section>
        ))}
        {!view.checklist.some(({ key }) => key === "controversies") && (
          <section aria-labelledby="controversies" className="stack tight">
            <h2 id="controversies">{t("controversies")}</h2>
            <Controversies view={view} answer={answer} />
          </section>
        )}
      </div>
      <div className="stack loose">
        <ChecklistSummary view={view} />
        <Assignment view={view} answer={answer} />
      </div>
    </Beside>
  );
}
