import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requirePermission } from "~/access/guard.server";
import { PeoplePage } from "~/accounts/pages/people";
import { listPeople } from "~/accounts/staff/queries.server";
import { languageOf } from "~/platform/i18n/languages";
import { pageTitle } from "~/routes/page-title";

export const meta: MetaFunction = ({ params }) => pageTitle(params, "accounts", (t) => t("people.title"));

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "account.list");
  const search = new URL(args.request.url).searchParams;
  const asked = {
    q: search.get("q") ?? "",
    staffOnly: search.get("show") === "staff",
    page: Number(search.get("page")) || 1,
  };
  return await listPeople(asked, languageOf(args.params));
}

export default function People() {
  return <PeoplePage view={useLoaderData<typeof loader>()} />;
}
