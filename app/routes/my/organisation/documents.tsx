import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requirePermission } from "~/access/guard.server";
import { address } from "~/addresses";
import { uploadDocument } from "~/organisations/commands.server";
import { DocumentsPage } from "~/organisations/pages/documents";
import { getDocuments, ownOrganisation } from "~/organisations/queries.server";
import { uploadSchema } from "~/organisations/schema";
import { answerForm, answerPage } from "~/platform/form.server";
import { languageOf } from "~/platform/i18n/languages";
import { pageTitle } from "~/routes/page-title";

export const meta: MetaFunction = ({ params }) => pageTitle(params, "organisations", (t) => t("documents.title"));

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requirePermission(args, "organisation.read_own");
  const lang = languageOf(args.params);
  return await answerPage(async () => ({ view: await getDocuments(actor, lang), receiptKey: crypto.randomUUID() }));
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requirePermission(args, "organisation.change_profile");
  const lang = languageOf(args.params);
  return await answerForm(args.request, uploadSchema, async ({ file }, receipt) => {
    await uploadDocument(actor, ownOrganisation(actor, "organisation.change_profile"), file, receipt);
    return redirect(address.myOrganisationPart(lang, "documents"));
  });
}

export default function Documents() {
  return <DocumentsPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
