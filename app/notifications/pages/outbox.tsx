import { address } from "~/addresses";
import { useLang, useMessage, useT } from "~/platform/i18n/react";
import { DataTable } from "~/ui/data-table";
import { EmptyState } from "~/ui/empty-state";
import { Facts } from "~/ui/facts";
import { SelectField } from "~/ui/form/choice-fields";
import { Form, Pair } from "~/ui/form/form";
import { SubmitButton } from "~/ui/form/submit-button";
import { TextField } from "~/ui/form/text-field";
import { Notice } from "~/ui/notice";
import { Breadcrumbs, PageHead } from "~/ui/page-parts";
import { Pagination } from "~/ui/pagination";
import { StateTag, type Tone } from "~/ui/tags";
import type { MailState, MailView, OutboxView } from "../outbox/queries.server";

const tones: Record<MailState, Tone> = { queued: "half", sent: "done", kept: "quiet", failed: "due" };
const states = Object.keys(tones) as MailState[];

export function OutboxPage({ view }: { view: OutboxView }) {
  const t = useT("notifications");
  const ui = useT("ui");
  const { lang } = useLang();
  const hrefOf = (page: number) => {
    const search = new URLSearchParams({
      ...(view.q && { q: view.q }),
      ...(view.state && { state: view.state }),
      page: String(page),
    });
    return `${address.staffMail(lang)}?${search}`;
  };
  return (
    <div className="stack">
      <PageHead title={t("outbox.title")} lead={t("outbox.lead")} low />
      {!view.configured && <Notice tone="quiet">{t("outbox.no_provider")}</Notice>}
      <Form method="get" wide>
        <Pair>
          <TextField name="q" type="search" label={t("outbox.search")} value={view.q} grow />
          <SelectField
            name="state"
            label={t("outbox.state")}
            width="auto"
            placeholder={ui("filters.any")}
            value={view.state ?? ""}
            options={states.map((state) => ({ value: state, label: t(`outbox.states.${state}`) }))}
          />
          <SubmitButton second>{ui("search.button")}</SubmitButton>
        </Pair>
      </Form>
      <p role="status">{t("outbox.total", { count: view.total })}</p>
      {view.mails.length === 0 ? <EmptyState title={t("outbox.none")} /> : <Mails mails={view.mails} />}
      <Pagination page={view.page} pages={view.pages} hrefOf={hrefOf} />
    </div>
  );
}

function Mails({ mails }: Pick<OutboxView, "mails">) {
  const t = useT("notifications");
  const { lang } = useLang();
  return (
    <DataTable
      caption={t("outbox.title")}
      hideCaption
      columns={[
        { label: t("outbox.subject") },
        { label: t("outbox.recipient") },
        { label: t("outbox.state") },
        { label: t("outbox.written") },
      ]}
      rows={mails.map((mail) => ({
        key: mail.id,
        cells: [
          <a key="subject" href={address.staffMailMessage(lang, mail.id)} lang={mail.language} dir="auto">
            {mail.subject}
          </a>,
          <bdi key="recipient">{mail.recipient}</bdi>,
          <StateTag key="state" tone={tones[mail.state]}>
            {t(`outbox.states.${mail.state}`)}
          </StateTag>,
          mail.at,
        ],
      }))}
    />
  );
}

export function MailPage({ view, problem }: { view: MailView; problem?: string }) {
  const t = useT("notifications");
  const { lang } = useLang();
  const translate = useMessage();
  return (
    <div className="stack">
      <Breadcrumbs items={[{ label: t("outbox.title"), href: address.staffMail(lang) }, { label: view.subject }]} />
      <PageHead title={<bdi>{view.subject}</bdi>} titleLang={view.language} low />
      {problem && (
        <Notice tone="due" announce>
          {translate(problem)}
        </Notice>
      )}
      <Facts
        facts={[
          { term: t("outbox.recipient"), value: <bdi>{view.recipient}</bdi> },
          {
            term: t("outbox.state"),
            value: <StateTag tone={tones[view.state]}>{t(`outbox.states.${view.state}`)}</StateTag>,
          },
          { term: t("outbox.written"), value: view.created },
          ...(view.sent ? [{ term: t("outbox.sent"), value: view.sent }] : []),
          { term: t("outbox.attempts"), value: view.attempts },
          ...(view.lastError ? [{ term: t("outbox.error"), value: <bdi>{view.lastError}</bdi> }] : []),
        ]}
      />
      {view.text ? (
        <MailText text={view.text} lang={view.language} />
      ) : (
        <Notice tone="quiet">{t("outbox.secret")}</Notice>
      )}
      {view.mayRetry && (
        <Form action={address.retryMail(lang, view.id)}>
          <SubmitButton>{t("outbox.retry")}</SubmitButton>
        </Form>
      )}
    </div>
  );
}

/** Paragraphs, and links that can be followed. */
function MailText({ text, lang }: { text: string; lang: string }) {
  return (
    <div className="prose stack tight" lang={lang} dir={lang === "ar" ? "rtl" : "ltr"}>
      {text
        .trim()
        .split("\n\n")
        .map((paragraph) => (
          <p key={paragraph}>
            {paragraph.split(/(https?:\/\/\S+)/).map((part) =>
              /^https?:/.test(part) ? (
                <a key={part} href={part} dir="ltr">
                  {part}
                </a>
              ) : (
                part
              ),
            )}
          </p>
        ))}
    </div>
  );
}
