import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { requirePermission } from "~/access/guard.server";
import { ChangePasswordPage } from "~/accounts/pages/me-security";
import { changePassword } from "~/accounts/password/commands.server";
import { changePasswordSchema } from "~/accounts/schema";
import { address } from "~/addresses";
import { answerForm } from "~/platform/form.server";
import { languageOf } from "~/platform/i18n/languages";
import { pageTitle } from "~/routes/page-title";

export const meta: MetaFunction = ({ params }) => pageTitle(params, "accounts", (t) => t("me.password"));

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "account.change_own");
  return { lang: languageOf(args.params) };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requirePermission(args, "account.change_own");
  const lang = languageOf(args.params);
  return await answerForm(args.request, changePasswordSchema, async (values) => {
    const { cookie } = await changePassword(actor, { ...values, userAgent: args.request.headers.get("User-Agent") });
    return redirect(`${address.me(lang)}?done=changed`, { headers: { "Set-Cookie": cookie } });
  });
}

export default function ChangePassword() {
  return <ChangePasswordPage answer={useActionData<typeof action>()} />;
}
