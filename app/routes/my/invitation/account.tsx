import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { allowPublic } from "~/access/guard.server";
import { address } from "~/addresses";
import { acceptAsNewcomer } from "~/organisations/invitations/commands.server";
import { InvitationPage } from "~/organisations/invitations/pages/invitation";
import { getInvitation } from "~/organisations/invitations/queries.server";
import { newcomerSchema } from "~/organisations/invitations/schema";
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
  return { view: await getInvitation(actor, args.params.token ?? "", lang), receiptKey: crypto.randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  allowPublic(args);
  const language = languageOf(args.params);
  const { ip } = args.context;
  const userAgent = args.request.headers.get("User-Agent");
  return await answerForm(args.request, newcomerSchema, async ({ name, password, timeZone }) => {
    const secret = args.params.token ?? "";
    const { cookie } = await acceptAsNewcomer({ secret, name, password, timeZone, language, ip, userAgent });
    return redirect(address.myOrganisation(language), { headers: { "Set-Cookie": cookie } });
  });
}

export default function InvitationAccount() {
  return <InvitationPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
