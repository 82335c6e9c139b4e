import { useForm } from "@conform-to/react";
import type * as z from "zod";
import { useT } from "~/platform/i18n/react";
import { additionalities, amountBases, amountOrigins, valueKinds } from "~/reference/codes";
import { type Option, RadioGroup } from "~/ui/form/choice-fields";
import { MoneyField } from "~/ui/form/money-field";
import { NumberField } from "~/ui/form/text-field";
import { Asked } from "../components/questions";
import { StepForm } from "../components/step-form";
import { Wizard } from "../components/wizard";
import type { stepSchemas } from "../drafting/schema";
import type { StepProps } from "./step-what";

/** How much: the amount as pledged and what kind of money it is. Policy and advocacy need none. */
export function StepHowMuch({
  frame,
  values,
  receiptKey,
  changed,
  answer,
  currencies,
}: StepProps<"how-much"> & { currencies: Option[] }) {
  const t = useT("pledges");
  const reference = useT("reference");
  const [form, fields] = useForm<z.input<(typeof stepSchemas)["how-much"]>>({
    id: "draft",
    lastResult: answer?.form,
    defaultValue: values,
  });
  const labels = {
    amount: t("field.amount"),
    currency: t("field.currency"),
    amountBasis: t("field.amount_basis"),
    years: t("field.years"),
    valueKind: t("body.value_kind"),
    additionality: t("body.additionality"),
    amountOrigin: t("body.amount_origin"),
  };
  return (
    <Wizard view={frame} title={t("step.how_much.title")} lead={t("step.how_much.lead")}>
      <StepForm
        form={form}
        pledgeId={frame.pledgeId}
        step="how-much"
        version={frame.version}
        receiptKey={receiptKey}
        labels={labels}
        changed={changed}
      >
        <Asked about="amount" pledgeId={frame.pledgeId} />
        <MoneyField
          legend={labels.amount}
          hint={t("field.amount_hint")}
          amount={fields.amount}
          currency={fields.currency}
          currencies={currencies}
        />
        <RadioGroup
          field={fields.amountBasis}
          label={labels.amountBasis}
          line
          options={amountBases.map((basis) => ({ value: basis, label: reference(`amount_bases.${basis}`) }))}
        />
        <NumberField field={fields.years} label={labels.years} hint={t("field.years_hint")} optional whole />
        <RadioGroup
          field={fields.valueKind}
          label={labels.valueKind}
          line
          options={valueKinds.map((kind) => ({ value: kind, label: reference(`value_kinds.${kind}`) }))}
        />
        <RadioGroup
          field={fields.additionality}
          label={labels.additionality}
          hint={t("field.additionality_hint")}
          options={additionalities.map((one) => ({ value: one, label: reference(`additionalities.${one}`) }))}
        />
        <RadioGroup
          field={fields.amountOrigin}
          label={labels.amountOrigin}
          hint={t("field.amount_origin_hint")}
          optional
          options={amountOrigins.map((origin) => ({ value: origin, label: reference(`amount_origins.${origin}`) }))}
        />
      </StepForm>
    </Wizard>
  );
}
