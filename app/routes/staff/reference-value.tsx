import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requirePermission } from "~/access/guard.server";
import { address } from "~/addresses";
import { answerForm } from "~/platform/form.server";
import { languageOf } from "~/platform/i18n/languages";
import { settleValue } from "~/pledges/valuation/commands.server";
import { ReferencePage } from "~/pledges/valuation/pages/reference";
import { settlementSchema } from "~/pledges/valuation/schema";
import { recordId } from "~/routes/record-id";
import type { loader } from "~/routes/staff/reference";

export { loader, meta } from "~/routes/staff/reference";

export async function action(args: ActionFunctionArgs) {
  const actor = await requirePermission(args, "reference.maintain");
  const lang = languageOf(args.params);
  return await answerForm(args.request, settlementSchema, async (values, receipt) => {
    await settleValue(actor, recordId(args.params.id), values, receipt);
    return redirect(`${address.staffReference(lang)}?done=settled`);
  });
}

export default function ReferenceValue() {
  return <ReferencePage {...useLoaderData<typeof loader>()} settlement={useActionData<typeof action>()} />;
}
