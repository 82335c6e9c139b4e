import { useT } from "~/platform/i18n/react";
import { Notice } from "~/ui/notice";

/** For authors, where only a lead may act: who can. */
export function OnlyLeads({ names }: { names: string | null }) {
  const t = useT("my-pledges");
  return (
    <Notice title={t("leads.title")}>
      {names ? (
        <p>
          {t("leads.ask")} <bdi>{names}</bdi>
        </p>
      ) : (
        t("leads.none")
      )}
    </Notice>
  );
}
