import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requirePermission } from "~/access/guard.server";
import { answerPage } from "~/platform/form.server";
import { languageOf } from "~/platform/i18n/languages";
import { getPreview } from "~/pledges/drafting/queries.server";
import { PreviewPage } from "~/pledges/pages/preview";
import { pageTitle } from "~/routes/page-title";
import { recordId } from "~/routes/record-id";

export const meta: MetaFunction<typeof loader> = ({ params, data }) =>
  pageTitle(params, "pledges", (t) => data?.title || t("my.untitled"));

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requirePermission(args, "pledge.read_own");
  const lang = languageOf(args.params);
  const id = recordId(args.params.id);
  return await answerPage(() => getPreview(actor, id, lang));
}

export default function PledgePreview() {
  return <PreviewPage view={useLoaderData<typeof loader>()} />;
}
