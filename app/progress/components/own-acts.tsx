import { useForm } from "@conform-to/react";
import { address } from "~/addresses";
import type { FormAnswer } from "~/platform/form.server";
import { useLang, useT } from "~/platform/i18n/react";
import { Actions, Form, HiddenField } from "~/ui/form/form";
import { SubmitButton } from "~/ui/form/submit-button";
import { TextArea } from "~/ui/form/text-field";
import type { ReportView } from "../model";
import type { OwnActInput } from "../writing/schema";

type OwnActsProps = {
  view: Pick<ReportView, "id" | "version"> & { acts: OwnActInput["act"][] };
  receiptKey: string;
  answer?: FormAnswer;
};

/** What the organisation can do with a report besides writing it: one text, one button for each act. */
export function OwnActs({ view, receiptKey, answer }: OwnActsProps) {
  const t = useT("progress");
  const { lang } = useLang();
  const [form, fields] = useForm<{ reason: string }>({ id: "act", lastResult: answer?.form });
  if (view.acts.length === 0) return null;
  const speaks = view.acts.some((act) => act !== "back_to_draft" && act !== "submit");
  const label = t(view.acts.includes("resubmit") ? "field.answer" : "field.reason");
  return (
    <Form
      form={form}
      action={address.myReportActs(lang, view.id)}
      receiptKey={receiptKey}
      labels={{ reason: label }}
      keep
    >
      <HiddenField name="version" value={String(view.version)} />
      {speaks && <TextArea field={fields.reason} label={label} max={3000} rows={3} />}
      <Actions>
        {view.acts.map((act, index) => (
          <SubmitButton key={act} name="act" value={act} second={index > 0}>
            {t(act === "correct" ? "form.correct" : `report_move.${act}`)}
          </SubmitButton>
        ))}
      </Actions>
    </Form>
  );
}
