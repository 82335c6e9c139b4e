import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requirePermission } from "~/access/guard.server";
import { address } from "~/addresses";
import { getQuestions, revisionsAsked } from "~/due-diligence/questions/queries.server";
import { answerPage } from "~/platform/form.server";
import { languageOf } from "~/platform/i18n/languages";
import { Conversation } from "~/pledges/components/questions";
import { getOwnRevision } from "~/pledges/drafting/queries.server";
import { doneWords, MyPledgePage } from "~/pledges/following/pages/my-pledge";
import { getMyPledge } from "~/pledges/following/queries.server";
import { pageTitle } from "~/routes/page-title";
import { recordId } from "~/routes/record-id";

export const meta: MetaFunction<typeof loader> = ({ params, data }) =>
  pageTitle(params, "my-pledges", (t) => data?.view.title?.text ?? t("pledge"));

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requirePermission(args, "pledge.read_own");
  const lang = languageOf(args.params);
  const id = recordId(args.params.id);
  const said = new URL(args.request.url).searchParams.get("done");
  return await answerPage(async () => {
    const { pledge } = await getOwnRevision(actor, id);
    const asked = await revisionsAsked(actor, pledge.organisationId);
    const view = await getMyPledge(actor, id, lang, asked);
    return {
      view,
      questions: await getQuestions(actor, { revisionId: view.revisionId }, lang),
      answerAddress: address.pledgeAct(lang, id, "answer"),
      receiptKey: crypto.randomUUID(),
      done: doneWords.find((word) => word === said),
    };
  });
}

export default function MyPledge() {
  const { view, done, questions, answerAddress, receiptKey } = useLoaderData<typeof loader>();
  const conversation = <Conversation action={answerAddress} questions={questions} receiptKey={receiptKey} />;
  return <MyPledgePage view={view} done={done} questions={questions.messages.length > 0 && conversation} />;
}
