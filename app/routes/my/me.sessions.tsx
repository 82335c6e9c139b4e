import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requirePermission } from "~/access/guard.server";
import { SessionsPage } from "~/accounts/pages/me-security";
import { listSessions } from "~/accounts/profile/queries.server";
import { sessionSchema } from "~/accounts/schema";
import { endSessions } from "~/accounts/sign-in/commands.server";
import { address } from "~/addresses";
import { answerForm } from "~/platform/form.server";
import { languageOf } from "~/platform/i18n/languages";
import { pageTitle } from "~/routes/page-title";

export const meta: MetaFunction = ({ params }) => pageTitle(params, "accounts", (t) => t("me.sessions"));

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requirePermission(args, "account.read_own");
  return await listSessions(actor, languageOf(args.params));
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requirePermission(args, "account.change_own");
  const lang = languageOf(args.params);
  return await answerForm(args.request, sessionSchema, async ({ session }) => {
    await endSessions(actor, session);
    return redirect(address.myPart(lang, "sessions"));
  });
}

export default function Sessions() {
  return <SessionsPage view={useLoaderData<typeof loader>()} />;
}
