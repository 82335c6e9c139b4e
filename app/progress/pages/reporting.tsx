import { useForm } from "@conform-to/react";
import { address } from "~/addresses";
import type { FormAnswer } from "~/platform/form.server";
import { useLang, useT } from "~/platform/i18n/react";
import { DataTable } from "~/ui/data-table";
import { EmptyState } from "~/ui/empty-state";
import { CheckboxGroup } from "~/ui/form/choice-fields";
import { Actions, Form, Pair } from "~/ui/form/form";
import { SubmitButton } from "~/ui/form/submit-button";
import { DateField } from "~/ui/form/text-field";
import { Notice } from "~/ui/notice";
import { PageHead } from "~/ui/page-parts";
import { Pagination } from "~/ui/pagination";
import { StateTag, type Tone } from "~/ui/tags";
import { Ref } from "~/ui/words";
import { type ReportingSearch, searchOf } from "../requests/schema";

export interface ReportingRow {
  id: string;
  title: string;
  titleLang: string;
  reference: string | null;
  organisation: string;
  href: string | null;
  period: string;
  state: string | null;
  tone: Tone;
  note: string | null;
}

export interface ReportingView {
  /** Whether this person asks for reports, pauses and skips. */
  manages: boolean;
  view: ReportingSearch["view"];
  views: { view: ReportingSearch["view"]; href: string; current: boolean }[];
  rows: ReportingRow[];
  total: number;
  page: number;
  pages: number;
}

type ReportingProps = {
  view: ReportingView;
  receiptKey: string;
  /** What the opening of requests did. */
  opened: { opened: number; takenOver: number; left: number } | null;
  answer?: FormAnswer;
};

/** Reporting for staff: what waits for a check, who owes a report, whom to ask. */
export function ReportingPage({ view, receiptKey, opened, answer }: ReportingProps) {
  const t = useT("progress");
  const { lang } = useLang();
  return (
    <div className="stack">
      <PageHead title={t("staff.title")} lead={t("staff.lead")} low />
      {opened && (
        <Notice tone="done" announce>
          {t("staff.opened", opened)}
        </Notice>
      )}
      <nav aria-label={t("staff.views")}>
        <ul className="views">
          {view.views
            .filter((one) => view.manages || one.view !== "choose")
            .map((one) => (
              <li key={one.view}>
                <a href={one.href} aria-current={one.current ? "true" : undefined}>
                  {t(`staff.view.${one.view}`)}
                </a>
              </li>
            ))}
        </ul>
      </nav>
      {view.rows.length === 0 ? (
        <EmptyState title={t("staff.none")} />
      ) : view.view === "choose" ? (
        view.manages && <OpeningForm view={view} receiptKey={receiptKey} answer={answer} />
      ) : (
        <DataTable
          caption={t(`staff.view.${view.view}`)}
          hideCaption
          columns={[{ label: t("column.pledge") }, { label: t("column.period") }, { label: t("column.state") }]}
          rows={view.rows.map((row) => ({ key: row.id, cells: cellsOf(row) }))}
        />
      )}
      <Pagination
        page={view.page}
        pages={view.pages}
        hrefOf={(page) => address.reporting(lang, searchOf({ view: view.view, page }))}
      />
    </div>
  );
}

const cellsOf = (row: ReportingRow) => [
  <div key="pledge">
    <a href={row.href ?? undefined}>
      <bdi lang={row.titleLang}>{row.title}</bdi>
    </a>{" "}
    {row.reference && <Ref>{row.reference}</Ref>}
    <div className="quiet">
      <bdi>{row.organisation}</bdi>
    </div>
  </div>,
  row.period,
  <div key="state" className="stack tight">
    {row.state && <StateTag tone={row.tone}>{row.state}</StateTag>}
    {row.note && <div className="quiet">{row.note}</div>}
  </div>,
];

type Opening = { pledgeIds: string[]; periodTo: string; dueOn: string };

function OpeningForm({ view, receiptKey, answer }: Pick<ReportingProps, "view" | "receiptKey" | "answer">) {
  const t = useT("progress");
  const { lang } = useLang();
  const [form, fields] = useForm<Opening>({ id: "opening", lastResult: answer?.form });
  const labels = { pledgeIds: t("staff.pledges"), periodTo: t("field.period_to"), dueOn: t("field.due_on") };
  return (
    <Form form={form} action={address.reporting(lang, "?view=choose")} receiptKey={receiptKey} labels={labels} wide>
      <Pair>
        <DateField field={fields.periodTo} label={labels.periodTo} hint={t("field.period_to_hint")} />
        <DateField field={fields.dueOn} label={labels.dueOn} hint={t("field.due_on_hint")} />
      </Pair>
      <CheckboxGroup
        field={fields.pledgeIds}
        label={labels.pledgeIds}
        options={view.rows.map((row) => ({
          value: row.id,
          label: (
            <>
              <bdi lang={row.titleLang}>{row.title}</bdi> {row.reference && <Ref>{row.reference}</Ref>}
            </>
          ),
          hint: [row.organisation, row.period, row.note].filter(Boolean).join(" · "),
        }))}
      />
      <Actions>
        <SubmitButton>{t("staff.open")}</SubmitButton>
      </Actions>
    </Form>
  );
}
