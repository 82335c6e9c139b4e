import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requirePermission } from "~/access/guard.server";
import { address } from "~/addresses";
import { changeRole } from "~/organisations/people/commands.server";
import { MemberRolePage } from "~/organisations/people/pages/people";
import { getMember } from "~/organisations/people/queries.server";
import { roleSchema } from "~/organisations/people/schema";
import { answerForm, answerPage } from "~/platform/form.server";
import { languageOf } from "~/platform/i18n/languages";
import { pageTitle } from "~/routes/page-title";
import { recordId } from "~/routes/record-id";

export const meta: MetaFunction = ({ params }) => pageTitle(params, "organisations", (t) => t("people.change_role"));

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requirePermission(args, "organisation.manage_people");
  const lang = languageOf(args.params);
  return await answerPage(async () => ({
    view: await getMember(actor, recordId(args.params.id), lang),
    receiptKey: crypto.randomUUID(),
  }));
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requirePermission(args, "organisation.manage_people");
  const lang = languageOf(args.params);
  return await answerForm(args.request, roleSchema, async (values, receipt) => {
    await changeRole(actor, recordId(args.params.id), values.role, receipt);
    return redirect(address.myOrganisationPart(lang, "people"));
  });
}

export default function MemberRole() {
  return <MemberRolePage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
