import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requirePermission } from "~/access/guard.server";
import { address } from "~/addresses";
import { answerForm, answerPage } from "~/platform/form.server";
import { languageOf } from "~/platform/i18n/languages";
import { writeTranslation } from "~/pledges/translations/commands.server";
import { MyTranslationsPage } from "~/pledges/translations/pages/my-translations";
import { getMyTranslations } from "~/pledges/translations/queries.server";
import { translationSchema } from "~/pledges/translations/schema";
import { pageTitle } from "~/routes/page-title";
import { recordId } from "~/routes/record-id";

export const meta: MetaFunction = ({ params }) => pageTitle(params, "translations", (t) => t("title"));

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requirePermission(args, "translation.write");
  const lang = languageOf(args.params);
  const view = await answerPage(() => getMyTranslations(actor, recordId(args.params.id), lang));
  return { view, receiptKey: crypto.randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requirePermission(args, "translation.write");
  const lang = languageOf(args.params);
  const id = recordId(args.params.id);
  return await answerForm(args.request, translationSchema, async (values, receipt) => {
    await writeTranslation(actor, id, values, receipt);
    return redirect(address.pledgeAct(lang, id, "translations"));
  });
}

export default function PledgeTranslations() {
  return <MyTranslationsPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
