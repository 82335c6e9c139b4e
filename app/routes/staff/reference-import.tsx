import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requirePermission } from "~/access/guard.server";
import { address } from "~/addresses";
import { answerForm } from "~/platform/form.server";
import { languageOf } from "~/platform/i18n/languages";
import { importRates } from "~/pledges/valuation/commands.server";
import { ReferencePage } from "~/pledges/valuation/pages/reference";
import { rateImportSchema } from "~/pledges/valuation/schema";
import type { loader } from "~/routes/staff/reference";

export { loader, meta } from "~/routes/staff/reference";

export async function action(args: ActionFunctionArgs) {
  const actor = await requirePermission(args, "reference.maintain");
  const lang = languageOf(args.params);
  return await answerForm(args.request, rateImportSchema, async (values, receipt) => {
    await importRates(actor, values, receipt);
    return redirect(`${address.staffReference(lang)}?done=imported`);
  });
}

export default function ReferenceImport() {
  return <ReferencePage {...useLoaderData<typeof loader>()} rows={useActionData<typeof action>()} />;
}
