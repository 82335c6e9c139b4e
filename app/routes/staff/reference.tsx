import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requirePermission } from "~/access/guard.server";
import { languageOf } from "~/platform/i18n/languages";
import { ReferencePage, referenceDone } from "~/pledges/valuation/pages/reference";
import { getReference } from "~/pledges/valuation/queries.server";
import { pageTitle } from "~/routes/page-title";

export const meta: MetaFunction = ({ params }) => pageTitle(params, "rates", (t) => t("title"));

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requirePermission(args, "reference.read");
  const said = new URL(args.request.url).searchParams.get("done");
  return {
    view: await getReference(actor, languageOf(args.params)),
    receiptKey: crypto.randomUUID(),
    done: referenceDone.find((word) => word === said),
  };
}

export default function Reference() {
  return <ReferencePage {...useLoaderData<typeof loader>()} />;
}
