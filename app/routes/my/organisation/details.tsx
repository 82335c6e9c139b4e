import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requirePermission } from "~/access/guard.server";
import { address } from "~/addresses";
import { changeProfile } from "~/organisations/commands.server";
import { DetailsPage } from "~/organisations/pages/details";
import { getDetails, ownOrganisation } from "~/organisations/queries.server";
import { detailsSchema, profileSchema } from "~/organisations/schema";
import { answerForm, answerPage } from "~/platform/form.server";
import { languageOf } from "~/platform/i18n/languages";
import { pageTitle } from "~/routes/page-title";

export const meta: MetaFunction = ({ params }) => pageTitle(params, "organisations", (t) => t("details.title"));

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requirePermission(args, "organisation.change_profile");
  languageOf(args.params);
  return await answerPage(async () => ({ view: await getDetails(actor), receiptKey: crypto.randomUUID() }));
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requirePermission(args, "organisation.change_profile");
  const lang = languageOf(args.params);
  const { open } = await answerPage(() => getDetails(actor));
  return await answerForm(args.request, open ? detailsSchema : profileSchema, async (values, receipt) => {
    const { version, ...profile } = values;
    await changeProfile(actor, ownOrganisation(actor), profile, version, receipt);
    return redirect(address.myOrganisation(lang));
  });
}

export default function Details() {
  return <DetailsPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
