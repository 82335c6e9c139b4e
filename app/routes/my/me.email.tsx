import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { requirePermission } from "~/access/guard.server";
import { ChangeEmailPage } from "~/accounts/pages/me-security";
import { requestEmailChange } from "~/accounts/profile/commands.server";
import { newEmailSchema } from "~/accounts/schema";
import { address } from "~/addresses";
import { answerForm } from "~/platform/form.server";
import { languageOf } from "~/platform/i18n/languages";
import { pageTitle } from "~/routes/page-title";

export const meta: MetaFunction = ({ params }) => pageTitle(params, "accounts", (t) => t("me.email"));

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "account.change_own");
  return { lang: languageOf(args.params) };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requirePermission(args, "account.change_own");
  const lang = languageOf(args.params);
  return await answerForm(args.request, newEmailSchema, async (values) => {
    await requestEmailChange(actor, values);
    return redirect(`${address.me(lang)}?done=email_sent`);
  });
}

export default function ChangeEmail() {
  return <ChangeEmailPage answer={useActionData<typeof action>()} />;
}
