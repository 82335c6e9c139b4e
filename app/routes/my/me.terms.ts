import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { requirePermission } from "~/access/guard.server";
import { acceptTerms } from "~/accounts/profile/commands.server";
import { nothingSchema } from "~/accounts/schema";
import { address } from "~/addresses";
import { answerForm } from "~/platform/form.server";
import { languageOf } from "~/platform/i18n/languages";

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "account.change_own");
  return redirect(address.me(languageOf(args.params)));
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requirePermission(args, "account.change_own");
  const lang = languageOf(args.params);
  return await answerForm(args.request, nothingSchema, async () => {
    await acceptTerms(actor);
    return redirect(`${address.me(lang)}?done=changed`);
  });
}
