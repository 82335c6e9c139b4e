import { address } from "~/addresses";
import { useLang, useT } from "~/platform/i18n/react";
import { DataTable } from "~/ui/data-table";
import { EmptyState } from "~/ui/empty-state";
import { SearchBox } from "~/ui/finding";
import { SelectField } from "~/ui/form/choice-fields";
import { Notice } from "~/ui/notice";
import { PageHead } from "~/ui/page-parts";
import { Pagination } from "~/ui/pagination";
import { StateTag } from "~/ui/tags";
import { Ref } from "~/ui/words";
import { withCount } from "../components/queue-list";
import type { QueueEntry, QueuePageView } from "../queue/queries.server";
import { searchOf } from "../queue/schema";

/** The queue of open cases: views as addresses, most urgent first. */
export function QueuePage({ view }: { view: QueuePageView }) {
  const t = useT("due-diligence");
  const { lang } = useLang();
  return (
    <div className="stack">
      <PageHead title={t("queue_title")} lead={t("queue_note")} low />
      {view.done && (
        <Notice tone="done" announce>
          {view.done}
        </Notice>
      )}
      <nav aria-label={t("views")}>
        <ul className="views">
          {view.views.map(({ label, count, href, current }) => (
            <li key={href}>
              <a href={href} aria-current={current ? "true" : undefined}>
                {withCount(label, count)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
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
              { label: t("column.due") },
              { label: t("column.state") },
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
    </div>
  );
}

function cellsOf(entry: QueueEntry, unassigned: string) {
  return [
    <div key="case">
      <a href={entry.href}>
        <bdi lang={entry.lang}>{entry.title}</bdi>
      </a>{" "}
      {entry.reference && <Ref>{entry.reference}</Ref>}
      <div className="quiet">
        <bdi>{entry.organisation}</bdi>
      </div>
    </div>,
    <StateTag key="due" tone={entry.due.tone}>
      {entry.due.text}
    </StateTag>,
    entry.state,
    <span key="assignee" className={entry.assignee ? undefined : "quiet"}>
      <bdi>{entry.assignee ?? unassigned}</bdi>
    </span>,
  ];
}
