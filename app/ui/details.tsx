import type { ReactNode } from "react";
import { useT } from "~/platform/i18n/react";

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

export type Shortcut = { key: string; label: string; href?: string; focus?: string };

/** Keyboard shortcuts: listed here for everyone; the script opens the list with `?` and listens for the keys. */
export function Shortcuts({ shortcuts }: { shortcuts: Shortcut[] }) {
  const t = useT("ui");
  return (
    <dialog className="shortcuts" data-shortcut-list aria-labelledby="shortcuts-title">
      <h2 id="shortcuts-title">{t("shortcuts.title")}</h2>
      <dl>
        <dt>
          <kbd>?</kbd>
        </dt>
        <dd>{t("shortcuts.list")}</dd>
        {shortcuts.map((one) => (
          <div key={one.key} className="contents">
            <dt>
              <kbd data-shortcut={one.key} data-href={one.href} data-focus={one.focus}>
                {one.key}
              </kbd>
            </dt>
            <dd>{one.label}</dd>
          </div>
        ))}
      </dl>
      <form method="dialog">
        <button type="submit" className="btn second small">
          {t("close")}
        </button>
      </form>
    </dialog>
  );
}
