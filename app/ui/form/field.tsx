import type { ReactNode } from "react";
import { useT } from "~/platform/i18n/react";
import { errorId, hintId, type ResolvedField } from "./field-source";

type FrameProps = { label: ReactNode; hint?: ReactNode; optional?: boolean; className?: string; children: ReactNode };

/** Label, hint, error, control: one under the other. */
export function FieldFrame({ at, label, hint, optional, className, children }: FrameProps & { at: ResolvedField }) {
  return (
    <div className={fieldClass(at, className)} data-field={at.name}>
      <label htmlFor={at.id}>
        {label} {optional && <Optional />}
      </label>
      <HintAndErrors at={at} hint={hint} />
      {children}
    </div>
  );
}

/** The same for a question with several controls. */
export function ChoicesFrame({ at, label, hint, optional, className, children }: FrameProps & { at: ResolvedField }) {
  return (
    <div className={fieldClass(at, className)} data-field={at.name}>
      <fieldset aria-describedby={at.aria["aria-describedby"]}>
        <legend>
          {label} {optional && <Optional />}
        </legend>
        <HintAndErrors at={at} hint={hint} />
        {children}
      </fieldset>
    </div>
  );
}

function fieldClass(at: ResolvedField, className?: string): string {
  return ["field", at.errors.length > 0 && "bad", className].filter(Boolean).join(" ");
}

/** Hint and errors with the ids that the control is described by. */
export function HintAndErrors({ at, hint }: { at: ResolvedField; hint?: ReactNode }) {
  return (
    <>
      {hint && (
        <p className="hint" id={hintId(at.id)}>
          {hint}
        </p>
      )}
      {at.errors.length > 0 && <ErrorText id={errorId(at.id)} errors={at.errors} />}
    </>
  );
}

function ErrorText({ id, errors }: { id: string; errors: string[] }) {
  const t = useT("ui");
  return (
    <p className="error" id={id}>
      <span className="sr">{t("form.error_prefix")} </span>
      {errors.join(" ")}
    </p>
  );
}

function Optional() {
  const t = useT("ui");
  return <span className="optional">{t("form.optional")}</span>;
}
