import { useT } from "~/platform/i18n/react";
import { DataTable } from "~/ui/data-table";

export interface ComparedField {
  label: string;
  /** Set where the values are in a certain language. */
  lang?: string;
  before: string | null;
  after: string | null;
}

/** What stands now beside what is proposed. */
export function Comparison({ rows }: { rows: ComparedField[] }) {
  const t = useT("profiles");
  const cell = (key: string, value: string | null, lang?: string) =>
    value === null ? (
      <span key={key} className="quiet">
        {t("table.nothing")}
      </span>
    ) : (
      <span key={key} dir="auto" lang={lang}>
        {value}
      </span>
    );
  return (
    <DataTable
      caption={t("table.caption")}
      columns={[{ label: t("table.field") }, { label: t("table.now") }, { label: t("table.proposed") }]}
      rows={rows.map(({ label, lang, before, after }) => ({
        key: label,
        cells: [label, cell("before", before, lang), cell("after", after, lang)],
      }))}
    />
  );
}
