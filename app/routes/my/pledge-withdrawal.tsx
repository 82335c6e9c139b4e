import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requirePermission } from "~/access/guard.server";
import { address } from "~/addresses";
import { answerForm, answerPage } from "~/platform/form.server";
import { languageOf } from "~/platform/i18n/languages";
import { WithdrawalPage } from "~/pledges/following/acts/pages/act";
import { getActView } from "~/pledges/following/acts/queries.server";
import { withdrawalSchema } from "~/pledges/following/schema";
import { withdrawPledge } from "~/pledges/submission/commands.server";
import { pageTitle } from "~/routes/page-title";
import { recordId } from "~/routes/record-id";

export const meta: MetaFunction = ({ params }) => pageTitle(params, "my-pledges", (t) => t("act.withdraw"));

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requirePermission(args, "pledge.read_own");
  const lang = languageOf(args.params);
  const view = await answerPage(() => getActView(actor, recordId(args.params.id), "withdraw", lang));
  return { view, receiptKey: crypto.randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requirePermission(args, "pledge.withdraw");
  const lang = languageOf(args.params);
  const id = recordId(args.params.id);
  return await answerForm(args.request, withdrawalSchema, async ({ what, ...values }, receipt) => {
    await withdrawPledge(actor, id, { ...values, whole: what === "pledge" }, receipt);
    return redirect(`${address.myPledge(lang, id)}?done=withdrawn`);
  });
}

export default function Withdrawal() {
  return <WithdrawalPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
