import type { FormMetadata } from "@conform-to/react";
import type { ReactNode } from "react";
import { address } from "~/addresses";
import { useLang, useT } from "~/platform/i18n/react";
import { Facts } from "~/ui/facts";
import { Actions, Form, HiddenField } from "~/ui/form/form";
import { SubmitButton } from "~/ui/form/submit-button";
import { Notice } from "~/ui/notice";
import type { DraftStep } from "../drafting/schema";

type StepFormProps = {
  // conform's metadata carries the step's own type; this frame reads only what every form has.
  form: Pick<FormMetadata<Record<string, unknown>>, "id" | "errors" | "allErrors">;
  pledgeId: string;
  step: DraftStep;
  version: number;
  receiptKey: string;
  labels: Record<string, string>;
  /** Somebody else saved meanwhile: what is saved now, beside what was typed. */
  changed: Record<string, string>;
  rows?: boolean;
  children: ReactNode;
};

/** The form of one step: kept while typing, saved as a draft, complete or not. */
export function StepForm({ form, pledgeId, step, version, changed, children, ...rest }: StepFormProps) {
  const t = useT("pledges");
  const ui = useT("ui");
  const { lang } = useLang();
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
      {Object.keys(changed).length > 0 && (
        <div className="field">
          <Notice tone="due" title={t("step.changed_title")}>
            <Facts
              narrow
              facts={Object.entries(changed).map(([field, saved]) => ({
                term: rest.labels[field] ?? field,
                value: saved || null,
              }))}
            />
          </Notice>
        </div>
      )}
      {children}
      <Actions>
        <SubmitButton>{ui("form.save_and_continue")}</SubmitButton>
        <a href={address.pledgeAct(lang, pledgeId, "preview")}>{t("step.preview")}</a>
      </Actions>
    </Form>
  );
}
