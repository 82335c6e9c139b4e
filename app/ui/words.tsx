import type { ReactNode } from "react";
import { useT } from "~/platform/i18n/react";

/** How to cite a record, ready to copy; the button appears only where a script can do it. */
export function Cite({ id, children }: { id: string; children: ReactNode }) {
  const t = useT("ui");
  return (
    <div className="stack tight">
      <p className="cite" id={id}>
        {children}
      </p>
      <p>
        <button type="button" className="btn second small" data-copy={id} data-copied={t("copied")} hidden>
          {t("copy")}
        </button>
      </p>
    </div>
  );
}

/** A reference such as P2C-2026-00003: stays left-to-right and in one piece in every language. */
export function Ref({ children }: { children: string }) {
  return (
    <bdi className="ref" dir="ltr">
      {children}
    </bdi>
  );
}

/** An amount as formatted by the caller; never broken, never reordered by its surroundings. */
export function Money({ children }: { children: string }) {
  return <bdi className="num">{children}</bdi>;
}

type VoiceProps = {
  /** Language of the passage; left out when it is the page's own. */
  lang?: string;
  /** Says which language it is and why, for example "In French, as submitted". Shown when `lang` is given. */
  label?: ReactNode;
  lead?: boolean;
  children: ReactNode;
};

/** The pledger's own words. In another language the passage carries `lang` and says so: no page mixes silently. */
export function Voice({ lang, label, lead, children }: VoiceProps) {
  const passage = (
    <div className={lead ? "voice lead" : "voice"} lang={lang} dir={lang ? "auto" : undefined}>
      {typeof children === "string" ? paragraphs(children) : children}
    </div>
  );
  if (!lang) return passage;
  return (
    <div className="foreign">
      {label && <p className="small quiet">{label}</p>}
      {passage}
    </div>
  );
}

function paragraphs(text: string): ReactNode {
  return text.split(/\n{2,}/).map((part, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: server-rendered once, never reordered
    <p key={index}>{part}</p>
  ));
}

/** What a field said before and says now; either may be null (added, removed). */
export function Diff({ before, after }: { before: ReactNode | null; after: ReactNode | null }) {
  const t = useT("ui");
  return (
    <>
      {before !== null && (
        <del>
          <span className="sr">{t("diff.was")} </span>
          <bdi>{before}</bdi>
        </del>
      )}{" "}
      {after !== null && (
        <ins>
          <span className="sr">{before === null ? t("diff.added") : t("diff.now")} </span>
          <bdi>{after}</bdi>
        </ins>
      )}
    </>
  );
}
