import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requirePermission } from "~/access/guard.server";
import { address } from "~/addresses";
import { answerForm } from "~/platform/form.server";
import { languageOf } from "~/platform/i18n/languages";
import { acceptTranslation } from "~/pledges/translations/commands.server";
import { StaffTranslationsPage } from "~/pledges/translations/pages/staff-translations";
import { getWaitingTranslations } from "~/pledges/translations/queries.server";
import { acceptanceSchema } from "~/pledges/translations/schema";
import { pageTitle } from "~/routes/page-title";
import { recordId } from "~/routes/record-id";

export const meta: MetaFunction = ({ params }) => pageTitle(params, "translations", (t) => t("staff.title"));

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requirePermission(args, "translation.list");
  return { view: await getWaitingTranslations(actor, languageOf(args.params)), receiptKey: crypto.randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requirePermission(args, "translation.accept");
  const lang = languageOf(args.params);
  const which = { revisionId: recordId(args.params.id), language: args.params.language ?? "" };
  return await answerForm(args.request, acceptanceSchema, async ({ writtenAt }, receipt) => {
    await acceptTranslation(actor, { ...which, writtenAt }, receipt);
    return redirect(`${address.staffTranslations(lang)}?done=accepted`);
  });
}

export default function TranslationAcceptance() {
  return <StaffTranslationsPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
