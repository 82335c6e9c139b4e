import type { ReactNode } from "react";
import { useT } from "~/platform/i18n/react";

type MessageProps = {
  from: ReactNode;
  when: ReactNode;
  /** The organisation's answer stands inset, the secretariat's question at the margin. */
  theirs?: boolean;
  lang?: string;
  children: ReactNode;
};

/** A message between the secretariat and the organisation: both can read it. */
export function Message({ from, when, theirs, lang, children }: MessageProps) {
  const t = useT("ui");
  return (
    <article className={theirs ? "msg theirs" : "msg"}>
      <header>
        <b>{theirs ? t("message.from_organisation") : t("message.to_organisation")}</b>
        <span>{from}</span>
        <span>{when}</span>
      </header>
      <div lang={lang} dir="auto">
        {children}
      </div>
    </article>
  );
}

/** A note for staff. Hatched and dashed, so that it is never mistaken for a message. */
export function InternalNote({ from, when, lang, children }: Omit<MessageProps, "theirs">) {
  const t = useT("ui");
  return (
    <article className="msg internal">
      <header>
        <b>{t("message.internal")}</b>
        <span>{from}</span>
        <span>{when}</span>
      </header>
      <div lang={lang} dir="auto">
        {children}
      </div>
    </article>
  );
}
