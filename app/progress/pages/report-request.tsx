import { useForm } from "@conform-to/react";
import { address } from "~/addresses";
import type { FormAnswer } from "~/platform/form.server";
import { useLang, useT } from "~/platform/i18n/react";
import { DataTable } from "~/ui/data-table";
import { Facts } from "~/ui/facts";
import { Actions, Form, HiddenField } from "~/ui/form/form";
import { SubmitButton } from "~/ui/form/submit-button";
import { TextArea } from "~/ui/form/text-field";
import { Breadcrumbs, PageHead, Section } from "~/ui/page-parts";
import { StateTag, type Tone } from "~/ui/tags";
import type { RequestActInput } from "../requests/schema";

export interface RequestView {
  id: string;
  version: number;
  state: string;
  stateText: string;
  title: string;
  titleLang: string;
  reference: string | null;
  period: string;
  due: string;
  reason: string | null;
  acts: RequestActInput["act"][];
  /** Every organisation that reports, and whom to call. */
  owed: {
    id: string;
    organisation: string;
    state: string;
    tone: Tone;
    href: string | null;
    leads: { name: string; email: string }[];
  }[];
}

type RequestProps = { view: RequestView; receiptKey: string; answer?: FormAnswer };

/** One request: who owes what, and whether it is paused or skipped. */
export function RequestPage({ view, receiptKey, answer }: RequestProps) {
  const t = useT("progress");
  const { lang } = useLang();
  return (
    <>
      <Breadcrumbs
        items={[
          { label: t("staff.title"), href: address.reporting(lang, "?view=owed") },
          { label: view.reference ?? view.title },
        ]}
      />
      <PageHead title={<bdi>{view.title}</bdi>} titleLang={view.titleLang} low />
      <Facts
        facts={[
          { term: t("column.state"), value: view.stateText },
          { term: t("column.period"), value: view.period },
          { term: t("field.due_on"), value: view.due },
          ...(view.reason ? [{ term: t("field.reason"), value: <bdi>{view.reason}</bdi> }] : []),
        ]}
      />
      <Section id="owed" title={t("staff.who_owes")}>
        <DataTable
          caption={t("staff.who_owes")}
          hideCaption
          columns={[{ label: t("column.organisation") }, { label: t("column.state") }, { label: t("staff.leads") }]}
          rows={view.owed.map((one) => ({
            key: one.id,
            cells: [
              <bdi key="name">{one.organisation}</bdi>,
              <span key="state">
                <StateTag tone={one.tone}>{one.href ? <a href={one.href}>{one.state}</a> : one.state}</StateTag>
              </span>,
              <div key="leads" className="stack tight">
                {one.leads.map(({ name, email }) => (
                  <span key={email}>
                    <bdi>{name}</bdi> <a href={`mailto:${email}`}>{email}</a>
                  </span>
                ))}
              </div>,
            ],
          }))}
        />
      </Section>
      {view.acts.length > 0 && <RequestForm view={view} receiptKey={receiptKey} answer={answer} />}
    </>
  );
}

function RequestForm({ view, receiptKey, answer }: RequestProps) {
  const t = useT("progress");
  const [form, fields] = useForm<{ reason: string }>({ id: "request", lastResult: answer?.form });
  const label = t("field.reason");
  return (
    <Form form={form} receiptKey={receiptKey} labels={{ reason: label }} keep>
      <HiddenField name="version" value={String(view.version)} />
      <TextArea field={fields.reason} label={label} hint={t("field.reason_hint")} max={1000} rows={3} />
      <Actions>
        {view.acts.map((act, index) => (
          <SubmitButton key={act} name="act" value={act} second={index > 0}>
            {t(`request_move.${act}`)}
          </SubmitButton>
        ))}
      </Actions>
    </Form>
  );
}
