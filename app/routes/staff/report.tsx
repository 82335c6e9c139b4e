import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requirePermission } from "~/access/guard.server";
import { address } from "~/addresses";
import { answerForm, answerPage } from "~/platform/form.server";
import { languageOf } from "~/platform/i18n/languages";
import { checkReport } from "~/progress/check/commands.server";
import { getStaffReport } from "~/progress/check/queries.server";
import { checkSchema } from "~/progress/check/schema";
import { StaffReportPage } from "~/progress/pages/staff-report";
import { pageTitle } from "~/routes/page-title";
import { recordId } from "~/routes/record-id";

export const meta: MetaFunction = ({ params }) => pageTitle(params, "progress", (t) => t("staff.check"));

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requirePermission(args, "report.read");
  const lang = languageOf(args.params);
  return {
    view: await answerPage(() => getStaffReport(actor, recordId(args.params.id), lang)),
    receiptKey: crypto.randomUUID(),
    done: new URL(args.request.url).searchParams.get("done"),
  };
}

/** Takes, asks, agrees or accepts. */
export async function action(args: ActionFunctionArgs) {
  const actor = await requirePermission(args, "report.check");
  const lang = languageOf(args.params);
  const id = recordId(args.params.id);
  return await answerForm(args.request, checkSchema, async (values, receipt) => {
    await checkReport(actor, id, values, receipt);
    return redirect(address.staffReport(lang, id, `?done=${values.act}`));
  });
}

export default function StaffReport() {
  return <StaffReportPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
