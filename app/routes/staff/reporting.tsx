import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import * as z from "zod";
import { requirePermission } from "~/access/guard.server";
import { address } from "~/addresses";
import { answerForm } from "~/platform/form.server";
import { languageOf } from "~/platform/i18n/languages";
import { ReportingPage } from "~/progress/pages/reporting";
import { openRequests } from "~/progress/requests/commands.server";
import { getReporting } from "~/progress/requests/queries.server";
import { openingSchema, reportingSearchSchema } from "~/progress/requests/schema";
import { pageTitle } from "~/routes/page-title";

export const meta: MetaFunction = ({ params }) => pageTitle(params, "progress", (t) => t("staff.title"));

const openedSchema = z.object({
  opened: z.coerce.number().int().min(0),
  takenOver: z.coerce.number().int().min(0),
  left: z.coerce.number().int().min(0),
});

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requirePermission(args, "report.list");
  const lang = languageOf(args.params);
  const search = Object.fromEntries(new URL(args.request.url).searchParams);
  return {
    view: await getReporting(actor, reportingSearchSchema.parse(search), lang),
    receiptKey: crypto.randomUUID(),
    opened: openedSchema.safeParse(search).data ?? null,
  };
}

/** Asks the chosen pledges to report. */
export async function action(args: ActionFunctionArgs) {
  const actor = await requirePermission(args, "reporting.manage");
  const lang = languageOf(args.params);
  return await answerForm(args.request, openingSchema, async (values, receipt) => {
    const { opened, takenOver, left } = await openRequests(actor, values, receipt);
    return redirect(address.reporting(lang, `?view=owed&opened=${opened}&takenOver=${takenOver}&left=${left}`));
  });
}

export default function Reporting() {
  return <ReportingPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
