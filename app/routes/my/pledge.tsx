import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requirePermission } from "~/access/guard.server";
import { answerPage } from "~/platform/form.server";
import { languageOf } from "~/platform/i18n/languages";
import { getMyPledge } from "~/pledges/overview/queries.server";
import { MyPledgePage } from "~/pledges/pages/my-pledge";
import { pageTitle } from "~/routes/page-title";
import { recordId } from "~/routes/record-id";

export const meta: MetaFunction<typeof loader> = ({ params, data }) =>
  pageTitle(params, "pledges", (t) => data?.view.title ?? t("my.title"));

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requirePermission(args, "pledge.read_own");
  const lang = languageOf(args.params);
  const id = recordId(args.params.id);
  return { view: await answerPage(() => getMyPledge(actor, id, lang)), receiptKey: crypto.randomUUID() };
}

export default function MyPledge() {
  const { view, receiptKey } = useLoaderData<typeof loader>();
  return <MyPledgePage view={view} receiptKey={receiptKey} />;
}
