import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requirePermission } from "~/access/guard.server";
import { address } from "~/addresses";
import { prepareList } from "~/due-diligence/screening/lists/commands.server";
import { getScreening } from "~/due-diligence/screening/lists/queries.server";
import { listUploadSchema } from "~/due-diligence/screening/lists/schema";
import { ScreeningPage } from "~/due-diligence/screening/pages/screening-page";
import { answerForm, answerPage } from "~/platform/form.server";
import { languageOf } from "~/platform/i18n/languages";
import { problemIn } from "~/routes/act";
import { pageTitle } from "~/routes/page-title";

export const meta: MetaFunction = ({ params }) => pageTitle(params, "screening", (t) => t("title"));

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requirePermission(args, "screening.read");
  const lang = languageOf(args.params);
  const key = () => crypto.randomUUID();
  return await answerPage(async () => ({
    view: await getScreening(actor, lang),
    receiptKeys: { upload: key(), take: key(), discard: key() },
    problem: problemIn(args.request),
  }));
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requirePermission(args, "screening.change_list");
  const lang = languageOf(args.params);
  return await answerForm(args.request, listUploadSchema, async ({ file }, receipt) => {
    await prepareList(actor, file, receipt);
    return redirect(`${address.screening(lang)}#prepared`);
  });
}

export default function Screening() {
  return <ScreeningPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
