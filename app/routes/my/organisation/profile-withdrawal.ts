import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { requirePermission } from "~/access/guard.server";
import { address } from "~/addresses";
import { takeBackProfile } from "~/organisations/profile/commands.server";
import { ownOrganisation } from "~/organisations/queries.server";
import { nothingSchema } from "~/organisations/schema";
import { answerPage } from "~/platform/form.server";
import { languageOf } from "~/platform/i18n/languages";
import { answerAct } from "~/routes/act";

/** Somebody who signed in again on the way here: the button is on the page of details. */
export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "organisation.change_profile");
  return redirect(address.myOrganisationPart(languageOf(args.params), "details"));
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requirePermission(args, "organisation.change_profile");
  const back = address.myOrganisationPart(languageOf(args.params), "details");
  return await answerPage(() =>
    answerAct(args.request, nothingSchema, back, () => takeBackProfile(actor, ownOrganisation(actor))),
  );
}
