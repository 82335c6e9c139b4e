import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requirePermission } from "~/access/guard.server";
import { type FactorView, MyFactorPage, RecoveryCodesPage } from "~/accounts/pages/second-factor";
import { newFactorSchema } from "~/accounts/schema";
import { getSecondFactor, offerSecondFactor, setSecondFactor } from "~/accounts/second-factor/commands.server";
import { answerForm } from "~/platform/form.server";
import { formatDay } from "~/platform/i18n/format";
import { languageOf } from "~/platform/i18n/languages";
import { pageTitle } from "~/routes/page-title";

export const meta: MetaFunction = ({ params }) => pageTitle(params, "accounts", (t) => t("me.factor"));

export async function loader(args: LoaderFunctionArgs): Promise<FactorView> {
  const actor = await requirePermission(args, "account.give_second_factor");
  const lang = languageOf(args.params);
  const { since, codesLeft } = await getSecondFactor(actor);
  return {
    since: since && formatDay(since, lang),
    codesLeft,
    offer: since ? null : await offerSecondFactor(actor),
  };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requirePermission(args, "account.give_second_factor");
  languageOf(args.params);
  // The codes are answered straight away, not after a redirect: they can be read only now.
  let recoveryCodes: string[] | undefined;
  const answer = await answerForm(args.request, newFactorSchema, async ({ secret, code }) => {
    recoveryCodes = (await setSecondFactor(actor, { secret, code })).recoveryCodes;
    return new Response(null);
  });
  return recoveryCodes ? { recoveryCodes } : answer;
}

export default function MySecondFactor() {
  const view = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (answer && "recoveryCodes" in answer) return <RecoveryCodesPage codes={answer.recoveryCodes} />;
  return <MyFactorPage view={view} answer={answer} />;
}
