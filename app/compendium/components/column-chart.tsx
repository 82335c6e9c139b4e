import type { ColumnChart } from "../dashboard/model";

/** Columns drawn on the server; the table beside it carries the same figures, so the drawing itself is not read out. */
export function Columns({ chart, caption, rtl }: { chart: ColumnChart; caption: string; rtl: boolean }) {
  const { width, height, base, start, end, columns, ticks } = chart;
  return (
    <figure>
      <svg className="chart" viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
        {ticks.map(({ y, label }) => (
          <g key={y}>
            <path className="axis" d={`M${start} ${y}H${end}`} />
            <text x={rtl ? start + 6 : start - 6} y={y + 4} textAnchor="end" direction={rtl ? "rtl" : undefined}>
              {label}
            </text>
          </g>
        ))}
        {columns.map((column) => (
          <g key={column.label}>
            <rect x={column.x} y={column.y} width={column.width} height={column.height} />
            <text className="strong" x={column.middle} y={column.y - 6} textAnchor="middle">
              {column.value}
            </text>
            <text x={column.middle} y={base + 18} textAnchor="middle">
              {column.label}
            </text>
          </g>
        ))}
      </svg>
      <figcaption className="small quiet">{caption}</figcaption>
    </figure>
  );
}
