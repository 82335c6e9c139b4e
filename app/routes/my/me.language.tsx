import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requirePermission } from "~/access/guard.server";
import { ProfilePage, type ProfileView } from "~/accounts/pages/me-profile";
import { changeProfile } from "~/accounts/profile/commands.server";
import { profileSchema, timeZones } from "~/accounts/schema";
import { address } from "~/addresses";
import { answerForm } from "~/platform/form.server";
import { languageOf } from "~/platform/i18n/languages";
import { pageTitle } from "~/routes/page-title";

export const meta: MetaFunction = ({ params }) => pageTitle(params, "accounts", (t) => t("me.profile"));

export async function loader(args: LoaderFunctionArgs): Promise<ProfileView> {
  const { name, language, timeZone } = await requirePermission(args, "account.change_own");
  languageOf(args.params);
  return { name, language, timeZone, timeZones };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requirePermission(args, "account.change_own");
  const lang = languageOf(args.params);
  return await answerForm(args.request, profileSchema, async (values) => {
    await changeProfile(actor, values);
    return redirect(`${address.me(lang)}?done=changed`);
  });
}

export default function Profile() {
  return <ProfilePage view={useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
