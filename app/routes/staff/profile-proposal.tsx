import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requirePermission } from "~/access/guard.server";
import { address } from "~/addresses";
import { answerProposal } from "~/organisations/profile/commands.server";
import { ProposalPage } from "~/organisations/profile/pages/proposal";
import { getProposal } from "~/organisations/profile/queries.server";
import { proposalAnswerSchema } from "~/organisations/profile/schema";
import { answerForm, answerPage } from "~/platform/form.server";
import { languageOf } from "~/platform/i18n/languages";
import { pageTitle } from "~/routes/page-title";
import { recordId } from "~/routes/record-id";

export const meta: MetaFunction = ({ params }) => pageTitle(params, "profiles", (t) => t("staff.answer"));

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requirePermission(args, "organisation.accept_profile");
  const lang = languageOf(args.params);
  return await answerPage(async () => ({
    view: await getProposal(actor, recordId(args.params.id), lang),
    receiptKey: crypto.randomUUID(),
  }));
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requirePermission(args, "organisation.accept_profile");
  const lang = languageOf(args.params);
  return await answerForm(args.request, proposalAnswerSchema, async (values, receipt) => {
    await answerProposal(actor, recordId(args.params.id), values, receipt);
    return redirect(address.profileProposals(lang));
  });
}

export default function ProfileProposal() {
  return <ProposalPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
