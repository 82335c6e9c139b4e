import { useMessage, useT } from "~/platform/i18n/react";

export type FormErrors = {
  id: string;
  /** Errors of the form as a whole. */
  errors?: string[] | undefined;
  /** Errors by field name; conform puts those of the whole form under "". */
  allErrors?: Record<string, string[]>;
};

/**
 * What must be mended, with a link to each field. First in the form, takes the focus when the page opens, announced.
 * Conform names a field's element `formId-name`.
 */
export function ErrorSummary({ form, labels = {} }: { form: FormErrors; labels?: Record<string, string> }) {
  const t = useT("ui");
  const translate = useMessage();
  const ofFields = Object.entries(form.allErrors ?? {}).filter(([name]) => name !== "");
  const ofForm = form.errors ?? [];
  const count = ofForm.length + ofFields.length;
  if (count === 0) return null;
  const title = `${form.id}-errors`;
  return (
    // biome-ignore lint/a11y/noAutofocus: the page was opened to show these errors, and works so without a script
    <section className="errors" role="alert" tabIndex={-1} autoFocus aria-labelledby={title} data-errors>
      <h2 id={title}>{t("form.errors_title", { count })}</h2>
      <ul>
        {ofForm.map((message) => (
          <li key={message}>{translate(message)}</li>
        ))}
        {ofFields.map(([name, messages]) => (
          <li key={name}>
            <a href={`#${form.id}-${name}`}>{withLabel(labels[plainName(name)], messages.map(translate).join(" "))}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** `rows[2].name` reads `rows[].name`. */
function plainName(name: string): string {
  return name.replace(/\[\d+\]/g, "[]");
}

function withLabel(label: string | undefined, text: string): string {
  return label ? `${label}: ${text}` : text;
}
