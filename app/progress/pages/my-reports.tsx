import { address } from "~/addresses";
import { useLang, useT } from "~/platform/i18n/react";
import { ButtonLink } from "~/ui/button";
import { DataTable } from "~/ui/data-table";
import { EmptyState } from "~/ui/empty-state";
import { Form, HiddenField } from "~/ui/form/form";
import { SubmitButton } from "~/ui/form/submit-button";
import { Notice } from "~/ui/notice";
import { PageHead, Section } from "~/ui/page-parts";
import { StateTag, type Tone } from "~/ui/tags";

type Group = "overdue" | "due" | "under_way" | "answered";

export interface MyReportRow {
  key: string;
  group: Group;
  title: string;
  titleLang: string;
  period: string;
  due: string | null;
  state: string;
  tone: Tone;
  /** Why the secretariat paused or skipped the request. */
  reason: string | null;
  correction: boolean;
  href: string | null;
  /** The request whose report can be begun. */
  beginId: string | null;
  /** Somebody of the organisation must act. */
  waits: boolean;
}

export interface MyReportsView {
  groups: { group: Group; rows: MyReportRow[] }[];
}

type MyReportsProps = { view: MyReportsView; receiptKey: string; problem?: string };

/** What the organisation owes, writes and has reported. */
export function MyReportsPage({ view, receiptKey, problem }: MyReportsProps) {
  const t = useT("progress");
  const filled = view.groups.filter(({ rows }) => rows.length > 0);
  return (
    <>
      <PageHead title={t("my.title")} lead={t("my.lead")} low />
      {problem && (
        <Notice tone="due" announce>
          {problem}
        </Notice>
      )}
      {filled.length === 0 && <EmptyState title={t("my.none")}>{t("my.none_text")}</EmptyState>}
      {filled.map(({ group, rows }) => (
        <Section key={group} id={group} title={t(`my.group.${group}`)} note={t(`my.group_note.${group}`)}>
          <DataTable
            caption={t(`my.group.${group}`)}
            hideCaption
            columns={[
              { label: t("column.pledge") },
              { label: t("column.period") },
              { label: t("column.state") },
              { label: t("column.act"), quiet: true },
            ]}
            rows={rows.map((row) => ({ key: row.key, cells: cellsOf(row, receiptKey) }))}
          />
        </Section>
      ))}
    </>
  );
}

const cellsOf = (row: MyReportRow, receiptKey: string) => [
  <bdi key="title" lang={row.titleLang}>
    {row.title}
  </bdi>,
  row.period,
  <State key="state" row={row} />,
  <Act key="act" row={row} receiptKey={receiptKey} />,
];

function State({ row }: { row: MyReportRow }) {
  const t = useT("progress");
  return (
    <div className="stack tight">
      <StateTag tone={row.tone}>{row.state}</StateTag>
      {row.correction && <div className="quiet">{t("correction")}</div>}
      {row.due && <div className="quiet">{row.due}</div>}
      {row.reason && <div dir="auto">{row.reason}</div>}
    </div>
  );
}

function Act({ row, receiptKey }: { row: MyReportRow; receiptKey: string }) {
  const t = useT("progress");
  const { lang } = useLang();
  if (row.href)
    return (
      <ButtonLink href={row.href} small second>
        {t("my.open")}
      </ButtonLink>
    );
  if (!row.beginId) return null;
  return (
    <Form action={address.myReports(lang)} label={row.title}>
      <HiddenField name="_key" value={receiptKey} />
      <HiddenField name="requestId" value={row.beginId} />
      <SubmitButton small>{t("my.begin")}</SubmitButton>
    </Form>
  );
}
