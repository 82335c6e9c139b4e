import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { allowPublic } from "~/access/guard.server";
import { ForgottenPage } from "~/accounts/pages/links";
import { requestPasswordReset } from "~/accounts/password/commands.server";
import { forgottenSchema } from "~/accounts/schema";
import { address } from "~/addresses";
import { answerForm } from "~/platform/form.server";
import { languageOf } from "~/platform/i18n/languages";
import { pageTitle } from "~/routes/page-title";

export const meta: MetaFunction = ({ params }) => pageTitle(params, "accounts", (t) => t("forgotten.title"));

export function loader(args: LoaderFunctionArgs) {
  allowPublic(args);
  languageOf(args.params);
  return { sent: new URL(args.request.url).searchParams.has("sent") };
}

export async function action(args: ActionFunctionArgs) {
  allowPublic(args);
  const lang = languageOf(args.params);
  return await answerForm(args.request, forgottenSchema, async ({ email }) => {
    await requestPasswordReset({ email, ip: args.context.ip });
    return redirect(`${address.forgotPassword(lang)}?sent`);
  });
}

export default function Forgotten() {
  return <ForgottenPage view={useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
