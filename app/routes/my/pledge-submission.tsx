import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requirePermission } from "~/access/guard.server";
import { address } from "~/addresses";
import { answerForm, answerPage } from "~/platform/form.server";
import { languageOf } from "~/platform/i18n/languages";
import { ReceiptPage, SignOffPage } from "~/pledges/pages/sign-off";
import { submitPledge } from "~/pledges/submission/commands.server";
import { getSubmission } from "~/pledges/submission/queries.server";
import { signOffSchema } from "~/pledges/submission/schema";
import { pageTitle } from "~/routes/page-title";
import { recordId } from "~/routes/record-id";

export const meta: MetaFunction = ({ params }) => pageTitle(params, "pledges", (t) => t("sign_off.title"));

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requirePermission(args, "pledge.read_own");
  const lang = languageOf(args.params);
  const id = recordId(args.params.id);
  const view = await answerPage(() => getSubmission(actor, id, lang));
  return { ...view, receiptKey: crypto.randomUUID() };
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

export default function PledgeSubmission() {
  const { signOff, sent, receiptKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (sent && !answer) return <ReceiptPage view={sent} />;
  return <SignOffPage view={signOff} receiptKey={receiptKey} answer={answer} />;
}
