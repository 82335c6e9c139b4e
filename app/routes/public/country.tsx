import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { allowPublic } from "~/access/guard.server";
import { getCountryPage } from "~/compendium/country/queries.server";
import { parseSearch } from "~/compendium/model";
import { GatheringPage } from "~/compendium/pages/gathering";
import { languageOf } from "~/platform/i18n/languages";
import { gatheringMeta } from "~/routes/page-title";

export async function loader(args: LoaderFunctionArgs) {
  allowPublic(args);
  const { page } = parseSearch(new URL(args.request.url).searchParams).search;
  const view = await getCountryPage(args.params.iso3 ?? "", page, languageOf(args.params));
  if (!view) throw new Response(null, { status: 404 });
  return view;
}

export const meta: MetaFunction<typeof loader> = ({ data }) => gatheringMeta(data);

export default function Country() {
  return <GatheringPage view={useLoaderData<typeof loader>()} />;
}
