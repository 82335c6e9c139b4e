import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { allowPublic } from "~/access/guard.server";
import { DeadLinkPage } from "~/accounts/pages/links";
import { EmailLinkPage } from "~/accounts/pages/me-security";
import { isEmailLink, undoEmailChange } from "~/accounts/profile/commands.server";
import { nothingSchema } from "~/accounts/schema";
import { address } from "~/addresses";
import { answerForm } from "~/platform/form.server";
import { languageOf } from "~/platform/i18n/languages";
import { pageTitle } from "~/routes/page-title";

export const meta: MetaFunction = ({ params }) => pageTitle(params, "accounts", (t) => t("me.email_undo_title"));

export async function loader(args: LoaderFunctionArgs) {
  allowPublic(args);
  languageOf(args.params);
  return { works: await isEmailLink(args.params.token ?? "", "undo_change_email") };
}

export async function action(args: ActionFunctionArgs) {
  allowPublic(args);
  const lang = languageOf(args.params);
  return await answerForm(args.request, nothingSchema, async () => {
    await undoEmailChange(args.params.token ?? "");
    return redirect(`${address.signIn(lang)}?done=email_undone`);
  });
}

export default function UndoEmail() {
  const { works } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return works ? <EmailLinkPage kind="undo" answer={answer} /> : <DeadLinkPage way="none" />;
}
