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

/** A shape on its own, for chips and headings where the word stands beside it. */
export function ShapeMark({ shape }: { shape: Shape }) {
  return <span className={`shape ${shapeClass(shape)}`} />;
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
