import { useT } from "~/platform/i18n/react";
import { DateField, TextArea, TextField } from "~/ui/form/text-field";
import { StateTag } from "~/ui/tags";
import type { CaseView, ControversyView } from "../case/model";
import { ActForm, type CaseAnswer, isAnswerTo, QuietAct } from "./act-form";

interface ControversiesProps {
  view: CaseView;
  answer?: CaseAnswer;
}

/** What is publicly said against it, each with its answer; one without an answer keeps everyone from clearing. */
export function Controversies({ view, answer }: ControversiesProps) {
  const t = useT("due-diligence");
  const labels = { source: t("form.source"), date: t("form.date"), summary: t("form.summary") };
  return (
    <>
      {view.unanswered > 0 && (
        <p>
          <StateTag tone="due">{t("controversies_open", { count: view.unanswered })}</StateTag>
        </p>
      )}
      {view.controversies.length === 0 && <p className="small">{t("no_controversies")}</p>}
      {view.controversies.map((one) => (
        <Controversy key={one.id} view={view} one={one} answer={answer} />
      ))}
      {view.acts.controversies && (
        <QuietAct summary={t("act.controversies")} open={isAnswerTo(answer, "controversies")}>
          <ActForm
            view={view}
            act="controversies"
            receipt={view.receipts.controversies}
            answer={answer}
            labels={labels}
            button={t("act.controversies")}
            second
          >
            {(fields) => (
              <>
                <TextField field={fields.source} type="url" label={labels.source} />
                <DateField field={fields.date} label={labels.date} optional />
                <TextArea field={fields.summary} label={labels.summary} max={5000} rows={3} />
              </>
            )}
          </ActForm>
        </QuietAct>
      )}
    </>
  );
}

function Controversy({ view, one, answer }: ControversiesProps & { one: ControversyView }) {
  const t = useT("due-diligence");
  const which = { name: "controversyId", value: one.id };
  const labels = { response: t("form.response"), assessment: t("form.assessment") };
  return (
    <article className="stack tight above">
      <p className="typed" dir="auto">
        {one.summary}
      </p>
      <p className="small quiet">
        <a href={one.source} rel="noreferrer nofollow" dir="ltr">
          {one.source}
        </a>{" "}
        {one.date && `${one.date} · `}
        <bdi>{one.by}</bdi> · <time dateTime={one.at.iso}>{one.at.text}</time>
      </p>
      {one.answer ? (
        <dl className="facts">
          <div>
            <dt>{labels.response}</dt>
            <dd className="typed" dir="auto">
              {one.answer.response}
            </dd>
          </div>
          <div>
            <dt>{labels.assessment}</dt>
            <dd className="typed" dir="auto">
              {one.answer.assessment}
            </dd>
          </div>
        </dl>
      ) : (
        <StateTag tone="due">{t("unanswered")}</StateTag>
      )}
      {!one.answer && view.acts["controversy-answer"] && (
        <QuietAct summary={t("act.controversy-answer")} open={isAnswerTo(answer, "controversy-answer", which)}>
          <ActForm
            view={view}
            act="controversy-answer"
            which={which}
            receipt={one.receipt}
            answer={answer}
            labels={labels}
            button={t("act.controversy-answer")}
            second
          >
            {(fields) => (
              <>
                <TextArea field={fields.response} label={labels.response} max={5000} rows={3} />
                <TextArea field={fields.assessment} label={labels.assessment} max={5000} rows={3} />
              </>
            )}
          </ActForm>
        </QuietAct>
      )}
    </article>
  );
}
