import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requirePermission } from "~/access/guard.server";
import { QueuePage } from "~/due-diligence/pages/queue-page";
import { getQueue } from "~/due-diligence/queue/queries.server";
import { queueSearchSchema } from "~/due-diligence/queue/schema";
import type { FormAnswer } from "~/platform/form.server";
import { languageOf } from "~/platform/i18n/languages";
import { pageTitle } from "~/routes/page-title";

export const meta: MetaFunction = ({ params }) => pageTitle(params, "due-diligence", (t) => t("queue_title"));

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requirePermission(args, "case.list");
  const lang = languageOf(args.params);
  const search = queueSearchSchema.parse(Object.fromEntries(new URL(args.request.url).searchParams));
  return await getQueue(actor, search, lang);
}

export default function Queue() {
  return <QueuePage view={useLoaderData<typeof loader>()} answer={useActionData<FormAnswer>()} />;
}
