import type { ReactNode } from "react";
import { useT } from "~/platform/i18n/react";
import { FieldFrame } from "~/ui/form/field";
import { type FieldSource, useField } from "~/ui/form/field-source";
import { SubmitButton } from "~/ui/form/submit-button";

/** One line of text with suggestions of the browser's own; works without a script, and weighs one list for all rows. */
export function SuggestField({ field, label, list }: { field: FieldSource; label: ReactNode; list: string }) {
  const at = useField({ field });
  return (
    <FieldFrame at={at} label={label} className="grow">
      <input
        id={at.id}
        name={at.name}
        list={list}
        defaultValue={at.value}
        dir="auto"
        autoComplete="off"
        spellCheck={false}
        {...at.aria}
      />
    </FieldFrame>
  );
}

type RowButton = { name: string; value: string };

/** Adds a row of a list; conform's intent, so it is a submit that saves nothing. */
export function AddRow({ button, children }: { button: RowButton; children: ReactNode }) {
  return (
    <p>
      <SubmitButton second small name={button.name} value={button.value}>
        {children}
      </SubmitButton>
    </p>
  );
}

/** Takes a row away; `what` says which one to people who cannot see it. */
export function RemoveRow({ button, what }: { button: RowButton; what: string }) {
  const t = useT("ui");
  return (
    <p>
      <SubmitButton second small name={button.name} value={button.value}>
        {t("form.remove")} <span className="sr">{what}</span>
      </SubmitButton>
    </p>
  );
}
