import type { ReactNode } from "react";
import { useT } from "~/platform/i18n/react";
import { type Option, SelectField } from "./choice-fields";
import type { FieldSource } from "./field-source";
import { Pair } from "./form";
import { TextField } from "./text-field";

type MoneyFieldProps = {
  legend: ReactNode;
  hint?: ReactNode;
  amount: FieldSource;
  currency: FieldSource;
  currencies: Option[];
};

/** An amount and its currency: two controls under one name. */
export function MoneyField({ legend, hint, amount, currency, currencies }: MoneyFieldProps) {
  const t = useT("ui");
  return (
    <fieldset className="field">
      <legend className="label">{legend}</legend>
      {hint && <p className="hint">{hint}</p>}
      <Pair>
        <TextField field={amount} label={t("form.amount")} inputMode="decimal" autoComplete="off" width="medium" />
        <SelectField field={currency} label={t("form.currency")} options={currencies} width="medium" />
      </Pair>
    </fieldset>
  );
}
