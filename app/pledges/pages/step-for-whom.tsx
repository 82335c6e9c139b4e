import { useForm } from "@conform-to/react";
import type * as z from "zod";
import { useT } from "~/platform/i18n/react";
import { extents, type Group, groups, regions, scopes } from "~/reference/codes";
import { CheckboxGroup, RadioGroup } from "~/ui/form/choice-fields";
import { Fieldset, Pair } from "~/ui/form/form";
import { NumberField, TextArea } from "~/ui/form/text-field";
import { AddRow, RemoveRow, SuggestField } from "../components/line-list";
import { Asked } from "../components/questions";
import { StepForm } from "../components/step-form";
import { Wizard } from "../components/wizard";
import type { stepSchemas } from "../drafting/schema";
import type { StepProps } from "./step-what";

type ForWhomProps = StepProps<"for-whom"> & {
  beneficiaries: { countryNames: string[]; implied: Record<Group, string> };
};

/** For whom: places, the three groups of countries with what the official lists imply beside, and people. */
export function StepForWhom({ frame, values, receiptKey, changed, answer, beneficiaries }: ForWhomProps) {
  const t = useT("pledges");
  const reference = useT("reference");
  const [form, fields] = useForm<z.input<(typeof stepSchemas)["for-whom"]>>({
    id: "draft",
    lastResult: answer?.form,
    // One empty row is ready, so that the first country needs no extra click.
    defaultValue: { ...values, countries: values.countries.length > 0 ? values.countries : [{}] },
  });
  const labels = {
    scope: t("field.scope"),
    countries: t("field.countries"),
    "countries[].country": t("field.country"),
    "countries[].share": t("field.share"),
    regions: t("field.regions"),
    beneficiaryNote: t("field.beneficiary_note"),
    people: t("body.people"),
    peopleNote: t("field.people_note"),
    genderShare: t("body.gender_share"),
    ...Object.fromEntries(groups.map((group) => [`${group}Extent`, reference(`groups.${group}`)])),
    ...Object.fromEntries(groups.map((group) => [`${group}Share`, reference(`groups.${group}`)])),
    ...Object.fromEntries(groups.map((group) => [`${group}Note`, reference(`groups.${group}`)])),
  };
  const rows = fields.countries.getFieldList();
  return (
    <Wizard view={frame} title={t("step.for_whom.title")} lead={t("step.for_whom.lead")}>
      <StepForm
        form={form}
        pledgeId={frame.pledgeId}
        step="for-whom"
        version={frame.version}
        receiptKey={receiptKey}
        labels={labels}
        changed={changed}
        rows
      >
        <RadioGroup
          field={fields.scope}
          label={labels.scope}
          options={scopes.map((scope) => ({ value: scope, label: reference(`scopes.${scope}`) }))}
        />
        <Fieldset legend={labels.countries} id="draft-countries" hint={t("field.countries_hint")}>
          <Asked about="countries" pledgeId={frame.pledgeId} />
          {(fields.countries.errors ?? []).length > 0 && <p className="error">{t("field.countries_sum")}</p>}
          {rows.map((row, index) => {
            const { country, share } = row.getFieldset();
            return (
              <Pair key={row.key}>
                <SuggestField field={country} label={labels["countries[].country"]} list="country-names" />
                <NumberField field={share} label={labels["countries[].share"]} optional unit="%" />
                <RemoveRow
                  button={form.remove.getButtonProps({ name: fields.countries.name, index })}
                  what={typeof country.initialValue === "string" ? country.initialValue : String(index + 1)}
                />
              </Pair>
            );
          })}
          <AddRow button={form.insert.getButtonProps({ name: fields.countries.name })}>{t("field.add_country")}</AddRow>
          <datalist id="country-names">
            {beneficiaries.countryNames.map((name) => (
              <option key={name} value={name} />
            ))}
          </datalist>
        </Fieldset>
        <CheckboxGroup
          field={fields.regions}
          label={labels.regions}
          hint={t("field.regions_hint")}
          optional
          line
          options={regions.map((code) => ({ value: code, label: reference(`regions.${code}`) }))}
        />
        <TextArea field={fields.beneficiaryNote} label={labels.beneficiaryNote} optional rows={2} />
        {groups.map((group) => (
          <Fieldset
            key={group}
            legend={reference(`groups.${group}`)}
            id={`draft-${group}`}
            hint={beneficiaries.implied[group]}
          >
            <Asked about={group} pledgeId={frame.pledgeId} />
            <RadioGroup
              field={fields[`${group}Extent`]}
              label={t("field.extent")}
              hint={t("field.extent_hint")}
              line
              options={extents.map((extent) => ({ value: extent, label: reference(`extents.${extent}`) }))}
            />
            <NumberField field={fields[`${group}Share`]} label={t("field.group_share")} optional unit="%" />
            <TextArea
              field={fields[`${group}Note`]}
              label={t("field.group_note")}
              hint={t("field.group_note_hint")}
              optional
              rows={2}
            />
          </Fieldset>
        ))}
        <Fieldset legend={t("field.people_legend")}>
          <Asked about="people" pledgeId={frame.pledgeId} />
          <NumberField field={fields.people} label={labels.people} hint={t("field.people_hint")} optional whole />
          <TextArea
            field={fields.peopleNote}
            label={labels.peopleNote}
            hint={t("field.people_note_hint")}
            optional
            rows={2}
          />
          <NumberField field={fields.genderShare} label={labels.genderShare} optional unit="%" />
        </Fieldset>
      </StepForm>
    </Wizard>
  );
}
