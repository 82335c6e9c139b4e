import { address } from "~/addresses";
import { useLang, useT } from "~/platform/i18n/react";
import { ButtonLink } from "~/ui/button";
import { DataTable } from "~/ui/data-table";
import { EmptyState } from "~/ui/empty-state";
import { Section } from "~/ui/page-parts";
import { ShapeTag, StateTag } from "~/ui/tags";
import { Ref } from "~/ui/words";
import type { MyPledgeRow } from "../list/pages/my-pledges";

/** The organisation's pledges on its home, formatted for one language. */
export interface PledgesSummary {
  total: number;
  published: number;
  rows: MyPledgeRow[];
}

/** A section of the organisation's home: its latest pledges, their state and who acts next. */
export function PledgesSummarySection({ view }: { view: PledgesSummary }) {
  const t = useT("my-pledges");
  const { lang } = useLang();
  const start = (
    <ButtonLink small href={address.newPledge(lang)}>
      {t("start")}
    </ButtonLink>
  );
  if (view.total === 0)
    return (
      <Section id="pledges" title={t("summary.title")}>
        <EmptyState title={t("empty.title")} action={start}>
          {t("empty.text")}
        </EmptyState>
      </Section>
    );
  const public_ = t("summary.public", { count: view.published });
  return (
    <Section
      id="pledges"
      title={t("summary.title")}
      note={`${t("summary.total", { count: view.total })} ${public_}`}
      aside={<p className="above">{start}</p>}
    >
      <div className="stack">
        <DataTable
          caption={t("summary.total", { count: view.total })}
          hideCaption
          columns={[
            { label: t("summary.pledge") },
            { label: t("summary.type") },
            { label: t("summary.state") },
            { label: t("summary.next") },
            { label: t("summary.changed") },
          ]}
          rows={view.rows.map((row) => ({
            key: row.id,
            cells: [<RowTitle key="title" row={row} />, <RowType key="type" row={row} />, ...statusCells(row)],
          }))}
        />
        <p>
          <a href={address.myPledges(lang)}>{t("summary.all", { count: view.total })}</a>
        </p>
      </div>
    </Section>
  );
}

const statusCells = (row: MyPledgeRow) => [
  <span key="state">
    <StateTag tone={row.tone}>{row.state}</StateTag>
    {row.revision && (
      <>
        <br />
        <small className="quiet">{row.revision}</small>
      </>
    )}
  </span>,
  row.due ? <b key="next">{row.next}</b> : row.next,
  row.changed,
];

function RowTitle({ row }: { row: MyPledgeRow }) {
  return (
    <>
      <a href={row.href} lang={row.titleLang} dir={row.titleLang && "auto"}>
        {row.title}
      </a>
      {row.reference && (
        <>
          <br />
          <small className="quiet">
            <Ref>{row.reference}</Ref>
          </small>
        </>
      )}
    </>
  );
}

function RowType({ row }: { row: MyPledgeRow }) {
  const t = useT("ui");
  if (!row.type) return <span className="quiet">{t("not_stated")}</span>;
  return <ShapeTag shape={row.type.code}>{row.type.label}</ShapeTag>;
}
