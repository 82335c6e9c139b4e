import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { requirePermission } from "~/access/guard.server";
import { nothingSchema } from "~/accounts/schema";
import { resetSecondFactor } from "~/accounts/staff/commands.server";
import { address } from "~/addresses";
import { languageOf } from "~/platform/i18n/languages";
import { answerAct } from "~/routes/act";

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "account.list");
  return redirect(address.staffPerson(languageOf(args.params), args.params.id ?? ""));
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requirePermission(args, "account.reset_second_factor");
  const accountId = args.params.id ?? "";
  const back = address.staffPerson(languageOf(args.params), accountId);
  return await answerAct(args.request, nothingSchema, back, () => resetSecondFactor(actor, accountId));
}
