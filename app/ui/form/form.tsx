import type { ReactNode } from "react";
import { useT } from "~/platform/i18n/react";
import { useActingFor } from "./acting-for";
import { ErrorSummary, type FormErrors } from "./error-summary";

/** What a form needs of conform's `FormMetadata`, which fits as it is. */
type FormSource = FormErrors & { id: string };

type FormProps = {
  form?: FormSource;
  /** Left out, the form is sent to the page's own address. */
  action?: string;
  method?: "get" | "post";
  /** For forms with files. */
  multipart?: boolean;
  /** Idempotency key made by the `no-store` GET (E10); sent as `_key`. */
  receiptKey?: string;
  /** Field names to labels, so that the summary can say which field it means; list indexes are left out (`rows[].name`). */
  labels?: Record<string, string>;
  /** Where a draft is saved while it is written. */
  autosave?: string;
  /** Where single fields are checked on leaving them; answers `{ errors: { [name]: text } }`. */
  check?: string;
  /** Keeps typed text in this browser tab until it was taken, so that an expired session loses nothing. */
  keep?: boolean;
  /** The form has buttons that add or remove rows: Enter must press the primary button, not the first of those. */
  rows?: boolean;
  label?: string;
  wide?: boolean;
  className?: string;
  children: ReactNode;
};

/** The one form: errors first, then the fields. Checked by the server in the reader's language, so not by the browser. */
export function Form(props: FormProps) {
  const { form, method = "post", receiptKey, multipart } = props;
  const t = useT("ui");
  const named = useActingFor();
  return (
    <form
      id={form?.id}
      action={method === "post" ? named(props.action) : props.action}
      method={method}
      encType={multipart ? "multipart/form-data" : undefined}
      noValidate
      aria-label={props.label}
      className={["form", props.wide && "wide", props.className].filter(Boolean).join(" ")}
      data-autosave={props.autosave && named(props.autosave)}
      data-check={props.check}
      data-keep={props.keep ? (form?.id ?? "") : undefined}
      data-once={method === "post" ? "" : undefined}
      data-error-prefix={props.check ? t("form.error_prefix") : undefined}
      data-restored={props.keep ? t("form.restored") : undefined}
    >
      {props.rows && <button type="submit" className="sr" tabIndex={-1} aria-hidden="true" />}
      {receiptKey && <HiddenField name="_key" value={receiptKey} />}
      {form && <ErrorSummary form={form} labels={props.labels} />}
      {props.children}
    </form>
  );
}

export function HiddenField({ name, value }: { name: string; value: string }) {
  return <input type="hidden" name={name} value={value} />;
}

type FieldsetProps = { legend: ReactNode; id?: string; hint?: ReactNode; children: ReactNode };

/** A group of fields with a name of its own. */
export function Fieldset({ legend, id, hint, children }: FieldsetProps) {
  return (
    <fieldset className="group" id={id}>
      <legend>{legend}</legend>
      {hint && <p className="hint">{hint}</p>}
      {children}
    </fieldset>
  );
}

/** Fields that belong on one line where there is room. */
export function Pair({ children }: { children: ReactNode }) {
  return <div className="pair">{children}</div>;
}

/** The buttons at the foot of a form: primary first. */
export function Actions({ children }: { children: ReactNode }) {
  return <div className="actions">{children}</div>;
}

/** "Saved 12:04" beside an autosaved form; the script fills it in. */
export function SavedAt({ time }: { time?: string }) {
  const t = useT("ui");
  return (
    <span role="status" data-saved={t("form.saved_at", { time: "{time}" })} data-not-saved={t("form.not_saved")}>
      {time && <span className="state done">{t("form.saved_at", { time })}</span>}
    </span>
  );
}
