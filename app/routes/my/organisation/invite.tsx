import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requirePermission } from "~/access/guard.server";
import { address } from "~/addresses";
import { inviteColleague } from "~/organisations/invitations/commands.server";
import { InvitePage } from "~/organisations/invitations/pages/invite";
import { invitationSchema } from "~/organisations/invitations/schema";
import { getOwnName, ownOrganisation } from "~/organisations/queries.server";
import { answerForm, answerPage } from "~/platform/form.server";
import { languageOf } from "~/platform/i18n/languages";
import { pageTitle } from "~/routes/page-title";

export const meta: MetaFunction = ({ params }) => pageTitle(params, "invitations", (t) => t("invite.title"));

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requirePermission(args, "organisation.invite");
  languageOf(args.params);
  return await answerPage(async () => ({
    view: { organisation: getOwnName(actor, "organisation.invite") },
    receiptKey: crypto.randomUUID(),
  }));
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requirePermission(args, "organisation.invite");
  const lang = languageOf(args.params);
  return await answerForm(args.request, invitationSchema, async (values, receipt) => {
    await inviteColleague(actor, ownOrganisation(actor, "organisation.invite"), values, receipt);
    return redirect(`${address.myOrganisationPart(lang, "people")}#invitations`);
  });
}

export default function Invite() {
  return <InvitePage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
