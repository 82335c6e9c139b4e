import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { requirePermission } from "~/access/guard.server";
import { address } from "~/addresses";
import { revokeInvitation } from "~/organisations/invitations/commands.server";
import { nothingSchema } from "~/organisations/schema";
import { languageOf } from "~/platform/i18n/languages";
import { answerAct } from "~/routes/act";
import { recordId } from "~/routes/record-id";

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "organisation.invite");
  return redirect(address.myOrganisationPart(languageOf(args.params), "people"));
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requirePermission(args, "organisation.invite");
  const back = address.myOrganisationPart(languageOf(args.params), "people");
  return await answerAct(args.request, nothingSchema, back, () => revokeInvitation(actor, recordId(args.params.id)));
}
