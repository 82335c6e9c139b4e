import type { ReactNode } from "react";

export type Column = {
  label: ReactNode;
  /** Numbers stand at the end of the cell. */
  numeric?: boolean;
  /** The address that sorts by this column; the next click turns the order round. */
  sortHref?: string;
  sorted?: "ascending" | "descending";
  /** The heading is for screen readers only (a column of actions). */
  quiet?: boolean;
};

type DataTableProps = {
  /** Names the table and its scroll region; `hideCaption` where a heading says it already. */
  caption: string;
  hideCaption?: boolean;
  note?: ReactNode;
  columns: Column[];
  /** Each row: cells in the order of the columns; the first one is the row's heading. */
  rows: { key: string; cells: ReactNode[] }[];
  foot?: ReactNode[];
};

/** A table in a named, focusable region that scrolls by itself, so the page never does. */
export function DataTable({ caption, hideCaption, note, columns, rows, foot }: DataTableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="scroll" tabIndex={0} aria-label={caption}>
      <table>
        <caption className={hideCaption ? "sr" : undefined}>
          {caption}
          {note && <small>{note}</small>}
        </caption>
        <thead>
          <tr>
            {columns.map((column, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: server-rendered once, never reordered
              <th key={index} scope="col" className={column.numeric ? "n" : undefined} aria-sort={column.sorted}>
                <Heading column={column} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells }) => (
            <tr key={key}>
              <Cells cells={cells} columns={columns} />
            </tr>
          ))}
        </tbody>
        {foot && (
          <tfoot>
            <tr>
              <Cells cells={foot} columns={columns} />
            </tr>
          </tfoot>
        )}
      </table>
    </section>
  );
}

function Heading({ column }: { column: Column }) {
  if (column.sortHref) return <a href={column.sortHref}>{column.label}</a>;
  return column.quiet ? <span className="sr">{column.label}</span> : column.label;
}

function Cells({ cells, columns }: { cells: ReactNode[]; columns: Column[] }) {
  return cells.map((cell, index) =>
    index === 0 ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: server-rendered once, never reordered
      <th key={index} scope="row">
        {cell}
      </th>
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: server-rendered once, never reordered
      <td key={index} className={columns[index]?.numeric ? "n" : undefined}>
        {cell}
      </td>
    ),
  );
}
