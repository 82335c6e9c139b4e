import { useT } from "~/platform/i18n/react";
import { SelectField } from "~/ui/form/choice-fields";
import { TextArea } from "~/ui/form/text-field";
import type { CaseView } from "../case/model";
import { ActForm, type CaseAnswer, isAnswerTo, QuietAct } from "./act-form";

/** Who holds the case; the secretariat gives it to another, anyone steps aside. */
export function Assignment({ view, answer }: { view: CaseView; answer?: CaseAnswer }) {
  const t = useT("due-diligence");
  const labels = { assigneeId: t("form.assignee"), reason: t("form.assignment_reason") };
  return (
    <section aria-labelledby="assignment" className="stack tight">
      <h2 id="assignment">{t("assignment_title")}</h2>
      <p>{view.assignee ? <bdi>{view.assignee}</bdi> : <span className="quiet">{t("unassigned")}</span>}</p>
      {view.acts.assignment && (
        <QuietAct summary={t("act.assignment")} open={isAnswerTo(answer, "assignment")}>
          <ActForm
            view={view}
            act="assignment"
            receipt={view.receipts.assignment}
            answer={answer}
            labels={labels}
            button={t("act.assignment")}
            second
          >
            {(fields) => (
              <>
                <SelectField
                  field={fields.assigneeId}
                  label={labels.assigneeId}
                  placeholder={t("unassigned")}
                  options={view.assignees}
                />
                <TextArea field={fields.reason} label={labels.reason} max={2000} rows={2} />
              </>
            )}
          </ActForm>
        </QuietAct>
      )}
      {view.acts.conflict && (
        <QuietAct summary={t("act.conflict")} open={isAnswerTo(answer, "conflict")}>
          <ActForm
            view={view}
            act="conflict"
            receipt={view.receipts.conflict}
            answer={answer}
            labels={{ reason: t("form.conflict") }}
            button={t("act.conflict")}
            second
          >
            {(fields) => (
              <TextArea
                field={fields.reason}
                label={t("form.conflict")}
                hint={t("form.conflict_hint")}
                max={2000}
                rows={2}
              />
            )}
          </ActForm>
        </QuietAct>
      )}
    </section>
  );
}
