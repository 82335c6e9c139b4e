import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requirePermission } from "~/access/guard.server";
import { address } from "~/addresses";
import { answerJoinRequest } from "~/organisations/people/commands.server";
import { JoinRequestPage } from "~/organisations/people/pages/join-requests";
import { getJoinRequest } from "~/organisations/people/queries.server";
import { joinAnswerSchema } from "~/organisations/people/schema";
import { answerForm, answerPage } from "~/platform/form.server";
import { languageOf } from "~/platform/i18n/languages";
import { pageTitle } from "~/routes/page-title";
import { recordId } from "~/routes/record-id";

export const meta: MetaFunction = ({ params }) => pageTitle(params, "organisations", (t) => t("join.requests_title"));

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requirePermission(args, "organisation.answer_join_request");
  const lang = languageOf(args.params);
  return await answerPage(async () => ({
    view: await getJoinRequest(actor, recordId(args.params.id), lang),
    receiptKey: crypto.randomUUID(),
  }));
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requirePermission(args, "organisation.answer_join_request");
  const lang = languageOf(args.params);
  return await answerForm(args.request, joinAnswerSchema, async (values, receipt) => {
    await answerJoinRequest(actor, recordId(args.params.id), values.answer, receipt);
    return redirect(address.myOrganisationPart(lang, "join-requests"));
  });
}

export default function JoinRequest() {
  return <JoinRequestPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
