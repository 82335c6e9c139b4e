import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { requirePermission } from "~/access/guard.server";
import { address } from "~/addresses";
import { removeKeyPerson } from "~/organisations/commands.server";
import { ownOrganisation } from "~/organisations/queries.server";
import { answerPage } from "~/platform/form.server";
import { languageOf } from "~/platform/i18n/languages";
import { recordId } from "~/routes/record-id";

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "organisation.change_profile");
  return redirect(address.myOrganisationPart(languageOf(args.params), "key-people"));
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requirePermission(args, "organisation.change_profile");
  const lang = languageOf(args.params);
  await answerPage(() => removeKeyPerson(actor, ownOrganisation(actor), recordId(args.params.id)));
  return redirect(address.myOrganisationPart(lang, "key-people"));
}

/** Never shown: both ways lead on. It makes refusals a page of ours instead of a bare answer. */
export default function KeyPersonRemoval() {
  return null;
}
