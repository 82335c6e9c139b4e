import { useForm } from "@conform-to/react";
import type * as z from "zod";
import { address } from "~/addresses";
import type { FormAnswer } from "~/platform/form.server";
import { useLang, useT } from "~/platform/i18n/react";
import { pledgeTypes } from "~/reference/codes";
import { type Option, RadioGroup, SelectField } from "~/ui/form/choice-fields";
import { Actions, Form } from "~/ui/form/form";
import { SubmitButton } from "~/ui/form/submit-button";
import { TextField } from "~/ui/form/text-field";
import { PageHead } from "~/ui/page-parts";
import { ShapeTag } from "~/ui/tags";
import type { newPledgeSchema } from "../drafting/schema";

type NewPledgeProps = { view: { organisation: string; copyable: Option[] }; receiptKey: string; answer?: FormAnswer };

/** The shortest beginning: a kind and a title, both of which may still change. */
export function NewPledgePage({ view, receiptKey, answer }: NewPledgeProps) {
  const t = useT("pledges");
  const drafting = useT("drafting");
  const reference = useT("reference");
  const { lang } = useLang();
  const [form, fields] = useForm<z.input<typeof newPledgeSchema>>({ id: "new", lastResult: answer?.form });
  const labels = { copyOf: drafting("copy.label"), type: t("field.type"), title: t("field.title") };
  return (
    <>
      <PageHead title={t("new.title")} lead={t("new.lead", { organisation: view.organisation })} low />
      <Form form={form} receiptKey={receiptKey} labels={labels} keep>
        {view.copyable.length > 0 && (
          <SelectField
            field={fields.copyOf}
            label={labels.copyOf}
            hint={drafting("copy.hint")}
            optional
            placeholder={drafting("copy.none")}
            options={view.copyable}
          />
        )}
        <RadioGroup
          field={fields.type}
          label={labels.type}
          hint={t("field.type_hint")}
          options={pledgeTypes.map((type) => ({
            value: type,
            label: <ShapeTag shape={type}>{reference(`pledge_types.${type}`)}</ShapeTag>,
            hint: reference(`pledge_types_help.${type}`),
          }))}
        />
        <TextField field={fields.title} label={labels.title} hint={t("field.title_hint")} max={120} optional />
        <Actions>
          <SubmitButton>{t("new.button")}</SubmitButton>
          <a href={address.myPledges(lang)}>{t("my.title")}</a>
        </Actions>
      </Form>
    </>
  );
}
