import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { allowPublic } from "~/access/guard.server";
import { JoinPage } from "~/accounts/pages/join";
import { registerAccount } from "~/accounts/registration/commands.server";
import { registrationSchema } from "~/accounts/schema";
import { address } from "~/addresses";
import { answerForm } from "~/platform/form.server";
import { languageOf } from "~/platform/i18n/languages";
import { pageTitle } from "~/routes/page-title";

export const meta: MetaFunction = ({ params }) => pageTitle(params, "accounts", (t) => t("join.title"));

export function loader(args: LoaderFunctionArgs) {
  allowPublic(args);
  languageOf(args.params);
  return { sent: new URL(args.request.url).searchParams.has("sent") };
}

export async function action(args: ActionFunctionArgs) {
  allowPublic(args);
  const language = languageOf(args.params);
  return await answerForm(args.request, registrationSchema, async (values) => {
    await registerAccount({ ...values, language, ip: args.context.ip });
    return redirect(`${address.join(language)}?sent`);
  });
}

export default function Join() {
  return <JoinPage view={useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
