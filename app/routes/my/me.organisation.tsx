import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requirePermission } from "~/access/guard.server";
import { ActiveOrganisationPage, type OrganisationsView } from "~/accounts/pages/me-profile";
import { setActiveOrganisation } from "~/accounts/profile/commands.server";
import { organisationSchema } from "~/accounts/schema";
import { address } from "~/addresses";
import { answerForm } from "~/platform/form.server";
import { languageOf } from "~/platform/i18n/languages";
import { pageTitle } from "~/routes/page-title";

export const meta: MetaFunction = ({ params }) => pageTitle(params, "accounts", (t) => t("me.organisation"));

export async function loader(args: LoaderFunctionArgs): Promise<OrganisationsView> {
  const { memberships, activeOrganisationId } = await requirePermission(args, "account.change_own");
  languageOf(args.params);
  return { memberships, activeOrganisationId };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requirePermission(args, "account.change_own");
  const lang = languageOf(args.params);
  return await answerForm(args.request, organisationSchema, async ({ organisation }) => {
    await setActiveOrganisation(actor, organisation);
    return redirect(address.myOrganisation(lang));
  });
}

export default function ActiveOrganisation() {
  return <ActiveOrganisationPage view={useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
