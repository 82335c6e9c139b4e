import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { requirePermission } from "~/access/guard.server";
import { address } from "~/addresses";
import { assignCases } from "~/due-diligence/queue/commands.server";
import { bulkAssignmentSchema, queueSearchSchema, searchOf } from "~/due-diligence/queue/schema";
import { answerForm } from "~/platform/form.server";
import { languageOf } from "~/platform/i18n/languages";

export { default, loader, meta } from "~/routes/staff/queue";

export async function action(args: ActionFunctionArgs) {
  const actor = await requirePermission(args, "case.assign");
  const lang = languageOf(args.params);
  return await answerForm(args.request, bulkAssignmentSchema, async ({ back, ...values }) => {
    const { assigned, left } = await assignCases(actor, values);
    // Back to the view that was shown; its address is read anew, so that nothing but a view can be in it.
    const search = searchOf(queueSearchSchema.parse(Object.fromEntries(new URLSearchParams(back))));
    const said = new URLSearchParams({ assigned: String(assigned), left: String(left) });
    return redirect(address.queue(lang, `${search || "?"}${search ? "&" : ""}${said}`));
  });
}
