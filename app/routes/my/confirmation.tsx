import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { allowPublic } from "~/access/guard.server";
import { ConfirmationPage, DeadLinkPage } from "~/accounts/pages/links";
import { confirmEmail, isConfirmable } from "~/accounts/registration/commands.server";
import { confirmationSchema } from "~/accounts/schema";
import { address } from "~/addresses";
import { answerForm } from "~/platform/form.server";
import { languageOf } from "~/platform/i18n/languages";
import { pageTitle } from "~/routes/page-title";

export const meta: MetaFunction = ({ params }) => pageTitle(params, "accounts", (t) => t("confirmation.title"));

export async function loader(args: LoaderFunctionArgs) {
  allowPublic(args);
  languageOf(args.params);
  return { works: await isConfirmable(args.params.token ?? "") };
}

export async function action(args: ActionFunctionArgs) {
  allowPublic(args);
  const lang = languageOf(args.params);
  return await answerForm(args.request, confirmationSchema, async ({ password }) => {
    const { cookie } = await confirmEmail({
      secret: args.params.token ?? "",
      password,
      ip: args.context.ip,
      userAgent: args.request.headers.get("User-Agent"),
    });
    return redirect(address.myOrganisation(lang), { headers: { "Set-Cookie": cookie } });
  });
}

export default function Confirmation() {
  const { works } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return works ? <ConfirmationPage answer={answer} /> : <DeadLinkPage way="register" />;
}
