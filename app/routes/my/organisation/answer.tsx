import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requirePermission } from "~/access/guard.server";
import { address } from "~/addresses";
import { answerQuestion } from "~/due-diligence/questions/commands.server";
import { getQuestions } from "~/due-diligence/questions/queries.server";
import { answerSchema } from "~/due-diligence/schema";
import { found } from "~/platform/errors";
import { answerForm, answerPage } from "~/platform/form.server";
import { languageOf } from "~/platform/i18n/languages";
import { useT } from "~/platform/i18n/react";
import { Conversation } from "~/pledges/components/questions";
import { pageTitle } from "~/routes/page-title";
import { PageHead } from "~/ui/page-parts";

export const meta: MetaFunction = ({ params }) => pageTitle(params, "pledges", (t) => t("questions.title"));

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requirePermission(args, "pledge.answer");
  const lang = languageOf(args.params);
  const questions = await answerPage(async () => {
    const organisationId = found(actor.activeOrganisationId);
    return getQuestions(actor, { organisationId }, lang);
  });
  return { questions, action: address.myOrganisationPart(lang, "answer"), receiptKey: crypto.randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requirePermission(args, "pledge.answer");
  const lang = languageOf(args.params);
  return await answerForm(args.request, answerSchema, async (values, receipt) => {
    await answerQuestion({ actor, receipt, about: { organisationId: found(actor.activeOrganisationId) } }, values);
    return redirect(address.myOrganisation(lang));
  });
}

/** What the reviewers asked about the organisation itself, and the form to answer with. */
export default function OrganisationAnswer() {
  const t = useT("pledges");
  return (
    <>
      <PageHead title={t("questions.title")} low />
      <Conversation {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />
    </>
  );
}
