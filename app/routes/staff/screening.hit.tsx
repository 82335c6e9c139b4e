import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requirePermission } from "~/access/guard.server";
import { address } from "~/addresses";
import { resolveHit } from "~/due-diligence/screening/hits/commands.server";
import { getHit } from "~/due-diligence/screening/hits/queries.server";
import { hitResolutionSchema } from "~/due-diligence/screening/hits/schema";
import { HitPage } from "~/due-diligence/screening/pages/hit-page";
import { answerForm, answerPage } from "~/platform/form.server";
import { languageOf } from "~/platform/i18n/languages";
import { pageTitle } from "~/routes/page-title";
import { recordId } from "~/routes/record-id";

export const meta: MetaFunction = ({ params }) => pageTitle(params, "screening", (t) => t("hit"));

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requirePermission(args, "screening.read");
  const lang = languageOf(args.params);
  return await answerPage(async () => ({
    view: await getHit(actor, recordId(args.params.id), lang),
    receiptKey: crypto.randomUUID(),
  }));
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requirePermission(args, "screening.resolve");
  const hitId = recordId(args.params.id);
  return await answerForm(args.request, hitResolutionSchema, async (values, receipt) => {
    await resolveHit({ actor, hitId, receipt }, values);
    return redirect(address.screeningHit(languageOf(args.params), hitId));
  });
}

export default function Hit() {
  return <HitPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
