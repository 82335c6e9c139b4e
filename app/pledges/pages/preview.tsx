import { address } from "~/addresses";
import { useLang, useT } from "~/platform/i18n/react";
import { Notice } from "~/ui/notice";
import { Breadcrumbs } from "~/ui/page-parts";
import { PledgeBody, type PledgeBodyView, PledgeHead } from "./pledge-body";

export interface PreviewView {
  pledgeId: string;
  title: string;
  editable: boolean;
  published: boolean;
  body: PledgeBodyView;
}

/** The pledge exactly as it will be published, under a line that says it is not yet. */
export function PreviewPage({ view }: { view: PreviewView }) {
  const t = useT("pledges");
  const { lang } = useLang();
  return (
    <article>
      <Breadcrumbs
        items={[
          { label: t("my.title"), href: address.myPledges(lang) },
          { label: view.title || t("my.untitled"), href: address.myPledge(lang, view.pledgeId) },
          ...(view.editable
            ? [{ label: t("preview.draft"), href: address.pledgeStep(lang, view.pledgeId, "check") }]
            : []),
          { label: t("preview.title") },
        ]}
      />
      {!view.published && <Notice tone="info">{t("preview.note")}</Notice>}
      <PledgeHead view={view.body} />
      <PledgeBody view={view.body} />
    </article>
  );
}
