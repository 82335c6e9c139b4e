import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requirePermission } from "~/access/guard.server";
import { address } from "~/addresses";
import { answerForm, answerPage } from "~/platform/form.server";
import { languageOf } from "~/platform/i18n/languages";
import { startRevision } from "~/pledges/drafting/commands.server";
import { ConfirmPage } from "~/pledges/pages/reason-form";
import { getAct } from "~/pledges/submission/queries.server";
import { versionSchema } from "~/pledges/submission/schema";
import { pageTitle } from "~/routes/page-title";
import { recordId } from "~/routes/record-id";

export const meta: MetaFunction = ({ params }) => pageTitle(params, "pledges", (t) => t("act.revise_title"));

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requirePermission(args, "pledge.draft");
  const id = recordId(args.params.id);
  languageOf(args.params);
  return { view: await answerPage(() => getAct(actor, id)), receiptKey: crypto.randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requirePermission(args, "pledge.draft");
  const lang = languageOf(args.params);
  const id = recordId(args.params.id);
  return await answerForm(args.request, versionSchema, async (_values, receipt) => {
    await startRevision(actor, id, receipt);
    return redirect(address.pledgeStep(lang, id, "what"));
  });
}

export default function PledgeAct() {
  return <ConfirmPage {...useLoaderData<typeof loader>()} act="revise" answer={useActionData<typeof action>()} />;
}
