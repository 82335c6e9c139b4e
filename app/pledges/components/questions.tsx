import { useForm } from "@conform-to/react";
import { createContext, useContext } from "react";
import { address } from "~/addresses";
import type { FormAnswer } from "~/platform/form.server";
import { useLang, useT } from "~/platform/i18n/react";
import { SelectField } from "~/ui/form/choice-fields";
import { Actions, Form } from "~/ui/form/form";
import { SubmitButton } from "~/ui/form/submit-button";
import { TextArea } from "~/ui/form/text-field";
import { Message } from "~/ui/message";

/** What the reviewers asked and the organisation answered; due diligence brings it. */
export interface QuestionsView {
  messages: {
    id: string;
    field: string | null;
    fieldLabel: string | null;
    body: string;
    fromStaff: boolean;
    at: { iso: string; text: string };
  }[];
  /** Whether an answer can be sent now. */
  open: boolean;
}

export const QuestionsContext = createContext<QuestionsView["messages"]>([]);

/** The reviewers' questions about one field, right where it is written. */
export function Asked({ about, pledgeId }: { about: string | readonly string[]; pledgeId: string }) {
  const t = useT("pledges");
  const { lang } = useLang();
  const asked = useContext(QuestionsContext).filter(({ field }) => field !== null && about.includes(field));
  if (asked.length === 0) return null;
  return (
    <div className="stack tight">
      {asked.map((one) => (
        <OneMessage key={one.id} message={one} />
      ))}
      <p className="small">
        <a href={address.pledgeAct(lang, pledgeId, "answer")}>{t("questions.answer")}</a>
      </p>
    </div>
  );
}

function OneMessage({ message }: { message: QuestionsView["messages"][number] }) {
  const t = useT("pledges");
  return (
    <Message
      from={message.fromStaff ? t("moment.staff") : t("questions.us")}
      when={<time dateTime={message.at.iso}>{message.at.text}</time>}
      theirs={!message.fromStaff}
    >
      {message.fieldLabel && <p className="small strong">{message.fieldLabel}</p>}
      <p className="typed">{message.body}</p>
    </Message>
  );
}

type ConversationProps = {
  /** Where the answer is sent. */
  action: string;
  questions: QuestionsView;
  receiptKey: string;
  answer?: FormAnswer;
};

/** Everything asked and answered, and one form to answer with; the heading is the page's. */
export function Conversation({ action, questions, receiptKey, answer }: ConversationProps) {
  const t = useT("pledges");
  const [form, fields] = useForm<{ field?: string; body: string }>({ id: "answer", lastResult: answer?.form });
  if (questions.messages.length === 0) return null;
  const asked = new Map(
    questions.messages.flatMap((one) => (one.field && one.fieldLabel ? [[one.field, one.fieldLabel]] : [])),
  );
  return (
    <div className="stack">
      {questions.messages.map((one) => (
        <OneMessage key={one.id} message={one} />
      ))}
      {questions.open && (
        <Form form={form} action={action} receiptKey={receiptKey} labels={{ body: t("questions.your_answer") }} keep>
          {asked.size > 0 && (
            <SelectField
              field={fields.field}
              label={t("questions.about")}
              width="medium"
              optional
              placeholder={t("questions.whole")}
              options={[...asked].map(([value, label]) => ({ value, label }))}
            />
          )}
          <TextArea field={fields.body} label={t("questions.your_answer")} max={5000} />
          <Actions>
            <SubmitButton>{t("questions.send")}</SubmitButton>
          </Actions>
        </Form>
      )}
    </div>
  );
}
