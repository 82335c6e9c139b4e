import type { ReactNode } from "react";

type NoticeProps = {
  /** info: read this; due: a person must act; done: what you asked has happened; quiet: origin and limits. */
  tone?: "info" | "due" | "done" | "quiet";
  title?: ReactNode;
  /** Announced by screen readers when the page opens (after a form was sent). */
  announce?: boolean;
  children?: ReactNode;
};

/** Words behind a bar. The signal colour only when a person must act. */
export function Notice({ tone = "info", title, announce, children }: NoticeProps) {
  return (
    <div className={tone === "info" ? "note" : `note ${tone}`} role={announce ? "status" : undefined}>
      {title && <p className="title">{title}</p>}
      {typeof children === "string" ? <p>{children}</p> : children}
    </div>
  );
}
