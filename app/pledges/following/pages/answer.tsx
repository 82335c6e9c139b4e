import type { FormAnswer } from "~/platform/form.server";
import { useT } from "~/platform/i18n/react";
import { PageHead } from "~/ui/page-parts";
import { PledgeCrumbs } from "../components/crumbs";
import { QuestionThreads } from "../components/questions";
import type { Threads } from "../questions/model";

type AnswerProps = {
  view: { id: string; title: string | null; editable: boolean; mayAnswer: boolean };
  threads: Threads;
  receiptKeys: string[];
  answer?: FormAnswer;
};

/** The reviewer's questions on a page of their own: where an answer that could not be taken comes back. */
export function AnswerPage({ view, threads, receiptKeys, answer }: AnswerProps) {
  const t = useT("my-pledges");
  const field = answer?.form.initialValue?.field;
  return (
    <>
      <PledgeCrumbs id={view.id} title={view.title ?? t("untitled")} here={t("questions.title")} />
      <PageHead title={t("questions.title")} lead={t("questions.note")} low />
      <QuestionThreads
        pledgeId={view.id}
        threads={threads}
        receiptKeys={receiptKeys}
        editable={view.editable}
        mayAnswer={view.mayAnswer}
        answered={answer && { field: typeof field === "string" ? field : null, answer }}
      />
    </>
  );
}
