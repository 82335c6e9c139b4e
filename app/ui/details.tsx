import type { ReactNode } from "react";

/** More, for those who want it. */
export function Details({ summary, open, children }: { summary: ReactNode; open?: boolean; children: ReactNode }) {
  return (
    <details className="more" open={open}>
      <summary>{summary}</summary>
      <div>{children}</div>
    </details>
  );
}

type DialogProps = {
  /** The button that asks; opening it does nothing yet. */
  button: ReactNode;
  /** What will happen, as a question. */
  title: ReactNode;
  second?: boolean;
  small?: boolean;
  /** The form that does it. */
  children: ReactNode;
};

/** A question before something that cannot be undone. A `details`, so it works without JavaScript. */
export function Dialog({ button, title, second, small, children }: DialogProps) {
  return (
    <details className="ask">
      <summary className={["btn", second && "second", small && "small"].filter(Boolean).join(" ")}>{button}</summary>
      <div className="stack tight">
        <p className="strong">{title}</p>
        {children}
      </div>
    </details>
  );
}
