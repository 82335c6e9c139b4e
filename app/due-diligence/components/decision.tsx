import { useT } from "~/platform/i18n/react";
import { DecisionBar } from "~/ui/decision-bar";
import { RadioGroup } from "~/ui/form/choice-fields";
import { TextArea } from "~/ui/form/text-field";
import { Columns } from "~/ui/page-parts";
import { StateTag } from "~/ui/tags";
import type { CaseView } from "../case/model";
import { Act, ActForm, type CaseAnswer, isAnswerTo } from "./act-form";

interface BarProps {
  view: CaseView;
  answer?: CaseAnswer;
}

/** What this person may decide now, always in sight; what they may not, with the reason. */
export function CaseBar({ view, answer }: BarProps) {
  const t = useT("due-diligence");
  const { acts } = view;
  const title = acts.decision ? "decide" : acts.recommendation ? "recommend" : acts.take ? "take" : "nothing";
  return (
    <DecisionBar id="decision-bar" title={t(`bar.${title}`)} status={<Standing view={view} />}>
      {acts.take && (
        <ActForm
          view={view}
          act="take"
          receipt={view.receipts.take}
          answer={answer}
          button={t("act.take")}
          second={acts.recommendation}
        />
      )}
      {acts.recommendation && <Recommend view={view} answer={answer} />}
      {acts.decision && <Decide view={view} answer={answer} />}
      {acts.changes && !acts.decision && (
        <Reasoned view={view} answer={answer} act="changes" label={t("form.changes")} hint={t("form.reason_hint")} />
      )}
      {acts.return && <Reasoned view={view} answer={answer} act="return" label={t("form.return")} />}
    </DecisionBar>
  );
}

/** How far the case is, in one line. */
function Standing({ view }: { view: CaseView }) {
  const t = useT("due-diligence");
  if (view.blocked) return <span>{view.blocked}</span>;
  const { missing, unmet, unanswered, recommendation } = view;
  if (recommendation)
    return (
      <span>
        {t("bar.recommended", { what: recommendation.what, risk: recommendation.risk, name: recommendation.by })}
      </span>
    );
  const open = [
    missing.length > 0 && t("bar.missing", { count: missing.length }),
    unmet.length > 0 && t("bar.unmet", { count: unmet.length }),
    unanswered > 0 && t("controversies_open", { count: unanswered }),
  ].filter(Boolean);
  return open.length > 0 ? (
    <StateTag tone="due">{open.join(" · ")}</StateTag>
  ) : (
    <StateTag tone="done">{t("bar.complete")}</StateTag>
  );
}

function Recommend({ view, answer }: BarProps) {
  const t = useT("due-diligence");
  const compiled = view.track.code === "compiled";
  const labels = {
    recommendation: t("form.recommendation"),
    riskRating: t("form.risk"),
    reason: t("form.advice"),
    conditions: t("form.conditions"),
  };
  return (
    <Act
      summary={t("act.recommendation")}
      open={isAnswerTo(answer, "recommendation")}
      shortcut="r"
      second={view.missing.length > 0}
    >
      <ActForm
        view={view}
        act="recommendation"
        receipt={view.receipts.recommendation}
        answer={answer}
        labels={labels}
        button={t("act.recommendation_send")}
      >
        {(fields) => (
          <>
            <RadioGroup
              field={fields.recommendation}
              label={labels.recommendation}
              options={(compiled
                ? (["clear", "decline"] as const)
                : (["clear", "request_changes", "decline"] as const)
              ).map((value) => ({ value, label: t(`recommendation.${value}`) }))}
              line
            />
            <RadioGroup
              field={fields.riskRating}
              label={labels.riskRating}
              options={(["low", "medium", "high"] as const).map((value) => ({ value, label: t(`risk.${value}`) }))}
              line
            />
            <Columns two>
              <TextArea
                field={fields.reason}
                label={labels.reason}
                hint={t("form.internal_hint")}
                max={5000}
                rows={3}
              />
              <TextArea
                field={fields.conditions}
                label={labels.conditions}
                hint={t("form.internal_hint")}
                max={5000}
                rows={3}
                optional
              />
            </Columns>
          </>
        )}
      </ActForm>
    </Act>
  );
}

function Decide({ view, answer }: BarProps) {
  const t = useT("due-diligence");
  const compiled = view.track.code === "compiled";
  const labels = {
    decision: t("form.decision"),
    reason: t("form.reason"),
    internalReason: t("form.internal_reason"),
  };
  const options = compiled
    ? (["cleared", "declined"] as const)
    : (["cleared", "changes_requested", "declined"] as const);
  return (
    <Act summary={t("act.decision")} open={isAnswerTo(answer, "decision")} shortcut="d">
      <ActForm
        view={view}
        act="decision"
        receipt={view.receipts.decision}
        answer={answer}
        labels={labels}
        button={t("act.decision_send")}
      >
        {(fields) => (
          <>
            <RadioGroup
              field={fields.decision}
              label={labels.decision}
              options={options.map((value) => ({ value, label: t(`decide.${value}`) }))}
              line
            />
            <Columns two>
              <TextArea field={fields.reason} label={labels.reason} hint={t("form.reason_hint")} max={5000} rows={3} />
              <TextArea
                field={fields.internalReason}
                label={labels.internalReason}
                hint={t("form.internal_reason_hint")}
                max={5000}
                rows={3}
                optional
              />
            </Columns>
          </>
        )}
      </ActForm>
    </Act>
  );
}

function Reasoned({
  view,
  answer,
  act,
  label,
  hint,
}: BarProps & { act: "changes" | "return"; label: string; hint?: string }) {
  const t = useT("due-diligence");
  return (
    <Act summary={t(`act.${act}`)} open={isAnswerTo(answer, act)} second>
      <ActForm
        view={view}
        act={act}
        receipt={view.receipts[act]}
        answer={answer}
        labels={{ reason: label }}
        button={t(`act.${act}`)}
      >
        {(fields) => <TextArea field={fields.reason} label={label} hint={hint} max={5000} rows={3} />}
      </ActForm>
    </Act>
  );
}
