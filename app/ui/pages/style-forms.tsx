import { formatNumber } from "~/platform/i18n/format";
import { useLang, useT } from "~/platform/i18n/react";
import { Chips, Facet, FacetFold, SearchBox } from "../finding";
import { Checkbox, RadioGroup, SelectField } from "../form/choice-fields";
import { FileField } from "../form/file-field";
import { Actions, Fieldset, Form, Pair, SavedAt } from "../form/form";
import { MoneyField } from "../form/money-field";
import { SubmitButton } from "../form/submit-button";
import { DateField, NumberField, TextArea, TextField } from "../form/text-field";
import { Beside } from "../page-parts";
import { Pagination } from "../pagination";
import { ViewSwitch } from "../tabs";

export function StyleFinding() {
  const t = useT("style");
  const u = useT("ui");
  const r = useT("reference");
  const { lang } = useLang();
  const counts = { access: 20, adoption: 10, value_creation: 11, accelerate: 0 } as const;
  const areas = Object.keys(counts) as (keyof typeof counts)[];
  return (
    <div className="stack loose">
      <SearchBox action="#find" label={u("search.label")} />
      <Beside start>
        <form aria-label={u("filters.title")}>
          <FacetFold chosen={1}>
            <Facet
              legend={t("area")}
              name="focus"
              options={areas.map((area) => ({
                value: area,
                label: r(`focus_areas.${area}`),
                count: formatNumber(counts[area], lang),
                shape: area,
                checked: area === "access",
              }))}
            />
          </FacetFold>
        </form>
        <div className="stack">
          <div className="row push">
            <h3>{t("results", { shown: formatNumber(20, lang), total: formatNumber(35, lang) })}</h3>
            <ViewSwitch
              label={u("view.label")}
              views={[
                { label: u("view.list"), href: "#list", current: true },
                { label: u("view.table"), href: "#table" },
              ]}
            />
          </div>
          <Chips
            chips={[{ label: r("focus_areas.access"), shape: "access", removeHref: "#without" }]}
            clearHref="#clear"
          />
          <Pagination page={4} pages={12} hrefOf={(page) => `#page-${page}`} />
        </div>
      </Beside>
    </div>
  );
}

const errors = {
  unit: ["error.required"],
  target_date: ["error.date_too_late?date=2028-12-31"],
};

export function StyleForms() {
  const t = useT("style");
  const u = useT("ui");
  const field = (name: keyof typeof errors) => ({ id: `sample-${name}`, name, errors: errors[name] });
  return (
    <Form
      action="#form"
      form={{ id: "sample", allErrors: errors }}
      labels={{ unit: t("unit"), target_date: t("by") }}
      receiptKey="00000000-0000-4000-8000-000000000000"
      keep
      rows
    >
      <p className="row">
        <SavedAt time="12:04" />
        <span className="small quiet">{u("form.leave_and_return")}</span>
      </p>
      <Fieldset legend={t("work")}>
        <TextField
          name="change"
          label={t("what_changes")}
          hint={t("what_changes_hint")}
          value={t("pledge_1")}
          max={120}
        />
        <TextField field={field("unit")} label={t("unit")} width="medium" />
        <Pair>
          <NumberField whole name="target" label={t("target")} value="6200" />
          <DateField name="from" label={t("by")} value="2026-10-01" />
        </Pair>
        <DateField field={{ ...field("target_date"), initialValue: "2029-06-30" }} label={t("by")} />
        <TextArea name="how" label={t("check_how")} value={t("pledge_1_text")} max={500} optional />
      </Fieldset>
      <p>
        <SubmitButton second small name="intent" value="add">
          {t("add_row")}
        </SubmitButton>
      </p>
      <MoneyField
        legend={t("value")}
        amount={{ id: "sample-amount", name: "amount", initialValue: "155000000" }}
        currency={{ id: "sample-currency", name: "currency", initialValue: "EUR" }}
        currencies={["EUR", "USD", "XOF"].map((code) => ({ value: code, label: code }))}
      />
      <RadioGroup
        name="new"
        label={t("new_money")}
        value="yes"
        line
        options={[
          { value: "yes", label: u("yes") },
          { value: "no", label: u("no") },
        ]}
      />
      <SelectField
        name="area"
        label={t("area")}
        options={[{ value: "a", label: t("marks") }]}
        width="medium"
        optional
      />
      <FileField name="file" label={t("file")} accept=".pdf,.png" types="PDF, PNG" size="20 MB" optional />
      <Checkbox name="agree" label={t("agree")} value="on" />
      <Actions>
        <SubmitButton>{u("form.save_and_continue")}</SubmitButton>
        <a href="#form">{t("preview")}</a>
      </Actions>
    </Form>
  );
}
