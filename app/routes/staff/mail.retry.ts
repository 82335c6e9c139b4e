import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { requirePermission } from "~/access/guard.server";
import { nothingSchema } from "~/accounts/schema";
import { address } from "~/addresses";
import { retryMail } from "~/notifications/outbox/commands.server";
import { languageOf } from "~/platform/i18n/languages";
import { answerAct } from "~/routes/act";

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "mail.read");
  return redirect(address.staffMailMessage(languageOf(args.params), args.params.id ?? ""));
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requirePermission(args, "mail.retry");
  const id = args.params.id ?? "";
  const back = address.staffMailMessage(languageOf(args.params), id);
  return await answerAct(args.request, nothingSchema, back, () => retryMail(actor, id));
}
