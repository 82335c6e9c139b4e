import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requirePermission } from "~/access/guard.server";
import { address } from "~/addresses";
import { answerForm, answerPage } from "~/platform/form.server";
import { languageOf } from "~/platform/i18n/languages";
import { ReasonPage } from "~/pledges/pages/reason-form";
import { appealDecision } from "~/pledges/submission/commands.server";
import { getAct } from "~/pledges/submission/queries.server";
import { reasonSchema } from "~/pledges/submission/schema";
import { pageTitle } from "~/routes/page-title";
import { recordId } from "~/routes/record-id";

export const meta: MetaFunction = ({ params }) => pageTitle(params, "pledges", (t) => t("act.appeal_title"));

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requirePermission(args, "pledge.appeal");
  const id = recordId(args.params.id);
  languageOf(args.params);
  return { view: await answerPage(() => getAct(actor, id)), receiptKey: crypto.randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requirePermission(args, "pledge.appeal");
  const lang = languageOf(args.params);
  const id = recordId(args.params.id);
  return await answerForm(args.request, reasonSchema, async ({ version, reason }, receipt) => {
    await appealDecision(actor, id, { version, reason }, receipt);
    return redirect(address.myPledge(lang, id));
  });
}

export default function PledgeAct() {
  return <ReasonPage {...useLoaderData<typeof loader>()} act="appeal" answer={useActionData<typeof action>()} />;
}
