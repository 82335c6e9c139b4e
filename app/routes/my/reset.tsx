import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { allowPublic } from "~/access/guard.server";
import { DeadLinkPage, ResetPage } from "~/accounts/pages/links";
import { isResettable, resetPassword } from "~/accounts/password/commands.server";
import { newPasswordSchema } from "~/accounts/schema";
import { blankCookie } from "~/accounts/session.server";
import { address } from "~/addresses";
import { answerForm } from "~/platform/form.server";
import { languageOf } from "~/platform/i18n/languages";
import { pageTitle } from "~/routes/page-title";

export const meta: MetaFunction = ({ params }) => pageTitle(params, "accounts", (t) => t("reset.title"));

export async function loader(args: LoaderFunctionArgs) {
  allowPublic(args);
  languageOf(args.params);
  return { works: await isResettable(args.params.token ?? "") };
}

export async function action(args: ActionFunctionArgs) {
  allowPublic(args);
  const lang = languageOf(args.params);
  return await answerForm(args.request, newPasswordSchema, async ({ password }) => {
    await resetPassword({ secret: args.params.token ?? "", password });
    return redirect(`${address.signIn(lang)}?done=reset_done`, { headers: { "Set-Cookie": blankCookie() } });
  });
}

export default function Reset() {
  const { works } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return works ? <ResetPage answer={answer} /> : <DeadLinkPage way="reset" />;
}
