import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requirePermission } from "~/access/guard.server";
import { answerPage } from "~/platform/form.server";
import { languageOf } from "~/platform/i18n/languages";
import { PreviewPage } from "~/pledges/following/sending/pages/preview";
import { getPreview } from "~/pledges/following/sending/queries.server";
import { pageTitle } from "~/routes/page-title";
import { recordId } from "~/routes/record-id";

export const meta: MetaFunction = ({ params }) => pageTitle(params, "my-pledges", (t) => t("preview.title"));

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requirePermission(args, "pledge.read_own");
  const lang = languageOf(args.params);
  return await answerPage(() => getPreview(actor, recordId(args.params.id), lang));
}

export default function Preview() {
  return <PreviewPage view={useLoaderData<typeof loader>()} />;
}
