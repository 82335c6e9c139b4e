import { address } from "~/addresses";
import { useLang, useT } from "~/platform/i18n/react";
import { DataTable } from "~/ui/data-table";
import { EmptyState } from "~/ui/empty-state";
import { SearchBox } from "~/ui/finding";
import { SelectField } from "~/ui/form/choice-fields";
import { Notice } from "~/ui/notice";
import { PageHead } from "~/ui/page-parts";
import { Pagination } from "~/ui/pagination";
import { ViewSwitch } from "~/ui/tabs";
import { StateTag } from "~/ui/tags";
import { Ref } from "~/ui/words";
import type { QueueEntry, QueuePageView } from "../queue/queries.server";
import { searchOf } from "../queue/schema";

/** The queue of open cases: views as addresses, most urgent first. */
export function QueuePage({ view }: { view: QueuePageView }) {
  const t = useT("due-diligence");
  const { lang } = useLang();
  return (
    <>
      <PageHead title={t("queue_title")} lead={t("queue_note")} low />
      {view.done && (
        <Notice tone="done" announce>
          {view.done}
        </Notice>
      )}
      <ViewSwitch
        label={t("views")}
        views={view.views.map(({ label, count, href, current }) => ({
          label: `${label} ${count}`,
          href,
          current,
        }))}
      />
      <SearchBox
        action={address.queue(lang)}
        label={t("search_label")}
        value={view.q}
        keep={[{ name: "view", value: view.view }]}
      >
        <SelectField
          name="kind"
          label={t("filter_kind")}
          value={view.kind ?? ""}
          placeholder={t("kind.any")}
          width="medium"
          options={(["organisation", "pledge"] as const).map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
        />
      </SearchBox>
      {view.entries.length === 0 ? (
        <EmptyState title={t("empty_title")}>{t("empty_text")}</EmptyState>
      ) : (
        <>
          <DataTable
            caption={t("cases", { count: view.total })}
            columns={[
              { label: t("column.case") },
              { label: t("column.organisation") },
              { label: t("column.state") },
              { label: t("column.due") },
              { label: t("column.assignee") },
            ]}
            rows={view.entries.map((entry) => ({ key: entry.id, cells: cellsOf(entry, t("unassigned")) }))}
          />
          <Pagination
            page={view.page}
            pages={view.pages}
            hrefOf={(page) => address.queue(lang, searchOf({ view: view.view, kind: view.kind, q: view.q, page }))}
          />
        </>
      )}
    </>
  );
}

function cellsOf(entry: QueueEntry, unassigned: string) {
  return [
    <a key="case" href={entry.href} lang={entry.lang} dir="auto">
      {entry.title} {entry.reference && <Ref>{entry.reference}</Ref>}
    </a>,
    <span key="organisation" dir="auto">
      {entry.organisation}
    </span>,
    entry.state,
    <StateTag key="due" tone={entry.due.tone}>
      {entry.due.text}
    </StateTag>,
    <span key="assignee" dir="auto" className={entry.assignee ? undefined : "quiet"}>
      {entry.assignee ?? unassigned}
    </span>,
  ];
}
