import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { requirePermission } from "~/access/guard.server";
import { DeletionPage } from "~/accounts/pages/me-security";
import { deleteAccount } from "~/accounts/profile/commands.server";
import { deletionSchema } from "~/accounts/schema";
import { blankCookie } from "~/accounts/session.server";
import { address } from "~/addresses";
import { answerForm } from "~/platform/form.server";
import { languageOf } from "~/platform/i18n/languages";
import { pageTitle } from "~/routes/page-title";

export const meta: MetaFunction = ({ params }) => pageTitle(params, "accounts", (t) => t("me.deletion"));

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "account.change_own");
  return { lang: languageOf(args.params) };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requirePermission(args, "account.change_own");
  const lang = languageOf(args.params);
  return await answerForm(args.request, deletionSchema, async (values) => {
    await deleteAccount(actor, values.password);
    return redirect(`${address.signIn(lang)}?done=deleted`, { headers: { "Set-Cookie": blankCookie() } });
  });
}

export default function Deletion() {
  return <DeletionPage answer={useActionData<typeof action>()} />;
}
