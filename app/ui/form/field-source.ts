import type { ReactNode } from "react";
import { useMessage } from "~/platform/i18n/react";

/** Where a field gets its name, value and errors: conform's `FieldMetadata` fits as it is. */
export type FieldSource = {
  id: string;
  name: string;
  initialValue?: unknown;
  errors?: string[] | undefined;
  required?: boolean | undefined;
};

/** What every field takes. Give `field` (conform) or `name` with `value` and `errors` (plain forms). */
export type FieldProps = {
  field?: FieldSource;
  name?: string;
  id?: string;
  value?: string | string[] | null;
  /** Message strings (`key?param=value`); translated here. */
  errors?: string[];
  label: ReactNode;
  hint?: ReactNode;
  /** Writes "(optional)" after the label. Fields that must be filled carry no mark. */
  optional?: boolean;
};

export type ResolvedField = {
  id: string;
  name: string;
  /** The values as typed; a single field has at most one. */
  values: string[];
  value: string | undefined;
  /** Error sentences in the reader's language. */
  errors: string[];
  aria: {
    "aria-describedby": string | undefined;
    "aria-invalid": true | undefined;
    "aria-required": true | undefined;
  };
};

/** Joins the two ways of naming a field into one, with its ids and accessible description. */
export function useField(props: Pick<FieldProps, "field" | "name" | "id" | "value" | "errors" | "hint" | "optional">) {
  const translate = useMessage();
  const { field, hint, optional } = props;
  const name = field?.name ?? props.name ?? "";
  const id = props.id ?? field?.id ?? fieldId(name);
  const values = valuesOf(props.value ?? field?.initialValue);
  const errors = (props.errors ?? field?.errors ?? []).map(translate);
  const described = [hint ? hintId(id) : null, errors.length > 0 ? errorId(id) : null].filter(Boolean).join(" ");
  const resolved: ResolvedField = {
    id,
    name,
    values,
    value: values[0],
    errors,
    aria: {
      "aria-describedby": described || undefined,
      "aria-invalid": errors.length > 0 || undefined,
      "aria-required": (field?.required && !optional) || undefined,
    },
  };
  return resolved;
}

export const hintId = (id: string): string => `${id}-hint`;
export const errorId = (id: string): string => `${id}-error`;
const fieldId = (name: string): string => `field-${name.replace(/[^\w-]+/g, "-")}`;

function valuesOf(value: unknown): string[] {
  if (value === undefined || value === null || value === "") return [];
  if (Array.isArray(value)) return value.flatMap(valuesOf);
  return typeof value === "string" || typeof value === "number" ? [String(value)] : [];
}
