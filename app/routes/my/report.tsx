import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requirePermission } from "~/access/guard.server";
import { address } from "~/addresses";
import { answerForm, answerPage } from "~/platform/form.server";
import { languageOf } from "~/platform/i18n/languages";
import { ReportPage } from "~/progress/pages/report-form";
import { saveReport } from "~/progress/writing/commands.server";
import { getOwnReport } from "~/progress/writing/queries.server";
import { reportSchema } from "~/progress/writing/schema";
import { pageTitle } from "~/routes/page-title";
import { recordId } from "~/routes/record-id";

export const meta: MetaFunction = ({ params }) => pageTitle(params, "progress", (t) => t("form.title"));

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requirePermission(args, "report.read_own");
  const lang = languageOf(args.params);
  return {
    view: await answerPage(() => getOwnReport(actor, recordId(args.params.id), lang)),
    receipts: { form: crypto.randomUUID(), acts: crypto.randomUUID() },
    done: new URL(args.request.url).searchParams.get("done"),
  };
}

/** Keeps the report, and hands it over or sends it where the pressed button asks for it. */
export async function action(args: ActionFunctionArgs) {
  const actor = await requirePermission(args, "report.draft");
  const lang = languageOf(args.params);
  const id = recordId(args.params.id);
  return await answerForm(args.request, reportSchema, async (values, receipt) => {
    await saveReport(actor, id, values, receipt);
    const done = { save: "saved", ready: "ready", send: "sent" }[values.next];
    return redirect(address.myReport(lang, id, `?done=${done}`));
  });
}

export default function Report() {
  return <ReportPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
