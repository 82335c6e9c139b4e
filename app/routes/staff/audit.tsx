import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requirePermission } from "~/access/guard.server";
import { TrailPage } from "~/accounts/pages/trail";
import { listTrail } from "~/accounts/trail/queries.server";
import { languageOf } from "~/platform/i18n/languages";
import { pageTitle } from "~/routes/page-title";

export const meta: MetaFunction = ({ params }) => pageTitle(params, "accounts", (t) => t("audit.title"));

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requirePermission(args, "audit.read");
  const search = new URL(args.request.url).searchParams;
  const asked = { q: search.get("q") ?? "", page: Number(search.get("page")) || 1 };
  return await listTrail(actor, asked, languageOf(args.params));
}

export default function Audit() {
  return <TrailPage view={useLoaderData<typeof loader>()} />;
}
