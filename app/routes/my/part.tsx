import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requirePermission } from "~/access/guard.server";
import { address } from "~/addresses";
import { answerForm, answerPage } from "~/platform/form.server";
import { languageOf } from "~/platform/i18n/languages";
import { answerPart } from "~/pledges/together/commands.server";
import { PartPage } from "~/pledges/together/pages/part";
import { getPart } from "~/pledges/together/queries.server";
import { partAnswerSchema } from "~/pledges/together/schema";
import { pageTitle } from "~/routes/page-title";
import { recordId } from "~/routes/record-id";

export const meta: MetaFunction = ({ params }) => pageTitle(params, "together", (t) => t("part.title"));

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requirePermission(args, "part.read");
  const lang = languageOf(args.params);
  return {
    view: await answerPage(() => getPart(actor, recordId(args.params.id), lang)),
    receiptKey: crypto.randomUUID(),
    answered: new URL(args.request.url).searchParams.get("done") === "answered",
  };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requirePermission(args, "part.read");
  const lang = languageOf(args.params);
  const key = recordId(args.params.id);
  return await answerForm(args.request, partAnswerSchema, async (values, receipt) => {
    await answerPart(actor, key, values, receipt);
    return redirect(`${address.pledgePart(lang, key)}?done=answered`);
  });
}

export default function Part() {
  return <PartPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
