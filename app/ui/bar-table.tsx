import type { ReactNode } from "react";
import { useT } from "~/platform/i18n/react";
import { percent } from "./measure";
import { type Shape, shapeClass } from "./tags";

export type BarRow = {
  label: ReactNode;
  /** Length of the bar as a share of the longest, 0 to 1; null draws none (nothing to count). */
  share: number | null;
  /** Colours the bar like the shape beside its word. */
  shape?: Shape;
  /** One formatted value per column. */
  values: ReactNode[];
};

type BarTableProps = {
  caption: ReactNode;
  note?: ReactNode;
  /** Head of the first column, then of the value columns. */
  head: ReactNode;
  columns: ReactNode[];
  rows: BarRow[];
  total?: { label: ReactNode; values: ReactNode[] };
};

/** A bar chart that is a real table: each chart carries its own figures. */
export function BarTable({ caption, note, head, columns, rows, total }: BarTableProps) {
  const t = useT("ui");
  return (
    <table className="bars">
      <caption>
        {caption}
        {note && <small>{note}</small>}
      </caption>
      <thead>
        <tr>
          <th scope="col">{head}</th>
          <th scope="col">
            <span className="sr">{t("chart.bar")}</span>
          </th>
          {columns.map((column, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: server-rendered once, never reordered
            <th key={index} scope="col" className="n">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: server-rendered once, never reordered
          <tr key={index}>
            <th scope="row">{row.label}</th>
            <td className={row.shape ? `bar ${shapeClass(row.shape)}` : "bar"}>
              {row.share !== null && <Bar share={row.share} />}
            </td>
            <Numbers values={row.values} />
          </tr>
        ))}
      </tbody>
      {total && (
        <tfoot>
          <tr>
            <th scope="row">{total.label}</th>
            <td />
            <Numbers values={total.values} />
          </tr>
        </tfoot>
      )}
    </table>
  );
}

function Bar({ share }: { share: number }) {
  return (
    <svg aria-hidden="true">
      <rect width={percent(share)} height="100%" />
      <rect width="1" height="100%" />
    </svg>
  );
}

function Numbers({ values }: { values: ReactNode[] }) {
  return values.map((value, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: server-rendered once, never reordered
    <td key={index} className="n">
      {value}
    </td>
  ));
}
