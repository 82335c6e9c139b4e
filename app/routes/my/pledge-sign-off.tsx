import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requirePermission } from "~/access/guard.server";
import { address } from "~/addresses";
import { answerForm, answerPage } from "~/platform/form.server";
import { languageOf } from "~/platform/i18n/languages";
import { SignOffPage } from "~/pledges/following/sending/pages/sign-off";
import { getSignOff } from "~/pledges/following/sending/queries.server";
import { askSignOff } from "~/pledges/submission/commands.server";
import { versionSchema } from "~/pledges/submission/schema";
import { pageTitle } from "~/routes/page-title";
import { recordId } from "~/routes/record-id";

export const meta: MetaFunction = ({ params }) => pageTitle(params, "my-pledges", (t) => t("sign_off.title"));

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requirePermission(args, "pledge.read_own");
  const lang = languageOf(args.params);
  const view = await answerPage(() => getSignOff(actor, recordId(args.params.id), lang));
  return { view, receiptKey: crypto.randomUUID() };
}

/** An author hands the draft to the leads; a lead sends it with `submission`. */
export async function action(args: ActionFunctionArgs) {
  const actor = await requirePermission(args, "pledge.ask_sign_off");
  const lang = languageOf(args.params);
  const id = recordId(args.params.id);
  return await answerForm(args.request, versionSchema, async (values, receipt) => {
    await askSignOff(actor, id, values, receipt);
    return redirect(`${address.myPledge(lang, id)}?done=asked`);
  });
}

export default function SignOff() {
  return <SignOffPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
