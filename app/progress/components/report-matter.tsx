import { useT } from "~/platform/i18n/react";
import { DataTable } from "~/ui/data-table";
import { Facts } from "~/ui/facts";
import { Message } from "~/ui/message";
import { StateTag } from "~/ui/tags";
import type { FigureView, ReportView } from "../model";

/** What a report says, for people who read it. */
export function ReportMatter({ view }: { view: ReportView }) {
  const t = useT("progress");
  const own = (text: string | null) =>
    text ? (
      <p className="typed" lang={view.language} dir="auto">
        {text}
      </p>
    ) : null;
  return (
    <div className="stack">
      <Facts
        facts={[
          { term: t("field.status"), value: view.status && t(`status.${view.status}`) },
          ...(view.statusReason ? [{ term: t("field.status_reason"), value: own(view.statusReason) }] : []),
          { term: t("field.narrative"), value: own(view.narrative) },
          { term: t("field.obstacles"), value: own(view.obstacles) },
          { term: t("field.next_steps"), value: own(view.nextSteps) },
          {
            term: t("field.links"),
            value:
              view.links.length === 0 ? null : (
                <ul className="stack tight">
                  {view.links.map((link) => (
                    <li key={link}>
                      <a href={link} rel="nofollow noopener" dir="ltr">
                        {link}
                      </a>
                    </li>
                  ))}
                </ul>
              ),
          },
          ...view.milestones.map(({ name, due, done }) => ({
            term: <bdi>{name}</bdi>,
            value: done ? t("milestone_done", { date: done }) : due && t("milestone_due", { date: due }),
          })),
        ]}
      />
      <FiguresTable figures={view.figures} />
    </div>
  );
}

function FiguresTable({ figures }: { figures: FigureView[] }) {
  const t = useT("progress");
  if (figures.length === 0) return null;
  return (
    <DataTable
      caption={t("form.figures")}
      columns={[
        { label: t("column.figure") },
        { label: t("column.baseline"), numeric: true },
        { label: t("column.last"), numeric: true },
        { label: t("column.value"), numeric: true },
        { label: t("column.target"), numeric: true },
        { label: t("field.note") },
      ]}
      rows={figures.map((figure) => ({
        key: figure.field,
        cells: [
          <span key="label">
            <bdi>{figure.label}</bdi> {figure.unit && <bdi className="quiet">{figure.unit}</bdi>}
          </span>,
          figure.baseline ?? "–",
          figure.last ?? "–",
          figure.value ?? "–",
          figure.target ?? "–",
          <div key="note" className="stack tight">
            {figure.surprise && <StateTag tone="due">{t(`surprise.${figure.surprise}`)}</StateTag>}
            <bdi>{figure.note}</bdi>
          </div>,
        ],
      }))}
    />
  );
}

/** Questions of staff, and the organisation's answers. */
export function Messages({ messages }: Pick<ReportView, "messages">) {
  const t = useT("progress");
  return messages.map((one) => (
    <Message
      key={one.id}
      from={one.fromStaff ? t("staff.from") : null}
      when={<time dateTime={one.at.iso}>{one.at.text}</time>}
      theirs={!one.fromStaff}
    >
      <p className="typed">{one.body}</p>
    </Message>
  ));
}
