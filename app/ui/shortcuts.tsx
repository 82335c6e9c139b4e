import { Fragment } from "react";
import { useT } from "~/platform/i18n/react";

export type Shortcut = { key: string; label: string; href?: string; focus?: string };

/** Keyboard shortcuts. The script opens the list with `?` and listens; a key with neither `href` nor `focus` presses the element of the
    page that carries it in `data-shortcut`. */
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
          <Fragment key={one.key}>
            <dt>
              <kbd
                data-shortcut={one.href || one.focus ? one.key : undefined}
                data-href={one.href}
                data-focus={one.focus}
              >
                {one.key}
              </kbd>
            </dt>
            <dd>{one.label}</dd>
          </Fragment>
        ))}
      </dl>
      <p>
        <label className="choice">
          <input type="checkbox" data-shortcut-switch defaultChecked />
          <span>{t("shortcuts.on")}</span>
        </label>
      </p>
      <form method="dialog">
        <button type="submit" className="btn second small">
          {t("close")}
        </button>
      </form>
    </dialog>
  );
}

/** Opens the list for those without a `?` key or with shortcuts switched off; shown only where there is a script. */
export function ShortcutsButton() {
  const t = useT("ui");
  return (
    <button type="button" className="link small" data-opens-shortcuts hidden>
      {t("shortcuts.show")}
    </button>
  );
}
