import { useForm } from "@conform-to/react";
import { address } from "~/addresses";
import type { FormAnswer } from "~/platform/form.server";
import { useLang, useT } from "~/platform/i18n/react";
import { Actions, Form, HiddenField } from "~/ui/form/form";
import { SubmitButton } from "~/ui/form/submit-button";
import { TextArea } from "~/ui/form/text-field";
import { Message } from "~/ui/message";
import { stepOfField, type Threads } from "../questions/model";

type QuestionsProps = {
  pledgeId: string;
  threads: Threads;
  receiptKeys: string[];
  /** The pledge can be changed now: each question links to the part it is about. */
  editable: boolean;
  mayAnswer: boolean;
  /** The thread whose answer came back, with what to mend. */
  answered?: { field: string | null; answer: FormAnswer };
};

/** What the reviewer asked, one thread for each field, each with its answer beneath. */
export function QuestionThreads({ pledgeId, threads, editable, mayAnswer, answered, receiptKeys }: QuestionsProps) {
  const t = useT("my-pledges");
  const { lang } = useLang();
  return (
    <div className="stack">
      {threads.threads.map((thread, index) => {
        const step = thread.field && stepOfField(thread.field);
        return (
          <div className="stack tight" key={thread.field ?? "whole"}>
            <h3>{thread.label ? t("questions.about", { field: thread.label }) : t("questions.whole")}</h3>
            {thread.messages.map((message) => (
              <Message
                key={message.id}
                theirs={!message.fromStaff}
                from={message.fromStaff ? t("questions.reviewer") : t("questions.you")}
                when={<time dateTime={message.at.iso}>{message.at.text}</time>}
              >
                <p>{message.body}</p>
              </Message>
            ))}
            {editable && step && (
              <p>
                <a href={address.pledgeStep(lang, pledgeId, step)}>{t("questions.open_step")}</a>
              </p>
            )}
            {mayAnswer && threads.open && (
              <AnswerForm
                pledgeId={pledgeId}
                field={thread.field}
                receiptKey={receiptKeys[index] ?? ""}
                answer={answered?.field === thread.field ? answered.answer : undefined}
              />
            )}
          </div>
        );
      })}
      {!threads.open && <p className="quiet">{t("questions.closed")}</p>}
    </div>
  );
}

type AnswerProps = { pledgeId: string; field: string | null; receiptKey: string; answer?: FormAnswer };

function AnswerForm({ pledgeId, field, receiptKey, answer }: AnswerProps) {
  const t = useT("my-pledges");
  const { lang } = useLang();
  const [form, fields] = useForm<{ body: string }>({ id: `answer-${field ?? "whole"}`, lastResult: answer?.form });
  return (
    <Form
      form={form}
      action={address.pledgeAct(lang, pledgeId, "answer")}
      receiptKey={receiptKey}
      labels={{ body: t("questions.answer") }}
      keep
    >
      {field && <HiddenField name="field" value={field} />}
      <TextArea field={fields.body} label={t("questions.answer")} max={5000} rows={3} />
      <Actions>
        <SubmitButton second>{t("questions.send")}</SubmitButton>
      </Actions>
    </Form>
  );
}
