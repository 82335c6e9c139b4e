import type { ReactNode } from "react";
import { useT } from "~/platform/i18n/react";
import { Details } from "~/ui/details";
import { Cite } from "~/ui/words";

export interface ShareView {
  address: string;
  card: string;
  cardHref: string;
  badge: string;
  badgeHref: string;
}

/** What to copy to point to a pledge, or to show it on another site. */
export function Share({ view }: { view: ShareView }) {
  const t = useT("share");
  return (
    <Details summary={t("title")}>
      <div className="stack">
        <Copied id="share-address" title={t("address")} text={view.address} />
        <Copied id="share-card" title={t("card")} text={view.card}>
          {t("card_note")} <a href={view.cardHref}>{t("see_card")}</a>
        </Copied>
        <Copied id="share-badge" title={t("badge")} text={view.badge}>
          {t("badge_note")} <a href={view.badgeHref}>{t("see_badge")}</a>
        </Copied>
      </div>
    </Details>
  );
}

function Copied({ id, title, text, children }: { id: string; title: string; text: string; children?: ReactNode }) {
  return (
    <div className="stack tight">
      <h3>{title}</h3>
      {children && <p className="small quiet">{children}</p>}
      <Cite id={id}>
        <bdi className="code" dir="ltr">
          {text}
        </bdi>
      </Cite>
    </div>
  );
}
