import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requirePermission } from "~/access/guard.server";
import { address } from "~/addresses";
import { getQuestions } from "~/due-diligence/questions/queries.server";
import { answerForm, answerPage } from "~/platform/form.server";
import { languageOf } from "~/platform/i18n/languages";
import { saveStep } from "~/pledges/drafting/commands.server";
import { getStepView } from "~/pledges/drafting/queries.server";
import { type DraftStep, draftSteps, isDraftStep, stepSchemas, stepWords } from "~/pledges/drafting/schema";
import { StepPage } from "~/pledges/pages/step";
import { seenIn } from "~/routes/my/step-seen.server";
import { pageTitle } from "~/routes/page-title";
import { recordId } from "~/routes/record-id";

export const meta: MetaFunction = ({ params }) =>
  pageTitle(params, "pledges", (t) =>
    t(isDraftStep(params.step) ? `step.${stepWords[params.step]}.title` : "step.check.title"),
  );

function stepOf(value: string | undefined): DraftStep {
  if (!isDraftStep(value)) throw new Response(null, { status: 404 });
  return value;
}

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requirePermission(args, "pledge.draft");
  const lang = languageOf(args.params);
  const step = stepOf(args.params.step);
  const id = recordId(args.params.id);
  const view = await answerPage(() => getStepView(actor, id, step, lang));
  // After a refused save the page must be shown, whatever became of the draft, so that nothing typed is lost.
  if (!view.frame.editable && args.request.method === "GET") throw redirect(address.myPledge(lang, id));
  const { messages } = await answerPage(() => getQuestions(actor, { revisionId: view.revisionId }, lang));
  return { view, questions: messages, receiptKey: crypto.randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requirePermission(args, "pledge.draft");
  const lang = languageOf(args.params);
  const step = stepOf(args.params.step);
  const id = recordId(args.params.id);
  const seen = await seenIn(args.request);
  return await answerForm(args.request, stepSchemas[step], async (values, receipt) => {
    await saveStep(actor, id, step, values, receipt, seen);
    return redirect(address.pledgeStep(lang, id, draftSteps[draftSteps.indexOf(step) + 1] ?? "check"));
  });
}

export default function PledgeStep() {
  return <StepPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
