import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requirePermission } from "~/access/guard.server";
import { address } from "~/addresses";
import { answerQuestion } from "~/due-diligence/questions/commands.server";
import { getQuestions } from "~/due-diligence/questions/queries.server";
import { answerSchema } from "~/due-diligence/schema";
import { answerForm, answerPage } from "~/platform/form.server";
import { languageOf } from "~/platform/i18n/languages";
import { getOwnRevision } from "~/pledges/drafting/queries.server";
import { AnswerPage } from "~/pledges/pages/answer";
import { pageTitle } from "~/routes/page-title";
import { recordId } from "~/routes/record-id";

export const meta: MetaFunction = ({ params }) => pageTitle(params, "pledges", (t) => t("questions.title"));

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requirePermission(args, "pledge.answer");
  const lang = languageOf(args.params);
  const pledgeId = recordId(args.params.id);
  const revision = await answerPage(() => getOwnRevision(actor, pledgeId));
  const questions = await answerPage(() => getQuestions(actor, { revisionId: revision.id }, lang));
  return { pledgeId, title: revision.title, questions, receiptKey: crypto.randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requirePermission(args, "pledge.answer");
  const lang = languageOf(args.params);
  const pledgeId = recordId(args.params.id);
  return await answerForm(args.request, answerSchema, async (values, receipt) => {
    const revision = await getOwnRevision(actor, pledgeId);
    await answerQuestion({ actor, receipt, about: { revisionId: revision.id } }, values);
    return redirect(`${address.myPledge(lang, pledgeId)}?done=answered`);
  });
}

export default function PledgeAnswer() {
  return <AnswerPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
