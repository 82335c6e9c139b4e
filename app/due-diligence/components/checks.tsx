import { useT } from "~/platform/i18n/react";
import { Checks } from "~/ui/bench";
import { RadioGroup } from "~/ui/form/choice-fields";
import { TextArea, TextField } from "~/ui/form/text-field";
import { StateTag, type Tone } from "~/ui/tags";
import type { CaseView, FindingView, StepView, Verdict } from "../case/model";
import { ActForm, type CaseAnswer, isAnswerTo, QuietAct } from "./act-form";

const tones: Record<Verdict, Tone> = { met: "done", not_met: "due", not_applicable: "quiet" };
const verdicts = ["met", "not_met", "not_applicable"] as const;

interface StepProps {
  view: CaseView;
  step: StepView;
  answer?: CaseAnswer;
  /** Whether its form stands open. */
  open?: boolean;
}

/** One step of the checklist: what was found, newest first, and the form for a new finding. */
export function Step({ view, step, answer, open }: StepProps) {
  const t = useT("due-diligence");
  const [newest, ...earlier] = step.findings;
  const which = { name: "step", value: step.key };
  const labels = { verdict: t("form.verdict"), text: t("form.finding"), evidence: t("form.evidence") };
  const refused = isAnswerTo(answer, "findings", which);
  return (
    <div className="stack tight">
      {newest && <Finding finding={newest} round={view.round} />}
      {earlier.length > 0 && (
        <QuietAct summary={t("earlier_findings", { count: earlier.length })}>
          <div className="stack tight">
            {earlier.map((finding) => (
              <Finding key={finding.at.iso} finding={finding} round={view.round} />
            ))}
          </div>
        </QuietAct>
      )}
      {view.acts.findings && (
        <QuietAct summary={t(newest ? "act.finding_again" : "act.findings")} open={refused || open}>
          <ActForm
            view={view}
            act="findings"
            which={which}
            receipt={step.receipt}
            answer={answer}
            labels={labels}
            button={t("act.findings")}
            second
          >
            {(fields) => (
              <>
                <RadioGroup
                  field={fields.verdict}
                  label={labels.verdict}
                  options={verdicts.map((value) => ({ value, label: t(`verdict.${value}`) }))}
                  line
                />
                <TextArea field={fields.text} label={labels.text} max={5000} rows={3} />
                <TextField field={fields.evidence} type="url" label={labels.evidence} optional />
              </>
            )}
          </ActForm>
        </QuietAct>
      )}
    </div>
  );
}

function Finding({ finding, round }: { finding: FindingView; round: number }) {
  const t = useT("due-diligence");
  const { verdict, text, evidence, by, at } = finding;
  return (
    <div>
      <p>
        <StateTag tone={tones[verdict]}>{t(`verdict.${verdict}`)}</StateTag>{" "}
        <span className="small quiet">
          <bdi>{by}</bdi> · <time dateTime={at.iso}>{at.text}</time>
          {finding.round < round && ` · ${t("round", { round: finding.round })}`}
        </span>
      </p>
      <p className="typed" dir="auto">
        {text}
      </p>
      {evidence && (
        <p className="small">
          <a href={evidence} rel="noreferrer nofollow" dir="ltr">
            {evidence}
          </a>
        </p>
      )}
    </div>
  );
}

/** The whole checklist at a glance, beside the matter. */
export function ChecklistSummary({ view }: { view: CaseView }) {
  const t = useT("due-diligence");
  return (
    <aside aria-labelledby="checklist-title" className="stack tight">
      <h2 id="checklist-title">{t("checklist")}</h2>
      <Checks
        checks={[
          ...view.checklist.map(({ key, name, findings: [newest] }) => ({
            key,
            state: (
              <StateTag tone={newest ? tones[newest.verdict] : "open"}>
                <a href={`#step-${key}`}>{name}</a>
              </StateTag>
            ),
            note: newest && (
              <>
                {t(`verdict.${newest.verdict}`)} · <bdi>{newest.by}</bdi>
              </>
            ),
          })),
          {
            key: "recommendation",
            state: <StateTag tone={view.recommendation ? "done" : "open"}>{t("recommendation_title")}</StateTag>,
            note: view.recommendation && (
              <>
                {view.recommendation.what} · <bdi>{view.recommendation.by}</bdi>
              </>
            ),
          },
          {
            key: "decision",
            state: <StateTag tone={view.due ? "open" : "done"}>{t("decision_title")}</StateTag>,
            note: view.due && t(view.acts.decision ? "decision_yours" : "decision_another"),
          },
        ]}
      />
      <p className="small quiet">
        {t("checklist_version", { track: view.track.label, version: view.checklistVersion })}
      </p>
    </aside>
  );
}
