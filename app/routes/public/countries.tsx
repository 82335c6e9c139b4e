import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { allowPublic } from "~/access/guard.server";
import { getCountries } from "~/compendium/country/queries.server";
import { CountriesPage } from "~/compendium/pages/countries";
import { languageOf } from "~/platform/i18n/languages";
import { describedPage } from "~/routes/page-title";

export function loader(args: LoaderFunctionArgs) {
  allowPublic(args);
  return getCountries(languageOf(args.params));
}

export const meta: MetaFunction<typeof loader> = ({ params, data }) =>
  describedPage(params, "compendium", (t) => ({ title: t("countries.title"), description: data?.lead ?? "" }));

export default function Countries() {
  return <CountriesPage view={useLoaderData<typeof loader>()} />;
}
