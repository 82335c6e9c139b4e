import { useT } from "~/platform/i18n/react";
import { SelectField } from "~/ui/form/choice-fields";
import { TextArea } from "~/ui/form/text-field";
import { InternalNote, Message } from "~/ui/message";
import type { CaseView, When } from "../case/model";
import { ActForm, type CaseAnswer } from "./act-form";

interface ConversationProps {
  view: CaseView;
  answer?: CaseAnswer;
}

const Time = ({ at }: { at: When }) => <time dateTime={at.iso}>{at.text}</time>;

/** What the organisation and staff tell each other. */
export function Messages({ view, answer }: ConversationProps) {
  const t = useT("due-diligence");
  const labels = { field: t("form.field"), body: t("form.question") };
  return (
    <section aria-labelledby="messages" className="stack">
      <h2 id="messages">{t("messages_title")}</h2>
      {view.messages.length === 0 && <p className="quiet">{t("no_messages")}</p>}
      {view.messages.map(({ id, body, field, theirs, by, at }) => (
        <Message key={id} from={<bdi>{by}</bdi>} when={<Time at={at} />} theirs={theirs}>
          {field && <p className="small strong">{field}</p>}
          <p className="typed">{body}</p>
        </Message>
      ))}
      {view.acts.messages && (
        <ActForm
          view={view}
          act="messages"
          receipt={view.receipts.messages}
          answer={answer}
          labels={labels}
          button={t("act.messages")}
        >
          {(fields) => (
            <>
              <SelectField
                field={fields.field}
                label={labels.field}
                placeholder={t("form.whole")}
                options={view.fields}
                width="medium"
              />
              <TextArea field={fields.body} label={labels.body} hint={t("form.question_hint")} max={5000} />
            </>
          )}
        </ActForm>
      )}
      {view.track.code === "compiled" && <p className="small quiet">{t("error.nobody_to_ask")}</p>}
    </section>
  );
}

/** What staff tell each other: never leaves these pages, and never looks like a message. */
export function Notes({ view, answer }: ConversationProps) {
  const t = useT("due-diligence");
  const labels = { body: t("form.note") };
  return (
    <section aria-labelledby="notes" className="stack">
      <h2 id="notes">{t("notes_title")}</h2>
      {view.notes.length === 0 && <p className="quiet">{t("no_notes")}</p>}
      {view.notes.map(({ id, body, by, at }) => (
        <InternalNote key={id} from={<bdi>{by}</bdi>} when={<Time at={at} />}>
          <p className="typed">{body}</p>
        </InternalNote>
      ))}
      {view.acts.notes && (
        <div className="msg internal">
          <ActForm
            view={view}
            act="notes"
            receipt={view.receipts.notes}
            answer={answer}
            labels={labels}
            button={t("act.notes")}
            second
          >
            {(fields) => (
              <TextArea field={fields.body} label={labels.body} hint={t("form.note_hint")} max={5000} rows={3} />
            )}
          </ActForm>
        </div>
      )}
    </section>
  );
}
