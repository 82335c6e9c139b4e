import { useForm } from "@conform-to/react";
import type { ReactNode } from "react";
import { address } from "~/addresses";
import type { FormAnswer } from "~/platform/form.server";
import { type Language, languageNames } from "~/platform/i18n/languages";
import { useLang, useT } from "~/platform/i18n/react";
import { DataTable } from "~/ui/data-table";
import { EmptyState } from "~/ui/empty-state";
import { SearchBox } from "~/ui/finding";
import { SelectField } from "~/ui/form/choice-fields";
import { Fieldset, Form, HiddenField } from "~/ui/form/form";
import { SubmitButton } from "~/ui/form/submit-button";
import { TextArea } from "~/ui/form/text-field";
import { Notice } from "~/ui/notice";
import { PageHead } from "~/ui/page-parts";
import { Pagination } from "~/ui/pagination";
import { StateTag } from "~/ui/tags";
import { Ref } from "~/ui/words";
import { withCount } from "../components/queue-list";
import type { QueueEntry, QueuePageView } from "../queue/queries.server";
import { queueFilters, queueSorts, searchOf } from "../queue/schema";

interface QueueProps {
  view: QueuePageView;
  answer?: FormAnswer;
}

/** The queue of open cases: views as addresses, most urgent first. */
export function QueuePage({ view, answer }: QueueProps) {
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
        value={view.search.q}
        keep={[{ name: "view", value: view.search.view }]}
      >
        <Filters view={view} />
      </SearchBox>
      {view.entries.length === 0 ? (
        <EmptyState title={t("empty_title")}>{t("empty_text")}</EmptyState>
      ) : (
        <>
          {view.mayAssign ? <Assignable view={view} answer={answer} /> : <Cases view={view} />}
          <Pagination
            page={view.page}
            pages={view.pages}
            hrefOf={(page) => address.queue(lang, searchOf({ ...view.search, page }))}
          />
        </>
      )}
    </div>
  );
}

/** What narrows the view: the kind always in sight, the rest on demand. */
function Filters({ view }: QueueProps) {
  const t = useT("due-diligence");
  const reference = useT("reference");
  const { search, staff } = view;
  const label = {
    kind: (value: "pledge" | "organisation") => t(`kind.${value}`),
    track: (value: (typeof queueFilters.track)[number]) => t(`track.${value}`),
    language: (value: Language) => languageNames[value],
    constituency: (value: (typeof queueFilters.constituency)[number]) => reference(`constituencies.${value}`),
    risk: (value: "low" | "medium" | "high") => t(`risk.${value}`),
    area: (value: (typeof queueFilters.area)[number]) => reference(`focus_areas.${value}`),
  };
  const select = (name: keyof typeof label, heading: string, any: string) => (
    <SelectField
      key={name}
      name={name}
      label={heading}
      value={search[name] ?? ""}
      placeholder={any}
      width="medium"
      options={queueFilters[name].map((value) => ({ value, label: label[name](value as never) }))}
    />
  );
  const more = ["track", "language", "constituency", "risk", "area"] as const;
  const any = t("queue_filter.any");
  return (
    <>
      {select("kind", t("filter_kind"), t("kind.any"))}
      <details className="more" open={Boolean(search.assignee || search.sort || more.some((name) => search[name]))}>
        <summary>{t("queue_filter.more")}</summary>
        <div className="stack tight">
          {more.map((name) => select(name, t(`queue_filter.${name}`), any))}
          <SelectField
            name="assignee"
            label={t("queue_filter.assignee")}
            value={search.assignee ?? ""}
            placeholder={any}
            width="medium"
            options={staff}
          />
          <SelectField
            name="sort"
            label={t("queue_filter.sort")}
            value={search.sort ?? "urgent"}
            placeholder={null}
            width="medium"
            options={queueSorts.map((value) => ({ value, label: t(`queue_sort.${value}`) }))}
          />
        </div>
      </details>
    </>
  );
}

function Cases({ view, chooser }: QueueProps & { chooser?: (entry: QueueEntry) => ReactNode }) {
  const t = useT("due-diligence");
  return (
    <DataTable
      caption={t("cases", { count: view.total })}
      columns={[
        { label: t("column.case") },
        { label: t("column.due") },
        { label: t("column.state") },
        { label: t("column.assignee") },
        ...(chooser ? [{ label: t("queue_bulk.column") }] : []),
      ]}
      rows={view.entries.map((entry) => ({
        key: entry.id,
        cells: [...cellsOf(entry, t("unassigned")), ...(chooser ? [chooser(entry)] : [])],
      }))}
    />
  );
}

/** The same list for the secretariat, who may give several cases to one person (R12). */
function Assignable({ view, answer }: QueueProps) {
  const t = useT("due-diligence");
  const { lang } = useLang();
  const labels = { assigneeId: t("form.assignee"), reason: t("form.assignment_reason"), cases: t("queue_bulk.column") };
  const [form, fields] = useForm<Record<string, string>>({ id: "assignment", lastResult: answer?.form });
  const ticked: unknown = answer?.form.initialValue?.cases;
  return (
    <Form form={form} action={address.assignCases(lang)} receiptKey={view.receipt} labels={labels} keep wide>
      <HiddenField name="back" value={searchOf({ ...view.search, page: view.page }).slice(1)} />
      <Cases
        view={view}
        chooser={(entry) => {
          const value = `${entry.id}:${entry.version}`;
          return (
            <input
              key="choose"
              type="checkbox"
              name="cases"
              value={value}
              defaultChecked={ticked === value || (Array.isArray(ticked) && ticked.includes(value))}
              aria-label={t("queue_bulk.choose", { title: `${entry.title}, ${entry.organisation}` })}
            />
          );
        }}
      />
      <Fieldset legend={t("queue_bulk.title")}>
        <SelectField field={fields.assigneeId} label={labels.assigneeId} options={view.staff} width="medium" />
        <TextArea field={fields.reason} label={labels.reason} max={2000} rows={2} />
        <SubmitButton second>{t("queue_bulk.button")}</SubmitButton>
      </Fieldset>
    </Form>
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
