import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { allowPublic } from "~/access/guard.server";
import { getHome } from "~/compendium/home/queries.server";
import { HomePage } from "~/compendium/pages/home";
import { languageOf } from "~/platform/i18n/languages";
import { describedPage } from "~/routes/page-title";

export function loader(args: LoaderFunctionArgs) {
  allowPublic(args);
  return getHome(languageOf(args.params));
}

export const meta: MetaFunction<typeof loader> = ({ params }) =>
  describedPage(params, "compendium", (t) => ({ title: t("home.tab"), description: t("home.lead") }));

export default function Home() {
  return <HomePage view={useLoaderData<typeof loader>()} />;
}
