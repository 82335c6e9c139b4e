import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requirePermission } from "~/access/guard.server";
import { address } from "~/addresses";
import { answerPage } from "~/platform/form.server";
import { languageOf } from "~/platform/i18n/languages";
import { getCheckView } from "~/pledges/drafting/queries.server";
import { DraftCheckPage } from "~/pledges/pages/draft-check";
import { pageTitle } from "~/routes/page-title";
import { recordId } from "~/routes/record-id";

export const meta: MetaFunction = ({ params }) => pageTitle(params, "pledges", (t) => t("step.check.title"));

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requirePermission(args, "pledge.draft");
  const lang = languageOf(args.params);
  const id = recordId(args.params.id);
  const view = await answerPage(() => getCheckView(actor, id, lang));
  if (!view.frame.editable) throw redirect(address.myPledge(lang, id));
  return { view, receiptKey: crypto.randomUUID() };
}

export default function PledgeCheck() {
  const { view, receiptKey } = useLoaderData<typeof loader>();
  return <DraftCheckPage view={view} receiptKey={receiptKey} />;
}
