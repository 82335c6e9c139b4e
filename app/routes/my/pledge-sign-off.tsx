import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requirePermission } from "~/access/guard.server";
import { address } from "~/addresses";
import { answerForm, answerPage } from "~/platform/form.server";
import { languageOf } from "~/platform/i18n/languages";
import { ActRefusedPage } from "~/pledges/pages/act-refused";
import { askSignOff } from "~/pledges/submission/commands.server";
import { getAct } from "~/pledges/submission/queries.server";
import { versionSchema } from "~/pledges/submission/schema";
import { recordId } from "~/routes/record-id";

/** The page is only there to say why the act was refused; otherwise the way leads back to the pledge. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = await requirePermission(args, "pledge.ask_sign_off");
  const lang = languageOf(args.params);
  const id = recordId(args.params.id);
  if (args.request.method === "GET") throw redirect(address.myPledge(lang, id));
  return await answerPage(() => getAct(actor, id));
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requirePermission(args, "pledge.ask_sign_off");
  const lang = languageOf(args.params);
  const id = recordId(args.params.id);
  return await answerForm(args.request, versionSchema, async ({ version }, receipt) => {
    await askSignOff(actor, id, { version }, receipt);
    return redirect(address.myPledge(lang, id));
  });
}

export default function PledgeAct() {
  return <ActRefusedPage view={useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
