import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requirePermission } from "~/access/guard.server";
import { type FactorView, MyFactorPage, RecoveryCodesPage } from "~/accounts/pages/second-factor";
import { codeSchema } from "~/accounts/schema";
import { getSecondFactor, renewRecoveryCodes } from "~/accounts/second-factor/commands.server";
import { address } from "~/addresses";
import { answerForm } from "~/platform/form.server";
import { formatDay } from "~/platform/i18n/format";
import { languageOf } from "~/platform/i18n/languages";
import { pageTitle } from "~/routes/page-title";

export const meta: MetaFunction = ({ params }) => pageTitle(params, "accounts", (t) => t("me.recovery"));

export async function loader(args: LoaderFunctionArgs): Promise<FactorView> {
  const actor = await requirePermission(args, "account.give_second_factor");
  const lang = languageOf(args.params);
  const { since, codesLeft } = await getSecondFactor(actor);
  if (!since) throw redirect(address.myPart(lang, "second-factor"));
  return { since: formatDay(since, lang), codesLeft, offer: null };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requirePermission(args, "account.give_second_factor");
  languageOf(args.params);
  let recoveryCodes: string[] | undefined;
  const answer = await answerForm(args.request, codeSchema, async ({ code }) => {
    recoveryCodes = (await renewRecoveryCodes(actor, code)).recoveryCodes;
    return new Response(null);
  });
  return recoveryCodes ? { recoveryCodes } : answer;
}

export default function RecoveryCodes() {
  const view = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (answer && "recoveryCodes" in answer) return <RecoveryCodesPage codes={answer.recoveryCodes} />;
  return <MyFactorPage view={view} answer={answer} />;
}
