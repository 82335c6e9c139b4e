import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requirePermission } from "~/access/guard.server";
import { address } from "~/addresses";
import { requestToJoin } from "~/organisations/people/commands.server";
import { AskToJoinPage } from "~/organisations/people/pages/join-requests";
import { getAskToJoin } from "~/organisations/people/queries.server";
import { joinSchema } from "~/organisations/people/schema";
import { answerForm, answerPage } from "~/platform/form.server";
import { languageOf } from "~/platform/i18n/languages";
import { pageTitle } from "~/routes/page-title";
import { recordId } from "~/routes/record-id";

export const meta: MetaFunction = ({ params }) => pageTitle(params, "organisations", (t) => t("join.title"));

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "organisation.ask_to_join");
  languageOf(args.params);
  return await answerPage(async () => ({
    view: await getAskToJoin(recordId(args.params.id)),
    receiptKey: crypto.randomUUID(),
  }));
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requirePermission(args, "organisation.ask_to_join");
  const lang = languageOf(args.params);
  return await answerForm(args.request, joinSchema, async (values, receipt) => {
    await requestToJoin(actor, recordId(args.params.id), values.message, receipt);
    return redirect(address.myOrganisation(lang));
  });
}

export default function AskToJoin() {
  return <AskToJoinPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
