import { address } from "~/addresses";
import type { FormAnswer } from "~/platform/form.server";
import { useLang, useMessage, useT } from "~/platform/i18n/react";
import { Notice } from "~/ui/notice";
import { PageHead } from "~/ui/page-parts";

/** Why an act could not be done, with the way back: for acts that have no page of their own. */
export function ActRefusedPage({ view, answer }: { view: { pledgeId: string; title: string }; answer?: FormAnswer }) {
  const t = useT("pledges");
  const translate = useMessage();
  const { lang } = useLang();
  const messages = Object.values(answer?.form.error ?? {}).flatMap((one) => one ?? []);
  return (
    <>
      <PageHead title={view.title || t("my.untitled")} low />
      <Notice tone="due" announce>
        {messages.map((message) => (
          <p key={message}>{translate(message)}</p>
        ))}
      </Notice>
      <p>
        <a href={address.myPledge(lang, view.pledgeId)}>{t("preview.back")}</a>
      </p>
    </>
  );
}
