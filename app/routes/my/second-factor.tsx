import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requirePermission } from "~/access/guard.server";
import { GiveFactorPage } from "~/accounts/pages/second-factor";
import { codeSchema } from "~/accounts/schema";
import { getSecondFactor, giveSecondFactor } from "~/accounts/second-factor/commands.server";
import { address, localPath } from "~/addresses";
import { answerForm } from "~/platform/form.server";
import { languageOf } from "~/platform/i18n/languages";
import { pageTitle } from "~/routes/page-title";

export const meta: MetaFunction = ({ params }) => pageTitle(params, "accounts", (t) => t("factor.title"));

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requirePermission(args, "account.give_second_factor");
  languageOf(args.params);
  const to = localPath(new URL(args.request.url).searchParams.get("to"));
  return { to, isSet: (await getSecondFactor(actor)).since !== null };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requirePermission(args, "account.give_second_factor");
  const lang = languageOf(args.params);
  const userAgent = args.request.headers.get("User-Agent");
  return await answerForm(args.request, codeSchema, async ({ code, to }) => {
    const { cookie } = await giveSecondFactor(actor, { code, userAgent });
    return redirect(localPath(to) ?? address.queue(lang), { headers: { "Set-Cookie": cookie } });
  });
}

export default function SecondFactor() {
  return <GiveFactorPage view={useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
