import { address } from "~/addresses";
import { useLang, useT } from "~/platform/i18n/react";
import { Notice } from "~/ui/notice";
import { PledgeBody, type PledgeBodyView, PledgeHead } from "../../../pages/pledge-body";
import { PledgeCrumbs } from "../../components/crumbs";

export interface PreviewView {
  id: string;
  title: string;
  body: PledgeBodyView;
  /** Nothing newer than what is public. */
  isPublic: boolean;
}

/** The pledge exactly as it will be published; prints like the public page. */
export function PreviewPage({ view }: { view: PreviewView }) {
  const t = useT("my-pledges");
  const { lang } = useLang();
  return (
    <>
      <PledgeCrumbs id={view.id} title={view.title} here={t("preview.title")} />
      <Notice tone="quiet">
        <p>
          {view.isPublic ? t("preview.is_public") : t("preview.notice")}{" "}
          <a href={address.myPledge(lang, view.id)}>{t("back")}</a>
        </p>
      </Notice>
      <PledgeHead view={view.body} />
      <PledgeBody view={view.body} />
    </>
  );
}
