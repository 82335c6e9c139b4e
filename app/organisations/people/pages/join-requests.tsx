import { useForm } from "@conform-to/react";
import type { FormAnswer } from "~/platform/form.server";
import { useT } from "~/platform/i18n/react";
import { DataTable } from "~/ui/data-table";
import { EmptyState } from "~/ui/empty-state";
import { Facts } from "~/ui/facts";
import { RadioGroup } from "~/ui/form/choice-fields";
import { Actions, Form } from "~/ui/form/form";
import { SubmitButton } from "~/ui/form/submit-button";
import { TextArea } from "~/ui/form/text-field";
import { Notice } from "~/ui/notice";
import { PageHead } from "~/ui/page-parts";
import { OrganisationCrumbs } from "../../components/organisation-crumbs";

export interface JoinRequestsView {
  requests: { href: string; name: string; day: string }[];
}

export interface JoinRequestView {
  organisation: string;
  name: string;
  email: string;
  message: string | null;
  day: string;
  open: boolean;
}

export interface AskToJoinView {
  /** Null where the organisation has no public page: then it is not named (R9). */
  name: string | null;
}

export function JoinRequestsPage({ view }: { view: JoinRequestsView }) {
  const t = useT("organisations");
  return (
    <>
      <OrganisationCrumbs here={t("join.requests_title")} />
      <PageHead title={t("join.requests_title")} lead={t("join.requests_lead")} low />
      {view.requests.length === 0 ? (
        <EmptyState title={t("join.no_requests")}>{t("join.no_requests_text")}</EmptyState>
      ) : (
        <DataTable
          caption={t("join.requests_title")}
          hideCaption
          columns={[{ label: t("people.name") }, { label: t("join.asked_on") }]}
          rows={view.requests.map(({ href, name, day }) => ({
            key: href,
            cells: [
              <a key="name" href={href}>
                <bdi>{name}</bdi>
              </a>,
              day,
            ],
          }))}
        />
      )}
    </>
  );
}

type RequestProps = { view: JoinRequestView; receiptKey: string; answer?: FormAnswer; staff?: boolean };

/** One request and its answer; also for the secretariat, where no lead answers (R5). */
export function JoinRequestPage({ view, receiptKey, answer, staff }: RequestProps) {
  const t = useT("organisations");
  const [form, fields] = useForm<{ answer: string }>({ id: "answer", lastResult: answer?.form });
  const title = t("join.request_title", { name: view.name });
  return (
    <>
      {!staff && <OrganisationCrumbs here={title} />}
      <PageHead title={title} low />
      <Facts
        facts={[
          { term: t("join.organisation"), value: <bdi>{view.organisation}</bdi> },
          { term: t("join.email"), value: <bdi dir="ltr">{view.email}</bdi> },
          { term: t("join.asked_on"), value: view.day },
          { term: t("join.message"), value: view.message && <bdi>{view.message}</bdi> },
        ]}
      />
      {view.open ? (
        <Form form={form} receiptKey={receiptKey} labels={{ answer: t("join.answer") }}>
          <RadioGroup
            field={fields.answer}
            label={t("join.answer")}
            options={[
              { value: "author", label: t("join.accept_author"), hint: t("role_hint.author") },
              { value: "lead", label: t("join.accept_lead"), hint: t("role_hint.lead") },
              { value: "decline", label: t("join.decline") },
            ]}
          />
          <Actions>
            <SubmitButton>{t("join.send_answer")}</SubmitButton>
          </Actions>
        </Form>
      ) : (
        <Notice>{t("error.answered_already")}</Notice>
      )}
    </>
  );
}

/** Asks an organisation's leads to be let in. */
export function AskToJoinPage({
  view,
  receiptKey,
  answer,
}: {
  view: AskToJoinView;
  receiptKey: string;
  answer?: FormAnswer;
}) {
  const t = useT("organisations");
  const [form, fields] = useForm<{ message: string }>({ id: "join", lastResult: answer?.form });
  return (
    <>
      <OrganisationCrumbs here={t("join.title")} />
      <PageHead
        title={view.name ? t("join.title_named", { name: view.name }) : t("join.title")}
        lead={view.name ? t("join.lead") : t("join.lead_unnamed")}
        low
      />
      <Form form={form} receiptKey={receiptKey} labels={{ message: t("join.your_message") }} keep>
        <TextArea
          field={fields.message}
          label={t("join.your_message")}
          hint={t("join.message_hint")}
          max={1000}
          optional
        />
        <Actions>
          <SubmitButton>{t("join.send")}</SubmitButton>
        </Actions>
      </Form>
    </>
  );
}
