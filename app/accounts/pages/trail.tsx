import { address } from "~/addresses";
import { useLang, useT } from "~/platform/i18n/react";
import { DataTable } from "~/ui/data-table";
import { EmptyState } from "~/ui/empty-state";
import { Form, Pair } from "~/ui/form/form";
import { SubmitButton } from "~/ui/form/submit-button";
import { TextField } from "~/ui/form/text-field";
import { PageHead } from "~/ui/page-parts";
import { Pagination } from "~/ui/pagination";
import type { TrailView } from "../trail/queries.server";

export function TrailPage({ view }: { view: TrailView }) {
  const t = useT("accounts");
  const ui = useT("ui");
  const { lang } = useLang();
  const hrefOf = (page: number) =>
    `${address.staffAudit(lang)}?${new URLSearchParams({ ...(view.q && { q: view.q }), page: String(page) })}`;
  return (
    <div className="stack">
      <PageHead title={t("audit.title")} lead={t("audit.lead")} low />
      <Form method="get" wide>
        <Pair>
          <TextField name="q" type="search" label={t("audit.search")} value={view.q} grow />
          <SubmitButton second>{ui("search.button")}</SubmitButton>
        </Pair>
      </Form>
      <p role="status">{t("audit.total", { count: view.total })}</p>
      {view.entries.length === 0 ? <EmptyState title={t("audit.none")} /> : <Entries entries={view.entries} />}
      <Pagination page={view.page} pages={view.pages} hrefOf={hrefOf} />
    </div>
  );
}

function Entries({ entries }: Pick<TrailView, "entries">) {
  const t = useT("accounts");
  return (
    <DataTable
      caption={t("audit.title")}
      hideCaption
      columns={[
        { label: t("audit.number"), numeric: true },
        { label: t("audit.at") },
        { label: t("audit.actor") },
        { label: t("audit.event") },
        { label: t("audit.subject") },
        { label: t("audit.data") },
      ]}
      rows={entries.map((entry) => ({
        key: entry.seq,
        cells: [
          entry.seq,
          entry.at,
          <Actor key="actor" entry={entry} />,
          <code key="event" dir="ltr">
            {entry.event}
          </code>,
          <code key="subject" dir="ltr">
            {entry.subjectType} {entry.subjectId}
          </code>,
          <code key="data" dir="ltr">
            {entry.data}
          </code>,
        ],
      }))}
    />
  );
}

function Actor({ entry }: { entry: TrailView["entries"][number] }) {
  const t = useT("accounts");
  const { lang } = useLang();
  const { kind, id, name } = entry.actor;
  if (kind !== "person" || !id) return t(kind === "system" ? "audit.system" : "audit.anonymous");
  return (
    <>
      <a href={address.staffPerson(lang, id)}>
        <bdi>{name ?? id}</bdi>
      </a>{" "}
      {entry.demo && <span className="tag">{t("audit.demo")}</span>}
    </>
  );
}
