import type { FormMetadata } from "@conform-to/react";
import { createContext, type ReactNode, useContext } from "react";
import { address } from "~/addresses";
import { useLang, useT } from "~/platform/i18n/react";
import { Facts } from "~/ui/facts";
import { Actions, Form, HiddenField } from "~/ui/form/form";
import { SubmitButton } from "~/ui/form/submit-button";
import { Notice } from "~/ui/notice";
import type { DraftStep } from "../drafting/schema";

/** The step's fields as this page shows them (JSON): sent along, so that two people's changes can be told apart. */
export const ShownContext = createContext("{}");

/** A field that two people changed differently: what is saved now, and what it said before both. */
export interface BothChanged {
  field: string;
  theirs: string;
  /** Null where only the words of a list would be shown. */
  before: string | null;
}

type StepFormProps = {
  // conform's metadata carries the step's own type; this frame reads only what every form has.
  form: Pick<FormMetadata<Record<string, unknown>>, "id" | "errors" | "allErrors">;
  pledgeId: string;
  step: DraftStep;
  version: number;
  receiptKey: string;
  labels: Record<string, string>;
  /** Somebody else saved meanwhile, and both changed these fields. */
  changed: BothChanged[];
  rows?: boolean;
  children: ReactNode;
};

/** The form of one step: kept while typing, saved as a draft, complete or not. */
export function StepForm({ form, pledgeId, step, version, changed, children, ...rest }: StepFormProps) {
  const t = useT("pledges");
  const ui = useT("ui");
  const { lang } = useLang();
  const shown = useContext(ShownContext);
  return (
    <Form
      form={form}
      receiptKey={rest.receiptKey}
      labels={rest.labels}
      rows={rest.rows}
      autosave={`${address.pledgeAct(lang, pledgeId, "autosave")}?step=${step}`}
      keep
    >
      {/* Always the version that is shown now: after a conflict, saving again is a decision made in sight of both. */}
      <HiddenField name="version" value={String(version)} />
      <HiddenField name="base" value={shown} />
      <Both changed={changed} labels={rest.labels} />
      {children}
      <Actions>
        <SubmitButton>{ui("form.save_and_continue")}</SubmitButton>
        <a href={address.pledgeAct(lang, pledgeId, "preview")}>{t("step.preview")}</a>
      </Actions>
    </Form>
  );
}

/** The fields that both changed, each with a box to take the other's; what was typed stands in the form itself. */
function Both({ changed, labels }: { changed: BothChanged[]; labels: Record<string, string> }) {
  const t = useT("drafting");
  const title = useT("pledges")("step.changed_title");
  const ui = useT("ui");
  if (changed.length === 0) return null;
  return (
    <div className="field">
      <Notice tone="due" title={title}>
        <p>{t("conflict.note")}</p>
        <Facts
          narrow
          facts={changed.map(({ field, theirs, before }) => ({
            term: labels[field] ?? field,
            value: (
              <div className="stack tight">
                <p className="typed" dir="auto">
                  {t("conflict.theirs", { text: theirs || ui("not_stated") })}
                </p>
                {before !== null && (
                  <p className="typed quiet" dir="auto">
                    {t("conflict.before", { text: before || ui("not_stated") })}
                  </p>
                )}
                <label className="choice">
                  <input type="checkbox" name="take" value={field} /> <span>{t("conflict.take")}</span>
                </label>
              </div>
            ),
          }))}
        />
      </Notice>
    </div>
  );
}
