import { useT } from "~/platform/i18n/react";
import { SelectField } from "~/ui/form/choice-fields";
import type { FieldSource } from "~/ui/form/field-source";
import { Pair } from "~/ui/form/form";
import { NumberField, TextField } from "~/ui/form/text-field";
import type { KeyPersonInput } from "../schema";
import { useCountryOptions } from "./facts-fields";

type KeyPersonFields = { [Name in keyof Required<KeyPersonInput>]: FieldSource };

/** One leader, board member or owner (R15). */
export function KeyPersonFields({ fields }: { fields: KeyPersonFields }) {
  const t = useT("organisations");
  return (
    <>
      <SelectField
        field={fields.role}
        label={t("field.key_role")}
        width="medium"
        options={(["highest_leader", "board_member", "owner"] as const).map((role) => ({
          value: role,
          label: t(`key_role.${role}`),
        }))}
      />
      <Pair>
        <TextField field={fields.fullName} label={t("field.full_name")} autoComplete="off" grow />
        <TextField
          field={fields.originalName}
          label={t("field.original_name")}
          hint={t("hint.original_name")}
          autoComplete="off"
          grow
          optional
        />
      </Pair>
      <Pair>
        <SelectField
          field={fields.nationality}
          label={t("field.nationality")}
          width="medium"
          options={useCountryOptions()}
          optional
        />
        <NumberField field={fields.birthYear} label={t("field.birth_year")} whole optional />
      </Pair>
    </>
  );
}
