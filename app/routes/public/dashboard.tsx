import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { allowPublic } from "~/access/guard.server";
import { getDashboard } from "~/compendium/dashboard/queries.server";
import { DashboardPage } from "~/compendium/pages/dashboard";
import { languageOf } from "~/platform/i18n/languages";
import { describedPage, linkedData } from "~/routes/page-title";

export function loader(args: LoaderFunctionArgs) {
  allowPublic(args);
  return getDashboard(languageOf(args.params));
}

export const meta: MetaFunction<typeof loader> = ({ params, data }) => [
  ...describedPage(params, "dashboard", (t) => ({ title: t("title"), description: data?.lead ?? "" })),
  ...(data ? [linkedData(data.structured)] : []),
];

export default function Dashboard() {
  return <DashboardPage view={useLoaderData<typeof loader>()} />;
}
