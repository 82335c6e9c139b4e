import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { requirePermission } from "~/access/guard.server";
import { address } from "~/addresses";
import { answerForm } from "~/platform/form.server";
import { languageOf } from "~/platform/i18n/languages";
import { translateMessage } from "~/platform/i18n/translate";
import { saveStep } from "~/pledges/drafting/commands.server";
import { getStepView } from "~/pledges/drafting/queries.server";
import { isDraftStep, stepSchemas } from "~/pledges/drafting/schema";
import { seenIn } from "~/routes/my/step-seen.server";
import { recordId } from "~/routes/record-id";

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "pledge.draft");
  return redirect(address.myPledge(languageOf(args.params), recordId(args.params.id)));
}

/** Saves while somebody writes; answers the version to send next time, or why not, in a sentence. */
export async function action(args: ActionFunctionArgs) {
  const actor = await requirePermission(args, "pledge.draft");
  const lang = languageOf(args.params);
  const id = recordId(args.params.id);
  const step = new URL(args.request.url).searchParams.get("step");
  if (!isDraftStep(step)) throw new Response(null, { status: 404 });
  const seen = await seenIn(args.request);
  const answer = await answerForm(args.request, stepSchemas[step], async (values) => {
    // The page goes on showing its own words: choosing the other's is for the form itself.
    const { version, fromTheirs } = await saveStep(actor, id, step, values, null, seen && { ...seen, take: [] });
    const { values: saved } = await getStepView(actor, id, step, lang);
    // What the page still shows of the other's fields is what it showed before, so that it is not taken for a change.
    const shown = Object.entries({ ...saved[step] }).map(([field, value]) => [
      field,
      fromTheirs.includes(field) ? Object(seen?.base)[field] : value,
    ]);
    return Response.json({ fields: { version: String(version), base: JSON.stringify(Object.fromEntries(shown)) } });
  });
  if (answer instanceof Response) return answer;
  const { error } = answer.data.form;
  const message = Object.values(error ?? {}).flatMap((one) => one ?? [])[0];
  return Response.json({ message: message && translateMessage(lang, message) }, { status: answer.init?.status ?? 422 });
}
