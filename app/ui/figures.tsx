import type { ReactNode } from "react";
import { percent } from "./measure";

/** Headline figures side by side; children are `Figure`. */
export function Figures({ children }: { children: ReactNode }) {
  return <dl className="figures">{children}</dl>;
}

type FigureProps = {
  /** The number itself, already formatted; "not stated" when `none`. */
  value: ReactNode;
  /** Words before and after the number, set small: a currency, "billion", "of 35". */
  before?: ReactNode;
  after?: ReactNode;
  label: ReactNode;
  /** What it counts, what it leaves out, how fresh it is. */
  children?: ReactNode;
  /** Share of the whole, 0 to 1, drawn as the bar on the rule; left out where there is no whole. */
  part?: number;
  none?: boolean;
};

/** One headline figure: bar over the rule, number, what it is, what stands behind it. */
export function Figure({ value, before, after, label, children, part, none }: FigureProps) {
  return (
    <div>
      <dt>{label}</dt>
      <dd className={none ? "fig none" : "fig"}>
        {part !== undefined && (
          <svg className="part" aria-hidden="true">
            <rect width={percent(part)} height="4" />
          </svg>
        )}
        {before && (
          <small>
            <bdi>{before}</bdi>{" "}
          </small>
        )}
        {value}
        {after && <small> {after}</small>}
      </dd>
      {children && <dd>{children}</dd>}
    </div>
  );
}
