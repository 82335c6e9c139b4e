import type { HTMLInputTypeAttribute, ReactNode } from "react";
import { useT } from "~/platform/i18n/react";
import { FieldFrame } from "./field";
import { type FieldProps, useField } from "./field-source";

type Width = "small" | "medium";
const widths: Record<Width, string> = { small: "w-s", medium: "w-m" };

type TextFieldProps = FieldProps & {
  type?: Extract<HTMLInputTypeAttribute, "text" | "email" | "url" | "tel" | "password" | "search">;
  width?: Width;
  autoComplete?: string;
  inputMode?: "text" | "numeric" | "decimal" | "email" | "url" | "tel";
  /** Characters at most; shown and counted, never cut off. */
  max?: number;
  /** Grows in a `Pair`. */
  grow?: boolean;
  /** Written after the control: a unit. */
  unit?: ReactNode;
  lang?: string;
  spellCheck?: boolean;
};

/** One line of text. Free text follows its own direction, so an Arabic name in a French form reads right. */
export function TextField(props: TextFieldProps) {
  const { type = "text", width, max, grow, unit } = props;
  const at = useField(props);
  const ltr = type === "email" || type === "url" || type === "tel" || type === "password";
  const input = (
    <input
      id={at.id}
      name={at.name}
      type={type}
      className={width && widths[width]}
      defaultValue={type === "password" ? undefined : at.value}
      autoComplete={props.autoComplete}
      inputMode={props.inputMode}
      dir={ltr ? "ltr" : "auto"}
      lang={props.lang}
      spellCheck={props.spellCheck}
      {...at.aria}
    />
  );
  return (
    <FieldFrame at={at} label={props.label} hint={props.hint} optional={props.optional} className={grow ? "grow" : ""}>
      {unit ? (
        <div className="with-unit">
          {input}
          <span>{unit}</span>
        </div>
      ) : (
        input
      )}
      {max && <Counter id={at.id} max={max} />}
    </FieldFrame>
  );
}

/** Figures. A text control, so that whatever was typed comes back as it was typed. */
export function NumberField({ whole, ...props }: FieldProps & { whole?: boolean; width?: Width; unit?: ReactNode }) {
  return <TextField width="small" inputMode={whole ? "numeric" : "decimal"} autoComplete="off" {...props} />;
}

/** A date. Browsers show it in the reader's own order and send year-month-day. */
export function DateField(props: FieldProps & { min?: string; max?: string; autoComplete?: string }) {
  const at = useField(props);
  return (
    <FieldFrame at={at} label={props.label} hint={props.hint} optional={props.optional}>
      <input
        id={at.id}
        name={at.name}
        type="date"
        className="w-m"
        defaultValue={at.value}
        min={props.min}
        max={props.max}
        autoComplete={props.autoComplete}
        {...at.aria}
      />
    </FieldFrame>
  );
}

type TextAreaProps = FieldProps & { max?: number; rows?: number; lang?: string };

/** Several lines of text, with room that grows as it is written. */
export function TextArea(props: TextAreaProps) {
  const at = useField(props);
  return (
    <FieldFrame at={at} label={props.label} hint={props.hint} optional={props.optional}>
      <textarea
        id={at.id}
        name={at.name}
        rows={props.rows ?? 4}
        defaultValue={at.value}
        dir="auto"
        lang={props.lang}
        {...at.aria}
      />
      {props.max && <Counter id={at.id} max={props.max} />}
    </FieldFrame>
  );
}

/** How many characters there may be; the script counts those there are. */
function Counter({ id, max }: { id: string; max: number }) {
  const t = useT("ui");
  return (
    <p className="count" data-count={id} data-max={max} data-text={t("form.characters", { used: "{used}", max })}>
      {t("form.max_characters", { max })}
    </p>
  );
}
