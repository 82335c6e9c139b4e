import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requirePermission } from "~/access/guard.server";
import { address } from "~/addresses";
import { endMembership, handOver } from "~/organisations/people/commands.server";
import { EndMembershipPage } from "~/organisations/people/pages/people";
import { getMember } from "~/organisations/people/queries.server";
import { endSchema } from "~/organisations/people/schema";
import { answerForm, answerPage } from "~/platform/form.server";
import { languageOf } from "~/platform/i18n/languages";
import { pageTitle } from "~/routes/page-title";
import { recordId } from "~/routes/record-id";

export const meta: MetaFunction = ({ params }) => pageTitle(params, "organisations", (t) => t("people.end"));

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requirePermission(args, "organisation.leave");
  const lang = languageOf(args.params);
  return await answerPage(async () => ({
    view: await getMember(actor, recordId(args.params.id), lang),
    receiptKey: crypto.randomUUID(),
  }));
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requirePermission(args, "organisation.leave");
  const lang = languageOf(args.params);
  return await answerForm(args.request, endSchema, async ({ successor }, receipt) => {
    const id = recordId(args.params.id);
    const { you, successors } = await getMember(actor, id, lang);
    if (successors || successor) await handOver(actor, id, successor, receipt);
    else await endMembership(actor, id, receipt);
    return redirect(you ? address.myOrganisation(lang) : address.myOrganisationPart(lang, "people"));
  });
}

export default function MemberEnd() {
  return <EndMembershipPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
