import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requirePermission } from "~/access/guard.server";
import { address } from "~/addresses";
import { answerForm, answerPage } from "~/platform/form.server";
import { languageOf } from "~/platform/i18n/languages";
import { TakeBackPage } from "~/pledges/following/acts/pages/act";
import { getActView } from "~/pledges/following/acts/queries.server";
import { backToDraft } from "~/pledges/submission/commands.server";
import { versionSchema } from "~/pledges/submission/schema";
import { pageTitle } from "~/routes/page-title";
import { recordId } from "~/routes/record-id";

export const meta: MetaFunction = ({ params }) => pageTitle(params, "my-pledges", (t) => t("act.back_to_draft"));

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requirePermission(args, "pledge.read_own");
  const lang = languageOf(args.params);
  const view = await answerPage(() => getActView(actor, recordId(args.params.id), "back_to_draft", lang));
  return { view, receiptKey: crypto.randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requirePermission(args, "pledge.back_to_draft");
  const lang = languageOf(args.params);
  const id = recordId(args.params.id);
  return await answerForm(args.request, versionSchema, async (values, receipt) => {
    await backToDraft(actor, id, values, receipt);
    return redirect(`${address.myPledge(lang, id)}?done=taken_back`);
  });
}

export default function TakeBack() {
  return <TakeBackPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
