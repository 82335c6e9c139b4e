import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requirePermission } from "~/access/guard.server";
import { address } from "~/addresses";
import { NotFound } from "~/platform/errors";
import { answerForm } from "~/platform/form.server";
import { languageOf } from "~/platform/i18n/languages";
import { createDraft } from "~/pledges/drafting/commands.server";
import { getCopyable } from "~/pledges/drafting/queries.server";
import { newPledgeSchema } from "~/pledges/drafting/schema";
import { NewPledgePage } from "~/pledges/pages/new-pledge";
import { pageTitle } from "~/routes/page-title";

export const meta: MetaFunction = ({ params }) => pageTitle(params, "pledges", (t) => t("new.title"));

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requirePermission(args, "organisation.register");
  const lang = languageOf(args.params);
  const organisation = actor.memberships.find((one) => one.organisationId === actor.activeOrganisationId);
  if (!organisation) throw redirect(address.myOrganisation(lang));
  const { organisationId, organisationName } = organisation;
  const view = { organisation: organisationName, copyable: await getCopyable(organisationId) };
  return { view, receiptKey: crypto.randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requirePermission(args, "pledge.draft");
  const lang = languageOf(args.params);
  return await answerForm(args.request, newPledgeSchema, async (values, receipt) => {
    if (!actor.activeOrganisationId) throw new NotFound();
    const input = { organisationId: actor.activeOrganisationId, language: lang, ...values };
    const { pledgeId } = await createDraft(actor, input, receipt);
    return redirect(address.pledgeStep(lang, pledgeId, "what"));
  });
}

export default function NewPledge() {
  const { view, receiptKey } = useLoaderData<typeof loader>();
  return <NewPledgePage view={view} receiptKey={receiptKey} answer={useActionData<typeof action>()} />;
}
