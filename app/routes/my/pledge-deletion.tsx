import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requirePermission } from "~/access/guard.server";
import { address } from "~/addresses";
import { answerForm, answerPage } from "~/platform/form.server";
import { languageOf } from "~/platform/i18n/languages";
import { deleteDraft } from "~/pledges/drafting/commands.server";
import { ConfirmPage } from "~/pledges/pages/reason-form";
import { getAct } from "~/pledges/submission/queries.server";
import { versionSchema } from "~/pledges/submission/schema";
import { pageTitle } from "~/routes/page-title";
import { recordId } from "~/routes/record-id";

export const meta: MetaFunction = ({ params }) => pageTitle(params, "pledges", (t) => t("act.delete_title"));

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requirePermission(args, "pledge.delete_draft");
  const id = recordId(args.params.id);
  languageOf(args.params);
  return { view: await answerPage(() => getAct(actor, id)), receiptKey: crypto.randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requirePermission(args, "pledge.delete_draft");
  const lang = languageOf(args.params);
  const id = recordId(args.params.id);
  return await answerForm(args.request, versionSchema, async (_values, receipt) => {
    await deleteDraft(actor, id, receipt);
    return redirect(address.myPledges(lang));
  });
}

export default function PledgeAct() {
  return <ConfirmPage {...useLoaderData<typeof loader>()} act="delete" answer={useActionData<typeof action>()} />;
}
