import type { ReactNode } from "react";

export type Moment = {
  /** done: happened; open: will happen; due: missing or waiting for a person; stopped: no date. */
  tone?: "done" | "open" | "due" | "stopped";
  /** The date as people read it. */
  when: ReactNode;
  /** The same for machines (ISO 8601); left out for spans and guesses. */
  iso?: string;
  title?: ReactNode;
  body?: ReactNode;
};

/** What happened and what is to come, one under the other. */
export function Timeline({ moments }: { moments: Moment[] }) {
  return (
    <ol className="time">
      {moments.map(({ tone = "done", when, iso, title, body }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: server-rendered once, never reordered
        <li key={index} className={tone}>
          {iso ? (
            <time className="when" dateTime={iso}>
              {when}
            </time>
          ) : (
            <span className="when">{when}</span>
          )}
          {title && <div className="title">{title}</div>}
          {body && <div>{body}</div>}
        </li>
      ))}
    </ol>
  );
}
