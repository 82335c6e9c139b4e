import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { allowPublic } from "~/access/guard.server";
import { SignInPage, type SignInView } from "~/accounts/pages/sign-in";
import { signInSchema } from "~/accounts/schema";
import { signIn } from "~/accounts/sign-in/commands.server";
import { address, localPath } from "~/addresses";
import { answerForm } from "~/platform/form.server";
import { languageOf } from "~/platform/i18n/languages";
import { pageTitle } from "~/routes/page-title";

export const meta: MetaFunction = ({ params }) => pageTitle(params, "accounts", (t) => t("sign_in.title"));

const happened = ["reset_done", "signed_out", "deleted", "email_undone"] as const;

export function loader(args: LoaderFunctionArgs): SignInView {
  allowPublic(args);
  languageOf(args.params);
  const search = new URL(args.request.url).searchParams;
  const done = search.get("done");
  return {
    to: localPath(search.get("to")),
    notice: happened.find((one) => one === done),
  };
}

export async function action(args: ActionFunctionArgs) {
  const actor = allowPublic(args);
  const lang = languageOf(args.params);
  const userAgent = args.request.headers.get("User-Agent");
  return await answerForm(args.request, signInSchema, async ({ email, password, to }) => {
    const { cookie, staff, owesSecondFactor } = await signIn({
      actor,
      email,
      password,
      ip: args.context.ip,
      userAgent,
    });
    const there = localPath(to) ?? (staff ? address.queue(lang) : address.myOrganisation(lang));
    return redirect(owesSecondFactor ? address.secondFactor(lang, there) : there, {
      headers: { "Set-Cookie": cookie },
    });
  });
}

export default function SignIn() {
  return <SignInPage view={useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
