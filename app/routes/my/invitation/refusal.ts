import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { allowPublic } from "~/access/guard.server";
import { address } from "~/addresses";
import { declineInvitation } from "~/organisations/invitations/commands.server";
import { nothingSchema } from "~/organisations/schema";
import { languageOf } from "~/platform/i18n/languages";
import { answerAct } from "~/routes/act";

export function loader(args: LoaderFunctionArgs) {
  allowPublic(args);
  return redirect(address.invitation(languageOf(args.params), args.params.token ?? ""));
}

export async function action(args: ActionFunctionArgs) {
  const actor = allowPublic(args);
  const secret = args.params.token ?? "";
  const back = `${address.invitation(languageOf(args.params), secret)}?declined`;
  return await answerAct(args.request, nothingSchema, back, () => declineInvitation(actor, secret));
}
