import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requirePermission } from "~/access/guard.server";
import { address } from "~/addresses";
import { answerForm, answerPage } from "~/platform/form.server";
import { languageOf } from "~/platform/i18n/languages";
import { RequestPage } from "~/progress/pages/report-request";
import { actOnRequest } from "~/progress/requests/commands.server";
import { getRequest } from "~/progress/requests/queries.server";
import { requestActSchema } from "~/progress/requests/schema";
import { pageTitle } from "~/routes/page-title";
import { recordId } from "~/routes/record-id";

export const meta: MetaFunction = ({ params }) => pageTitle(params, "progress", (t) => t("staff.title"));

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "reporting.manage");
  const lang = languageOf(args.params);
  return {
    view: await answerPage(() => getRequest(recordId(args.params.id), lang)),
    receiptKey: crypto.randomUUID(),
  };
}

/** Pauses, skips or takes up again. */
export async function action(args: ActionFunctionArgs) {
  const actor = await requirePermission(args, "reporting.manage");
  const lang = languageOf(args.params);
  const id = recordId(args.params.id);
  return await answerForm(args.request, requestActSchema, async (values, receipt) => {
    await actOnRequest(actor, id, values, receipt);
    return redirect(address.reportRequest(lang, id));
  });
}

export default function ReportRequest() {
  return <RequestPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
