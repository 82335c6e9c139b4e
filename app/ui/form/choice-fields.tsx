import type { ReactNode } from "react";
import { useT } from "~/platform/i18n/react";
import { ChoicesFrame, FieldFrame, HintAndErrors } from "./field";
import { type FieldProps, hintId, useField } from "./field-source";

export type Option = { value: string; label: string };
export type RichOption = { value: string; label: ReactNode; hint?: ReactNode };
type OptionGroup = { label: string; options: Option[] };

type SelectFieldProps = FieldProps & {
  options: (Option | OptionGroup)[];
  /** The empty first option; "Choose" unless said otherwise, null for none. */
  placeholder?: string | null;
  width?: "small" | "medium" | "auto";
  autoComplete?: string;
};

const widths = { small: "w-s", medium: "w-m", auto: "auto" };

/** One of many. Up to five answers are better as `RadioGroup`. */
export function SelectField(props: SelectFieldProps) {
  const at = useField(props);
  const t = useT("ui");
  const { placeholder = t("form.choose"), width } = props;
  return (
    <FieldFrame at={at} label={props.label} hint={props.hint} optional={props.optional}>
      <select
        id={at.id}
        name={at.name}
        className={width && widths[width]}
        defaultValue={at.value ?? ""}
        autoComplete={props.autoComplete}
        {...at.aria}
      >
        {placeholder !== null && <option value="">{placeholder}</option>}
        <Options options={props.options} />
      </select>
    </FieldFrame>
  );
}

function Options({ options }: { options: (Option | OptionGroup)[] }) {
  return options.map((option) =>
    "options" in option ? (
      <optgroup key={option.label} label={option.label}>
        <Options options={option.options} />
      </optgroup>
    ) : (
      <option key={option.value} value={option.value}>
        {option.label}
      </option>
    ),
  );
}

type ChoicesProps = FieldProps & {
  options: RichOption[];
  /** Short answers on one line. */
  line?: boolean;
};

/** One of a few. */
export function RadioGroup(props: ChoicesProps) {
  return <Choices {...props} type="radio" />;
}

/** Any of a few; each chosen answer is sent under the same name. */
export function CheckboxGroup(props: ChoicesProps) {
  return <Choices {...props} type="checkbox" />;
}

function Choices({ type, options, line, ...props }: ChoicesProps & { type: "radio" | "checkbox" }) {
  const at = useField(props);
  return (
    <ChoicesFrame at={at} label={props.label} hint={props.hint} optional={props.optional}>
      <div className={line ? "choices line" : "choices"}>
        {options.map((option, index) => {
          // The error summary links to the first control of the question
          const id = index === 0 ? at.id : `${at.id}-${option.value}`;
          return (
            <label key={option.value} className="choice" htmlFor={id}>
              <input
                id={id}
                type={type}
                name={at.name}
                value={option.value}
                defaultChecked={at.values.includes(option.value)}
                aria-invalid={at.aria["aria-invalid"]}
                aria-describedby={option.hint ? hintId(`${at.id}-${option.value}`) : undefined}
              />
              <span>{option.label}</span>
              {option.hint && (
                <span className="hint" id={hintId(`${at.id}-${option.value}`)}>
                  {option.hint}
                </span>
              )}
            </label>
          );
        })}
      </div>
    </ChoicesFrame>
  );
}

/** A single yes, sent as "on". */
export function Checkbox(props: FieldProps) {
  const at = useField(props);
  return (
    <div className={at.errors.length > 0 ? "field bad" : "field"} data-field={at.name}>
      <HintAndErrors at={at} hint={props.hint} />
      <label className="choice" htmlFor={at.id}>
        <input id={at.id} type="checkbox" name={at.name} defaultChecked={at.value === "on"} {...at.aria} />
        <span>{props.label}</span>
      </label>
    </div>
  );
}
