import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { allowPublic, requirePermission } from "~/access/guard.server";
import { address } from "~/addresses";
import { acceptInvitation } from "~/organisations/invitations/commands.server";
import { InvitationDeclinedPage, InvitationPage } from "~/organisations/invitations/pages/invitation";
import { getInvitation } from "~/organisations/invitations/queries.server";
import { nothingSchema } from "~/organisations/schema";
import { answerForm } from "~/platform/form.server";
import { languageOf } from "~/platform/i18n/languages";
import { notIndexed, pageTitle } from "~/routes/page-title";

export const meta: MetaFunction = ({ params }) => [
  ...pageTitle(params, "invitations", (t) => t("page.tab")),
  ...notIndexed,
];

export async function loader(args: LoaderFunctionArgs) {
  const actor = allowPublic(args);
  const lang = languageOf(args.params);
  const declined = new URL(args.request.url).searchParams.has("declined");
  const view = await getInvitation(actor, args.params.token ?? "", lang);
  return { view, declined: declined && !view, receiptKey: crypto.randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requirePermission(args, "organisation.ask_to_join");
  const lang = languageOf(args.params);
  return await answerForm(args.request, nothingSchema, async (_values, receipt) => {
    await acceptInvitation(actor, args.params.token ?? "", receipt);
    return redirect(address.myOrganisation(lang));
  });
}

export default function Invitation() {
  const { declined, ...page } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return declined ? <InvitationDeclinedPage /> : <InvitationPage {...page} answer={answer} />;
}
