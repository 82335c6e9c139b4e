import { useT } from "~/platform/i18n/react";
import type { FieldSource } from "~/ui/form/field-source";
import { Fieldset } from "~/ui/form/form";
import { NumberField, TextField } from "~/ui/form/text-field";
import type { FigureView } from "../model";

type FigureFieldsProps = { figure: FigureView; value: FieldSource; note: FieldSource; hint?: string };

/** One figure beside baseline, last value and target, with room for the sentence that a missing or surprising one asks for. */
export function FigureFields({ figure, value, note, hint }: FigureFieldsProps) {
  const t = useT("progress");
  const known = (["baseline", "last", "target"] as const).flatMap((name) =>
    figure[name] === null ? [] : [`${t(`column.${name}`)}: \u2068${figure[name]}\u2069`],
  );
  return (
    <Fieldset legend={<bdi>{figure.label}</bdi>} hint={[hint, ...known].filter(Boolean).join(" · ")}>
      <NumberField field={value} label={t("column.value")} unit={figure.unit} width="medium" />
      <TextField field={note} label={t("field.note")} hint={t("field.note_hint")} max={1000} optional />
    </Fieldset>
  );
}
