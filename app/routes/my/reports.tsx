import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requirePermission } from "~/access/guard.server";
import { address } from "~/addresses";
import { answerForm, answerPage } from "~/platform/form.server";
import { languageOf } from "~/platform/i18n/languages";
import { useMessage } from "~/platform/i18n/react";
import { MyReportsPage } from "~/progress/pages/my-reports";
import { beginReport } from "~/progress/writing/commands.server";
import { getMyReports } from "~/progress/writing/queries.server";
import { beginSchema } from "~/progress/writing/schema";
import { pageTitle } from "~/routes/page-title";

export const meta: MetaFunction = ({ params }) => pageTitle(params, "progress", (t) => t("my.title"));

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requirePermission(args, "report.read_own");
  const lang = languageOf(args.params);
  return { view: await answerPage(() => getMyReports(actor, lang)), receiptKey: crypto.randomUUID() };
}

/** Begins the report on a request. */
export async function action(args: ActionFunctionArgs) {
  const actor = await requirePermission(args, "report.draft");
  const lang = languageOf(args.params);
  return await answerForm(args.request, beginSchema, async (values, receipt) => {
    const { id } = await beginReport(actor, values, receipt);
    return redirect(address.myReport(lang, id));
  });
}

export default function MyReports() {
  const translate = useMessage();
  const problem = useActionData<typeof action>()?.form.error?.[""]?.[0];
  return <MyReportsPage {...useLoaderData<typeof loader>()} problem={problem && translate(problem)} />;
}
