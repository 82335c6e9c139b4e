import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requirePermission } from "~/access/guard.server";
import { address } from "~/addresses";
import { answerForm, answerPage } from "~/platform/form.server";
import { languageOf } from "~/platform/i18n/languages";
import { ReceiptPage } from "~/pledges/following/sending/pages/receipt";
import { SignOffPage } from "~/pledges/following/sending/pages/sign-off";
import { getReceipt, getSignOff } from "~/pledges/following/sending/queries.server";
import { submitPledge } from "~/pledges/submission/commands.server";
import { signOffSchema } from "~/pledges/submission/schema";
import { pageTitle } from "~/routes/page-title";
import { recordId } from "~/routes/record-id";

export const meta: MetaFunction = ({ params }) => pageTitle(params, "my-pledges", (t) => t("receipt.title"));

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requirePermission(args, "pledge.read_own");
  const lang = languageOf(args.params);
  const id = recordId(args.params.id);
  return await answerPage(async () => ({
    receipt: await getReceipt(actor, id, lang),
    view: await getSignOff(actor, id, lang),
    receiptKey: crypto.randomUUID(),
  }));
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requirePermission(args, "pledge.submit");
  const lang = languageOf(args.params);
  const id = recordId(args.params.id);
  return await answerForm(args.request, signOffSchema, async ({ version }, receipt) => {
    await submitPledge(actor, id, { version }, receipt);
    return redirect(address.pledgeAct(lang, id, "submission"));
  });
}

export default function Submission() {
  const { receipt, view, receiptKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (receipt) return <ReceiptPage view={receipt} answer={answer} />;
  return <SignOffPage view={view} receiptKey={receiptKey} answer={answer} />;
}
