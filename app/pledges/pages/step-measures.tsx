import { type FieldMetadata, useForm } from "@conform-to/react";
import type * as z from "zod";
import { useT } from "~/platform/i18n/react";
import { type Option, SelectField } from "~/ui/form/choice-fields";
import { Fieldset, HiddenField, Pair } from "~/ui/form/form";
import { DateField, NumberField, TextArea, TextField } from "~/ui/form/text-field";
import { AddRow, RemoveRow } from "../components/line-list";
import { Asked } from "../components/questions";
import { StepForm } from "../components/step-form";
import { Wizard } from "../components/wizard";
import type { stepSchemas } from "../drafting/schema";
import type { StepProps } from "./step-what";

type Values = z.input<typeof stepSchemas.measures>;
type IndicatorRow = NonNullable<Values["indicators"]>[number];
type MilestoneRow = NonNullable<Values["milestones"]>[number];

/** How it is measured: dates, indicators, milestones, and the event at which it is announced. */
export function StepMeasures({
  frame,
  values,
  receiptKey,
  changed,
  answer,
  events,
  byMilestones,
}: StepProps<"measures"> & { events: Option[]; byMilestones: boolean }) {
  const t = useT("pledges");
  const empty = values.indicators.length + values.milestones.length === 0;
  const [form, fields] = useForm<Values>({
    id: "draft",
    lastResult: answer?.form,
    // One empty row of the kind this pledge needs is ready (R21).
    defaultValue: {
      ...values,
      indicators: empty && !byMilestones ? [{}] : values.indicators,
      milestones: empty && byMilestones ? [{}] : values.milestones,
    },
  });
  const labels = {
    startsOn: t("field.starts_on"),
    endsOn: t("field.ends_on"),
    eventId: t("field.event"),
    indicators: t("body.indicators"),
    milestones: t("body.milestones"),
    "indicators[].name": t("field.indicator_name"),
    "indicators[].unit": t("field.unit"),
    "indicators[].baseline": t("field.baseline"),
    "indicators[].baselineDate": t("field.baseline_date"),
    "indicators[].target": t("body.target"),
    "indicators[].due": t("field.target_date"),
    "indicators[].verification": t("field.verification"),
    "milestones[].name": t("field.milestone_name"),
    "milestones[].due": t("field.milestone_due"),
  };
  const indicators = fields.indicators.getFieldList();
  const milestones = fields.milestones.getFieldList();
  const measures = {
    indicators: (
      <div id="draft-indicators" key="indicators" className="rows">
        <Asked about="indicators" pledgeId={frame.pledgeId} />
        {indicators.map((row, index) => (
          <Fieldset key={row.key} legend={t("field.indicator_number", { number: index + 1 })}>
            <IndicatorFields row={row} labels={labels} />
            <RemoveRow
              button={form.remove.getButtonProps({ name: fields.indicators.name, index })}
              what={t("field.indicator_number", { number: index + 1 })}
            />
          </Fieldset>
        ))}
        <AddRow button={form.insert.getButtonProps({ name: fields.indicators.name })}>
          {indicators.length > 0 ? t("field.add_another_indicator") : t("field.add_indicator")}
        </AddRow>
      </div>
    ),
    milestones: (
      <div id="draft-milestones" key="milestones" className="rows">
        <Asked about="milestones" pledgeId={frame.pledgeId} />
        {milestones.map((row, index) => (
          <Fieldset key={row.key} legend={t("field.milestone_number", { number: index + 1 })}>
            <MilestoneFields row={row} labels={labels} />
            <RemoveRow
              button={form.remove.getButtonProps({ name: fields.milestones.name, index })}
              what={t("field.milestone_number", { number: index + 1 })}
            />
          </Fieldset>
        ))}
        <AddRow button={form.insert.getButtonProps({ name: fields.milestones.name })}>
          {milestones.length > 0 ? t("field.add_another_milestone") : t("field.add_milestone")}
        </AddRow>
      </div>
    ),
  };
  return (
    <Wizard
      view={frame}
      title={t("step.measures.title")}
      lead={byMilestones ? t("step.measures.lead_milestones") : t("step.measures.lead")}
    >
      <StepForm
        form={form}
        pledgeId={frame.pledgeId}
        step="measures"
        version={frame.version}
        receiptKey={receiptKey}
        labels={labels}
        changed={changed}
        rows
      >
        <Asked about="dates" pledgeId={frame.pledgeId} />
        <Pair>
          <DateField field={fields.startsOn} label={labels.startsOn} />
          <DateField
            field={fields.endsOn}
            label={labels.endsOn}
            hint={byMilestones ? t("field.ends_on_hint") : undefined}
            optional={byMilestones}
          />
        </Pair>
        {byMilestones ? [measures.milestones, measures.indicators] : [measures.indicators, measures.milestones]}
        {events.length > 0 && (
          <SelectField
            field={fields.eventId}
            label={labels.eventId}
            hint={t("field.event_hint")}
            optional
            options={events}
            placeholder={t("field.no_event")}
          />
        )}
      </StepForm>
    </Wizard>
  );
}

type Labels = Record<string, string>;

function RowKey({ field }: { field: { name: string; initialValue?: unknown } }) {
  return typeof field.initialValue === "string" ? <HiddenField name={field.name} value={field.initialValue} /> : null;
}

function IndicatorFields({ row, labels }: { row: FieldMetadata<IndicatorRow>; labels: Labels }) {
  const t = useT("pledges");
  const at = row.getFieldset();
  return (
    <>
      <RowKey field={at.key} />
      <TextField field={at.name} label={labels["indicators[].name"]} hint={t("field.indicator_name_hint")} />
      <TextField field={at.unit} label={labels["indicators[].unit"]} hint={t("field.unit_hint")} width="medium" />
      <Pair>
        <NumberField field={at.baseline} label={labels["indicators[].baseline"]} hint={t("field.baseline_hint")} />
        <DateField field={at.baselineDate} label={labels["indicators[].baselineDate"]} />
      </Pair>
      <Pair>
        <NumberField field={at.target} label={labels["indicators[].target"]} />
        <DateField field={at.due} label={labels["indicators[].due"]} />
      </Pair>
      <TextArea
        field={at.verification}
        label={labels["indicators[].verification"]}
        hint={t("field.verification_hint")}
        rows={2}
      />
    </>
  );
}

function MilestoneFields({ row, labels }: { row: FieldMetadata<MilestoneRow>; labels: Labels }) {
  const t = useT("pledges");
  const at = row.getFieldset();
  return (
    <>
      <RowKey field={at.key} />
      <TextField field={at.name} label={labels["milestones[].name"]} hint={t("field.milestone_name_hint")} />
      <DateField field={at.due} label={labels["milestones[].due"]} />
    </>
  );
}
