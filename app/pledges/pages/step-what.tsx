import { useForm } from "@conform-to/react";
import type * as z from "zod";
import type { FormAnswer } from "~/platform/form.server";
import { languageNames, languages } from "~/platform/i18n/languages";
import { useT } from "~/platform/i18n/react";
import { focusAreas, pledgeTypes, sdgs, wsisActionLines } from "~/reference/codes";
import { Details } from "~/ui/details";
import { CheckboxGroup, RadioGroup, SelectField } from "~/ui/form/choice-fields";
import { TextArea, TextField } from "~/ui/form/text-field";
import { ShapeTag } from "~/ui/tags";
import { Asked } from "../components/questions";
import { type BothChanged, StepForm } from "../components/step-form";
import { Wizard, type WizardView } from "../components/wizard";
import type { stepSchemas } from "../drafting/schema";
import type { StepFormValues } from "../formats/step-values";

export interface StepProps<Step extends keyof StepFormValues> {
  frame: WizardView & { version: number };
  values: StepFormValues[Step];
  receiptKey: string;
  /** After somebody else saved: what is saved now, by field. */
  changed: BothChanged[];
  answer?: FormAnswer;
}

/** What is pledged: type, focus areas, and the words. */
export function StepWhat({ frame, values, receiptKey, changed, answer }: StepProps<"what">) {
  const t = useT("pledges");
  const reference = useT("reference");
  const [form, fields] = useForm<z.input<typeof stepSchemas.what>>({
    id: "draft",
    lastResult: answer?.form,
    defaultValue: values,
  });
  const labels = {
    type: t("field.type"),
    focusAreas: t("field.focus_areas"),
    primaryFocus: t("field.primary_focus"),
    language: t("field.language"),
    title: t("field.title"),
    summary: t("field.summary"),
    description: t("field.description"),
    sdgs: t("body.sdgs"),
    wsis: t("body.wsis"),
  };
  const textLanguage = values.language;
  return (
    <Wizard view={frame} title={t("step.what.title")} lead={t("step.what.lead")}>
      <StepForm
        form={form}
        pledgeId={frame.pledgeId}
        step="what"
        version={frame.version}
        receiptKey={receiptKey}
        labels={labels}
        changed={changed}
      >
        <Asked about="type" pledgeId={frame.pledgeId} />
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
        <Asked about="focus_areas" pledgeId={frame.pledgeId} />
        <CheckboxGroup
          field={fields.focusAreas}
          label={labels.focusAreas}
          hint={t("field.focus_areas_hint")}
          options={focusAreas.map((area) => ({
            value: area,
            label: <ShapeTag shape={area}>{reference(`focus_areas.${area}`)}</ShapeTag>,
            hint: reference(`focus_areas_help.${area}`),
          }))}
        />
        <SelectField
          field={fields.primaryFocus}
          label={labels.primaryFocus}
          hint={t("field.primary_focus_hint")}
          optional
          options={focusAreas.map((area) => ({ value: area, label: reference(`focus_areas.${area}`) }))}
        />
        <SelectField
          field={fields.language}
          label={labels.language}
          hint={t("field.language_hint")}
          width="medium"
          placeholder={null}
          options={languages.map((code) => ({ value: code, label: languageNames[code] }))}
        />
        <Asked about="title" pledgeId={frame.pledgeId} />
        <TextField
          field={fields.title}
          label={labels.title}
          hint={t("field.title_hint")}
          max={120}
          lang={textLanguage}
        />
        <Asked about="summary" pledgeId={frame.pledgeId} />
        <TextArea
          field={fields.summary}
          label={labels.summary}
          hint={t("field.summary_hint")}
          max={400}
          lang={textLanguage}
        />
        <Asked about="description" pledgeId={frame.pledgeId} />
        <TextArea
          field={fields.description}
          label={labels.description}
          hint={t("field.description_hint")}
          rows={10}
          lang={textLanguage}
        />
        <Details summary={t("field.goals")} open={values.sdgs.length + values.wsis.length > 0}>
          <CheckboxGroup
            field={fields.sdgs}
            label={labels.sdgs}
            optional
            options={sdgs.map((goal) => ({ value: String(goal), label: `${goal} ${reference(`sdgs.${goal}`)}` }))}
          />
          <CheckboxGroup
            field={fields.wsis}
            label={labels.wsis}
            optional
            options={wsisActionLines.map((line) => ({
              value: line,
              label: `${line.toUpperCase()} ${reference(`wsis.${line}`)}`,
            }))}
          />
        </Details>
      </StepForm>
    </Wizard>
  );
}
