import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requirePermission } from "~/access/guard.server";
import { address } from "~/addresses";
import { endParticipation } from "~/organisations/participation/commands.server";
import { EndParticipationPage } from "~/organisations/participation/pages/my-participation";
import { getEnding } from "~/organisations/participation/queries.server";
import { endSchema } from "~/organisations/participation/schema";
import { answerForm, answerPage } from "~/platform/form.server";
import { languageOf } from "~/platform/i18n/languages";
import { pageTitle } from "~/routes/page-title";
import { recordId } from "~/routes/record-id";

export const meta: MetaFunction = ({ params }) => pageTitle(params, "organisations", (t) => t("participation.end"));

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requirePermission(args, "participation.end_own");
  const lang = languageOf(args.params);
  return await answerPage(async () => ({
    view: await getEnding(actor, recordId(args.params.id), lang),
    receiptKey: crypto.randomUUID(),
  }));
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requirePermission(args, "participation.end_own");
  const lang = languageOf(args.params);
  return await answerForm(args.request, endSchema, async (values, receipt) => {
    await endParticipation(actor, recordId(args.params.id), values, receipt);
    return redirect(address.myParticipation(lang));
  });
}

export default function EndParticipation() {
  return <EndParticipationPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
