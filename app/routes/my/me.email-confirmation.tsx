import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { allowPublic } from "~/access/guard.server";
import { DeadLinkPage } from "~/accounts/pages/links";
import { EmailLinkPage } from "~/accounts/pages/me-security";
import { confirmEmailChange, isEmailLink } from "~/accounts/profile/commands.server";
import { nothingSchema } from "~/accounts/schema";
import { address } from "~/addresses";
import { answerForm } from "~/platform/form.server";
import { languageOf } from "~/platform/i18n/languages";
import { pageTitle } from "~/routes/page-title";

export const meta: MetaFunction = ({ params }) => pageTitle(params, "accounts", (t) => t("me.email_confirm_title"));

export async function loader(args: LoaderFunctionArgs) {
  allowPublic(args);
  languageOf(args.params);
  return { works: await isEmailLink(args.params.token ?? "", "change_email") };
}

export async function action(args: ActionFunctionArgs) {
  const actor = allowPublic(args);
  const lang = languageOf(args.params);
  return await answerForm(args.request, nothingSchema, async () => {
    await confirmEmailChange(actor, args.params.token ?? "");
    return redirect(`${address.me(lang)}?done=email_confirmed`);
  });
}

export default function ConfirmEmail() {
  const { works } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return works ? <EmailLinkPage kind="confirm" answer={answer} /> : <DeadLinkPage way="none" />;
}
