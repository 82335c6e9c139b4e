import { type FieldMetadata, type SubmissionResult, useForm } from "@conform-to/react";
import type { ReactNode } from "react";
import { address } from "~/addresses";
import { useLang } from "~/platform/i18n/react";
import { Actions, Form, HiddenField } from "~/ui/form/form";
import { SubmitButton } from "~/ui/form/submit-button";
import type { CaseAct } from "../case/acts/model";
import type { CaseView } from "../case/model";

/** What came back of a form that could not be accepted, and which act it was. */
export interface CaseAnswer {
  act: CaseAct;
  form: SubmissionResult<string[]>;
}

type Fields = Record<string, FieldMetadata<string>>;

interface ActFormProps {
  view: Pick<CaseView, "id" | "version">;
  act: CaseAct;
  receipt: string;
  answer?: CaseAnswer;
  /** Which of several forms of one act this is: a hidden field with its value. */
  which?: { name: string; value: string };
  labels?: Record<string, string>;
  button: ReactNode;
  second?: boolean;
  children?: (fields: Fields) => ReactNode;
}

/** Whether what came back belongs to this form. */
export const isAnswerTo = (
  answer: CaseAnswer | undefined,
  act: CaseAct,
  which?: ActFormProps["which"],
): answer is CaseAnswer => answer?.act === act && (!which || answer.form.initialValue?.[which.name] === which.value);

/** The form of one act on a case: its own address, receipt and the version that was seen; typed text is never lost. */
export function ActForm({ view, act, receipt, answer, which, labels, button, second, children }: ActFormProps) {
  const { lang } = useLang();
  const [form, fields] = useForm<Record<string, string>>({
    id: which ? `${act}-${which.value}` : act,
    lastResult: isAnswerTo(answer, act, which) ? answer.form : undefined,
  });
  return (
    <Form form={form} action={address.caseAct(lang, view.id, act)} receiptKey={receipt} labels={labels} keep>
      <HiddenField name="version" value={String(view.version)} />
      {which && <HiddenField name={which.name} value={which.value} />}
      {children?.(fields as Fields)}
      <Actions>
        <SubmitButton second={second}>{button}</SubmitButton>
      </Actions>
    </Form>
  );
}

interface ActProps {
  summary: ReactNode;
  open?: boolean;
  /** Key that opens it. */
  shortcut?: string;
  children: ReactNode;
}

/** A form that opens on demand, in the decision bar or among quieter things. Works without a script. */
export function Act({ summary, open, shortcut, second, children }: ActProps & { second?: boolean }) {
  return (
    <details className="ask" open={open}>
      <summary className={second ? "btn second" : "btn"} data-shortcut={shortcut}>
        {summary}
      </summary>
      <div>{children}</div>
    </details>
  );
}

/** The same as a link among text. */
export function QuietAct({ summary, open, shortcut, children }: ActProps) {
  return (
    <details className="more" open={open}>
      <summary data-shortcut={shortcut}>{summary}</summary>
      <div>{children}</div>
    </details>
  );
}
