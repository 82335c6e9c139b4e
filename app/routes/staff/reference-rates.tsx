import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requirePermission } from "~/access/guard.server";
import { address } from "~/addresses";
import { answerForm } from "~/platform/form.server";
import { languageOf } from "~/platform/i18n/languages";
import { saveRate } from "~/pledges/valuation/commands.server";
import { ReferencePage } from "~/pledges/valuation/pages/reference";
import { rateSchema } from "~/pledges/valuation/schema";
import type { loader } from "~/routes/staff/reference";

export { loader, meta } from "~/routes/staff/reference";

export async function action(args: ActionFunctionArgs) {
  const actor = await requirePermission(args, "reference.maintain");
  const lang = languageOf(args.params);
  return await answerForm(args.request, rateSchema, async (values, receipt) => {
    await saveRate(actor, values, receipt);
    return redirect(`${address.staffReference(lang)}?done=saved`);
  });
}

export default function ReferenceRates() {
  return <ReferencePage {...useLoaderData<typeof loader>()} rate={useActionData<typeof action>()} />;
}
