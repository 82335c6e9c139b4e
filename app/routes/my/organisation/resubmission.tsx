import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requirePermission } from "~/access/guard.server";
import { address } from "~/addresses";
import { resubmitOrganisation } from "~/organisations/commands.server";
import { ResubmissionPage } from "~/organisations/pages/sending";
import { ownOrganisation } from "~/organisations/queries.server";
import { nothingSchema } from "~/organisations/schema";
import { answerForm } from "~/platform/form.server";
import { languageOf } from "~/platform/i18n/languages";
import { pageTitle } from "~/routes/page-title";

export const meta: MetaFunction = ({ params }) => pageTitle(params, "organisations", (t) => t("resubmission.title"));

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "organisation.resubmit");
  languageOf(args.params);
  return { receiptKey: crypto.randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requirePermission(args, "organisation.resubmit");
  const lang = languageOf(args.params);
  return await answerForm(args.request, nothingSchema, async (_values, receipt) => {
    await resubmitOrganisation(actor, ownOrganisation(actor, "organisation.resubmit"), receipt);
    return redirect(address.myOrganisation(lang));
  });
}

export default function Resubmission() {
  return <ResubmissionPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
