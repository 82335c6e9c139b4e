import { address } from "~/addresses";
import type { FormAnswer } from "~/platform/form.server";
import { useLang, useMessage, useT } from "~/platform/i18n/react";
import { ButtonLink } from "~/ui/button";
import { Facts } from "~/ui/facts";
import { Notice } from "~/ui/notice";
import { PageHead, Section } from "~/ui/page-parts";
import { Ref } from "~/ui/words";
import { PledgeCrumbs } from "../../components/crumbs";

export interface ReceiptView {
  id: string;
  title: string;
  reference: string;
  organisation: string;
  at: string;
  by: string | null;
  consent: string | null;
}

/** What was sent, when, by whom, under which reference. Sent twice, it is the same page, which says so. */
export function ReceiptPage({ view, answer }: { view: ReceiptView; answer?: FormAnswer }) {
  const t = useT("my-pledges");
  const message = useMessage();
  const { lang } = useLang();
  const complaints = answer?.form.error?.[""] ?? [];
  return (
    <>
      <PledgeCrumbs id={view.id} title={view.title} here={t("receipt.title")} />
      <PageHead title={t("receipt.title")} lead={t("receipt.lead")} low />
      {complaints.length > 0 && (
        <Notice tone="quiet" announce>
          {complaints.map(message).join(" ")}
        </Notice>
      )}
      <Section id="receipt" title={t("receipt.sent")}>
        <Facts
          facts={[
            { term: t("receipt.reference"), value: <Ref>{view.reference}</Ref> },
            { term: t("receipt.pledge"), value: <bdi>{view.title}</bdi> },
            { term: t("receipt.organisation"), value: <bdi>{view.organisation}</bdi> },
            { term: t("receipt.at"), value: view.at },
            { term: t("receipt.by"), value: view.by && <bdi>{view.by}</bdi> },
            ...(view.consent ? [{ term: t("receipt.consent"), value: view.consent }] : []),
          ]}
        />
      </Section>
      <Section id="then" title={t("receipt.then")}>
        <div className="stack">
          <ol className="stack tight">
            <li>{t("receipt.step_review")}</li>
            <li>{t("receipt.step_decision")}</li>
            <li>{t("receipt.step_publish")}</li>
          </ol>
          <p className="row">
            <ButtonLink href={address.myPledge(lang, view.id)}>{t("receipt.follow")}</ButtonLink>
            <ButtonLink second href={address.myPledges(lang)}>
              {t("title")}
            </ButtonLink>
          </p>
        </div>
      </Section>
    </>
  );
}
