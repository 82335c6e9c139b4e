import type { ReactNode } from "react";

type MeasureProps = {
  /** What was delivered, in the unit of the target; null means nothing has been reported. */
  delivered: number | null;
  /** What was promised; null or 0 means there is no target to draw. */
  target: number | null;
  /** The same in words; without it the drawing is decoration and the words stand beside it. */
  label?: string;
};

/**
 * The measure: hairline promised, bar delivered, upright target. Beyond the target the bar fills the line and the
 * upright moves to where the target lies. A reported zero shows a sliver of bar, nothing reported shows none.
 */
export function Measure({ delivered, target, label }: MeasureProps) {
  const named = label ? { role: "img", "aria-label": label } : ({ "aria-hidden": "true" } as const);
  const ratio = delivered === null || !target ? null : Math.max(0, delivered / target);
  if (ratio === null) return <svg className="measure empty" {...named} />;
  const over = ratio > 1;
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: named or hidden by the attributes above
    <svg className={over ? "measure over" : "measure"} {...named}>
      <rect y="5" width={over ? "100%" : percent(ratio)} height="6" />
      <rect y="5" width="2" height="6" />
      {over && <rect className="tick" x={percent(1 / ratio)} width="2" height="12" />}
    </svg>
  );
}

/** A share of 1 as SVG geometry, to a tenth of a percent. */
export function percent(share: number): string {
  return `${Math.round(Math.min(Math.max(share, 0), 1) * 1000) / 10}%`;
}

/** A measure under its words: what is counted at the start, the share at the end. */
export function MeasuredLine({
  children,
  share,
  ...measure
}: MeasureProps & { children: ReactNode; share?: ReactNode }) {
  return (
    <div className="measured">
      <p className="row push small">
        <span>{children}</span>
        {share && <b>{share}</b>}
      </p>
      <Measure {...measure} />
    </div>
  );
}
