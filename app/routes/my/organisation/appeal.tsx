import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requirePermission } from "~/access/guard.server";
import { address } from "~/addresses";
import { appealOrganisation } from "~/organisations/commands.server";
import { AppealPage } from "~/organisations/pages/sending";
import { ownOrganisation } from "~/organisations/queries.server";
import { appealSchema } from "~/organisations/schema";
import { answerForm } from "~/platform/form.server";
import { languageOf } from "~/platform/i18n/languages";
import { pageTitle } from "~/routes/page-title";

export const meta: MetaFunction = ({ params }) => pageTitle(params, "organisations", (t) => t("appeal.title"));

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "organisation.appeal");
  languageOf(args.params);
  return { receiptKey: crypto.randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requirePermission(args, "organisation.appeal");
  const lang = languageOf(args.params);
  return await answerForm(args.request, appealSchema, async (values, receipt) => {
    await appealOrganisation(actor, ownOrganisation(actor, "organisation.appeal"), values.reason, receipt);
    return redirect(address.myOrganisation(lang));
  });
}

export default function Appeal() {
  return <AppealPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
