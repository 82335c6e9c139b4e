import type { FieldMetadata, FormMetadata } from "@conform-to/react";
import type * as z from "zod";
import { useT } from "~/platform/i18n/react";
import type { Option } from "~/ui/form/choice-fields";
import { Fieldset, HiddenField } from "~/ui/form/form";
import { MoneyField } from "~/ui/form/money-field";
import { AddRow, RemoveRow, SuggestField } from "../../components/line-list";
import type { stepSchemas } from "../../drafting/schema";

type Values = z.input<(typeof stepSchemas)["with-whom"]>;
type Row = NonNullable<Values["coPledgers"]>[number];

type PartRowsProps = {
  form: Pick<FormMetadata<Values>, "insert" | "remove">;
  field: FieldMetadata<Row[] | undefined>;
  label: string;
  /** Names of the organisations on the platform. */
  partners: string[];
  currencies: Option[];
};

/** Who pledges together, each with its own amount: an organisation on the platform, by its name, or anyone else (R20). */
export function PartRows({ form, field, label, partners, currencies }: PartRowsProps) {
  const t = useT("together");
  const rows = field.getFieldList();
  return (
    <div id="draft-coPledgers" className="rows">
      <Fieldset legend={label} hint={t("rows.hint")}>
        {rows.map((row, index) => {
          const { key, name, amount, currency } = row.getFieldset();
          const what = typeof name.initialValue === "string" ? name.initialValue : String(index + 1);
          return (
            <Fieldset key={row.key} legend={t("rows.number", { number: index + 1 })}>
              {typeof key.initialValue === "string" && <HiddenField name={key.name} value={key.initialValue} />}
              <SuggestField field={name} label={t("given.name")} list="partner-names" />
              <MoneyField legend={t("rows.amount")} amount={amount} currency={currency} currencies={currencies} />
              <RemoveRow button={form.remove.getButtonProps({ name: field.name, index })} what={what} />
            </Fieldset>
          );
        })}
        <AddRow button={form.insert.getButtonProps({ name: field.name })}>{t("rows.add")}</AddRow>
        <datalist id="partner-names">
          {partners.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
      </Fieldset>
    </div>
  );
}
