import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requirePermission } from "~/access/guard.server";
import { address } from "~/addresses";
import { addKeyPerson } from "~/organisations/commands.server";
import { KeyPeoplePage } from "~/organisations/pages/key-people";
import { getKeyPeople, ownOrganisation } from "~/organisations/queries.server";
import { keyPersonSchema } from "~/organisations/schema";
import { answerForm, answerPage } from "~/platform/form.server";
import { languageOf } from "~/platform/i18n/languages";
import { pageTitle } from "~/routes/page-title";

export const meta: MetaFunction = ({ params }) => pageTitle(params, "organisations", (t) => t("key_people.title"));

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requirePermission(args, "organisation.change_profile");
  const lang = languageOf(args.params);
  return await answerPage(async () => ({ view: await getKeyPeople(actor, lang), receiptKey: crypto.randomUUID() }));
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requirePermission(args, "organisation.change_profile");
  const lang = languageOf(args.params);
  return await answerForm(args.request, keyPersonSchema, async (values, receipt) => {
    await addKeyPerson(actor, ownOrganisation(actor), values, receipt);
    return redirect(address.myOrganisationPart(lang, "key-people"));
  });
}

export default function KeyPeople() {
  return <KeyPeoplePage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
