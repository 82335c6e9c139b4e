import { address } from "~/addresses";
import type { FormAnswer } from "~/platform/form.server";
import { useLang, useT } from "~/platform/i18n/react";
import { EmptyState } from "~/ui/empty-state";
import { Breadcrumbs, PageHead } from "~/ui/page-parts";
import { Conversation, type QuestionsView } from "../components/questions";

type AnswerProps = {
  pledgeId: string;
  title: string;
  questions: QuestionsView;
  receiptKey: string;
  answer?: FormAnswer;
};

/** The reviewers' questions on one page, to answer them. */
export function AnswerPage({ title, ...rest }: AnswerProps) {
  const t = useT("pledges");
  const { lang } = useLang();
  return (
    <>
      <Breadcrumbs
        items={[
          { label: t("my.title"), href: address.myPledges(lang) },
          { label: title || t("my.untitled"), href: address.myPledge(lang, rest.pledgeId) },
          { label: t("questions.title") },
        ]}
      />
      <PageHead title={t("questions.title")} lead={title} low />
      {rest.questions.messages.length === 0 ? (
        <EmptyState title={t("questions.none")} />
      ) : (
        <Conversation {...rest} action={address.pledgeAct(lang, rest.pledgeId, "answer")} />
      )}
    </>
  );
}
