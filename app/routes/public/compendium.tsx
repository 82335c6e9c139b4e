import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { allowPublic } from "~/access/guard.server";
import { parseSearch } from "~/compendium/model";
import { CompendiumPage } from "~/compendium/pages/compendium";
import { getCompendium } from "~/compendium/queries.server";
import { languageOf } from "~/platform/i18n/languages";
import { describedPage, feedLink, linkedData, notIndexed } from "~/routes/page-title";

export function loader(args: LoaderFunctionArgs) {
  allowPublic(args);
  const { search, refused } = parseSearch(new URL(args.request.url).searchParams);
  return getCompendium(search, refused.length > 0, languageOf(args.params));
}

export const meta: MetaFunction<typeof loader> = ({ params, data }) => [
  ...describedPage(params, "compendium", (t) => ({
    title: data?.narrowed ? `${data.count} · ${t("list.title")}` : t("list.title"),
    description: t("list.description"),
  })),
  ...(data ? [feedLink(data.downloads.atom)] : []),
  ...(data?.structured ? [linkedData(data.structured)] : []),
  ...(data?.total === 0 || data?.ignored ? notIndexed : []),
];

export default function Compendium() {
  return <CompendiumPage view={useLoaderData<typeof loader>()} />;
}
