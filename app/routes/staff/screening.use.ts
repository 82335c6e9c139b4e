import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { requirePermission } from "~/access/guard.server";
import { address } from "~/addresses";
import { takeListIntoUse } from "~/due-diligence/screening/lists/commands.server";
import { listChoiceSchema } from "~/due-diligence/screening/lists/schema";
import { languageOf } from "~/platform/i18n/languages";
import { answerAct } from "~/routes/act";

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "screening.read");
  return redirect(address.screening(languageOf(args.params)));
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requirePermission(args, "screening.change_list");
  const back = address.screening(languageOf(args.params));
  return await answerAct(args.request, listChoiceSchema, back, ({ listId }) => takeListIntoUse(actor, listId));
}
