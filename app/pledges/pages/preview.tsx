import { address } from "~/addresses";
import { useLang, useT } from "~/platform/i18n/react";
import { Notice } from "~/ui/notice";
import { PledgeBody, type PledgeBodyView, PledgeHead } from "./pledge-body";

/** The pledge exactly as it will be published, under a line that says it is not yet. */
export function PreviewPage({ view }: { view: { pledgeId: string; editable: boolean; body: PledgeBodyView } }) {
  const t = useT("pledges");
  const { lang } = useLang();
  return (
    <article>
      <Notice tone="info">
        <p>
          {t("preview.note")}{" "}
          {view.editable && <a href={address.pledgeStep(lang, view.pledgeId, "check")}>{t("preview.back_to_draft")}</a>}{" "}
          <a href={address.myPledge(lang, view.pledgeId)}>{t("preview.back")}</a>
        </p>
      </Notice>
      <PledgeHead view={view.body} />
      <PledgeBody view={view.body} />
    </article>
  );
}
