import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requirePermission } from "~/access/guard.server";
import { address } from "~/addresses";
import { applyForParticipation } from "~/organisations/participation/commands.server";
import { ApplicationPage } from "~/organisations/participation/pages/application";
import { getApplication } from "~/organisations/participation/queries.server";
import { applicationSchema } from "~/organisations/participation/schema";
import { ownOrganisation } from "~/organisations/queries.server";
import { answerForm, answerPage } from "~/platform/form.server";
import { languageOf } from "~/platform/i18n/languages";
import { pageTitle } from "~/routes/page-title";

export const meta: MetaFunction = ({ params }) => pageTitle(params, "organisations", (t) => t("application.title"));

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requirePermission(args, "participation.apply");
  languageOf(args.params);
  return await answerPage(async () => ({ view: await getApplication(actor), receiptKey: crypto.randomUUID() }));
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requirePermission(args, "participation.apply");
  const lang = languageOf(args.params);
  return await answerForm(args.request, applicationSchema, async (values, receipt) => {
    await applyForParticipation(actor, ownOrganisation(actor, "participation.apply"), values, receipt);
    return redirect(address.myParticipation(lang));
  });
}

export default function Application() {
  return <ApplicationPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
