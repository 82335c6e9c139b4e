import type { ReactNode } from "react";

/** Solid shapes are focus areas, outlined shapes are pledge types. */
export type Shape =
  | "access"
  | "adoption"
  | "value_creation"
  | "accelerate"
  | "financial"
  | "project"
  | "policy"
  | "advocacy";

/** The class that carries a shape's mask and colour; also colours bars. */
export function shapeClass(shape: Shape): string {
  return shape === "value_creation" ? "value-creation" : shape;
}

/** Outlines on a field of 16 by 16. Drawn in the page, because its policy allows no image from a style sheet's own text. */
const outlines: Record<Shape, string> = {
  access:
    "M8 .1a7.9 7.9 0 1 0 0 15.8A7.9 7.9 0 0 0 8 .1zm0 2.2a5.7 5.7 0 1 1 0 11.4A5.7 5.7 0 0 1 8 2.3zm0 2.3a3.4 3.4 0 1 0 0 6.8 3.4 3.4 0 0 0 0-6.8z",
  adoption:
    "M8 .3a3.6 3.6 0 1 0 0 7.2 3.6 3.6 0 0 0 0-7.2zM3.8 8.3a3.6 3.6 0 1 0 0 7.2 3.6 3.6 0 0 0 0-7.2zm8.4 0a3.6 3.6 0 1 0 0 7.2 3.6 3.6 0 0 0 0-7.2z",
  value_creation: "M.5.5h6.6v6.6H.5zM.5 8.9h6.6v6.6H.5zM8.9 8.9h6.6v6.6H8.9zM12.2.2l3.6 3.6-3.6 3.6-3.6-3.6z",
  accelerate: "M8 0l8 7.5h-4.2L8 3.9 4.2 7.5H0zM8 8l8 7.5h-4.2L8 11.9l-3.8 3.6H0z",
  financial: "M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1zM4.8 6.3h6.4M4.8 9.7h6.4",
  project: "M1 1.2h14v13.6H1zM1 8h14M8 8v6.8M5 1.2V8",
  policy: "M2.5.9h7.3l3.7 3.7v10.5h-11zM5.2 8h5.6M5.2 11.3h5.6",
  advocacy: "M1 1.5h14v9.6H8.5l-4 3.9v-3.9H1z",
};
const outlined: ReadonlySet<Shape> = new Set(["financial", "project", "policy", "advocacy"]);

/** A shape on its own, for chips and headings where the word stands beside it. */
export function ShapeMark({ shape }: { shape: Shape }) {
  const look = outlined.has(shape) ? "shape line" : "shape";
  return (
    <svg className={`${look} ${shapeClass(shape)}`} viewBox="0 0 16 16" aria-hidden="true">
      <path d={outlines[shape]} />
    </svg>
  );
}

/** A focus area or pledge type: its shape, always with its word. */
export function ShapeTag({ shape, children }: { shape: Shape; children: ReactNode }) {
  return (
    <span className="kind">
      <ShapeMark shape={shape} />
      {children}
    </span>
  );
}

/** done: finished or delivered; open: not begun; half: under way; due: a person must act; stopped: the clock stands;
    quiet: nothing to report. */
export type Tone = "done" | "open" | "half" | "due" | "quiet" | "stopped";

/** A state as a mark and a word, never as a colour alone. */
export function StateTag({ tone, children }: { tone: Tone; children: ReactNode }) {
  return <span className={`state ${tone}`}>{children}</span>;
}
