import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requirePermission } from "~/access/guard.server";
import { address } from "~/addresses";
import { changeProfile } from "~/organisations/commands.server";
import { DetailsPage } from "~/organisations/pages/details";
import { proposeProfile } from "~/organisations/profile/commands.server";
import { getOwnProposal } from "~/organisations/profile/queries.server";
import { proposalSchema } from "~/organisations/profile/schema";
import { getDetails, ownOrganisation } from "~/organisations/queries.server";
import { detailsSchema } from "~/organisations/schema";
import { answerForm, answerPage } from "~/platform/form.server";
import { languageOf } from "~/platform/i18n/languages";
import { problemIn } from "~/routes/act";
import { pageTitle } from "~/routes/page-title";

export const meta: MetaFunction = ({ params }) => pageTitle(params, "organisations", (t) => t("details.title"));

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requirePermission(args, "organisation.change_profile");
  const lang = languageOf(args.params);
  return await answerPage(async () => ({
    view: await getDetails(actor),
    proposal: await getOwnProposal(actor, lang),
    problem: problemIn(args.request),
    receiptKey: crypto.randomUUID(),
  }));
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requirePermission(args, "organisation.change_profile");
  const lang = languageOf(args.params);
  const { open } = await answerPage(() => getDetails(actor));
  if (!open)
    return await answerForm(args.request, proposalSchema, async ({ version, proposal, ...profile }, receipt) => {
      await proposeProfile(actor, ownOrganisation(actor), profile, { version, proposal }, receipt);
      return redirect(address.myOrganisationPart(lang, "details"));
    });
  return await answerForm(args.request, detailsSchema, async ({ version, ...profile }, receipt) => {
    await changeProfile(actor, ownOrganisation(actor), profile, version, receipt);
    return redirect(address.myOrganisation(lang));
  });
}

export default function Details() {
  return <DetailsPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
