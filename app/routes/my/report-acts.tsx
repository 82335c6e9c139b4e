import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requirePermission } from "~/access/guard.server";
import { address } from "~/addresses";
import { answerForm, answerPage } from "~/platform/form.server";
import { languageOf } from "~/platform/i18n/languages";
import { ReportPage } from "~/progress/pages/report-form";
import { actOnReport } from "~/progress/writing/commands.server";
import { getOwnReport } from "~/progress/writing/queries.server";
import { ownActSchema } from "~/progress/writing/schema";
import { pageTitle } from "~/routes/page-title";
import { recordId } from "~/routes/record-id";

export const meta: MetaFunction = ({ params }) => pageTitle(params, "progress", (t) => t("form.title"));

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requirePermission(args, "report.read_own");
  const lang = languageOf(args.params);
  return {
    view: await answerPage(() => getOwnReport(actor, recordId(args.params.id), lang)),
    receipts: { form: crypto.randomUUID(), acts: crypto.randomUUID() },
    done: null,
  };
}

/** Answers a question, takes the report back, or begins a correction. */
export async function action(args: ActionFunctionArgs) {
  const actor = await requirePermission(args, "report.draft");
  const lang = languageOf(args.params);
  return await answerForm(args.request, ownActSchema, async (values, receipt) => {
    const { id } = await actOnReport(actor, recordId(args.params.id), values, receipt);
    return redirect(address.myReport(lang, id, `?done=${values.act === "submit" ? "sent" : values.act}`));
  });
}

export default function ReportActs() {
  return <ReportPage {...useLoaderData<typeof loader>()} actAnswer={useActionData<typeof action>()} />;
}
