import { useForm } from "@conform-to/react";
import type * as z from "zod";
import { useT } from "~/platform/i18n/react";
import type { Option } from "~/ui/form/choice-fields";
import { TextArea, TextField } from "~/ui/form/text-field";
import { Asked } from "../components/questions";
import { StepForm } from "../components/step-form";
import { Wizard } from "../components/wizard";
import type { stepSchemas } from "../drafting/schema";
import { PartRows } from "../together/components/part-rows";
import type { StepProps } from "./step-what";

/** With whom: partners, links and contacts. Pledging together is welcome and never a condition (R26). */
export function StepWithWhom({
  frame,
  values,
  receiptKey,
  changed,
  answer,
  currencies,
  partners,
}: StepProps<"with-whom"> & { currencies: Option[]; partners: string[] }) {
  const t = useT("pledges");
  const together = useT("together");
  const ui = useT("ui");
  const [form, fields] = useForm<z.input<(typeof stepSchemas)["with-whom"]>>({
    id: "draft",
    lastResult: answer?.form,
    defaultValue: values,
  });
  const labels = {
    partners: t("field.partners"),
    coPledgers: t("field.co_pledgers"),
    "coPledgers[].name": together("given.name"),
    "coPledgers[].amount": ui("form.amount"),
    "coPledgers[].currency": ui("form.currency"),
    links: t("field.links"),
    publicContact: t("field.public_contact"),
    staffContact: t("field.staff_contact"),
  };
  return (
    <Wizard view={frame} title={t("step.with_whom.title")} lead={t("step.with_whom.lead")}>
      <StepForm
        form={form}
        pledgeId={frame.pledgeId}
        step="with-whom"
        version={frame.version}
        receiptKey={receiptKey}
        labels={labels}
        changed={changed}
        rows
      >
        <Asked about="partners" pledgeId={frame.pledgeId} />
        <TextArea field={fields.partners} label={labels.partners} hint={t("field.partners_hint")} optional />
        <PartRows
          form={form}
          field={fields.coPledgers}
          label={labels.coPledgers}
          partners={partners}
          currencies={currencies}
        />
        <TextArea field={fields.links} label={labels.links} hint={t("field.links_hint")} optional rows={3} />
        <TextField
          field={fields.publicContact}
          label={labels.publicContact}
          hint={t("field.public_contact_hint")}
          optional
        />
        <TextField
          field={fields.staffContact}
          label={labels.staffContact}
          hint={t("field.staff_contact_hint")}
          optional
        />
      </StepForm>
    </Wizard>
  );
}
