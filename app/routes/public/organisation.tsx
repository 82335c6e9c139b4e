import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { allowPublic } from "~/access/guard.server";
import { parseSearch } from "~/compendium/model";
import { getOrganisationPage } from "~/compendium/organisation/queries.server";
import { GatheringPage } from "~/compendium/pages/gathering";
import { languageOf } from "~/platform/i18n/languages";
import { gatheringMeta } from "~/routes/page-title";

export async function loader(args: LoaderFunctionArgs) {
  allowPublic(args);
  const { page } = parseSearch(new URL(args.request.url).searchParams).search;
  const view = await getOrganisationPage(args.params.slug ?? "", page, languageOf(args.params));
  if (!view) throw new Response(null, { status: 404 });
  return view;
}

export const meta: MetaFunction<typeof loader> = ({ data }) => gatheringMeta(data);

export default function Organisation() {
  return <GatheringPage view={useLoaderData<typeof loader>()} />;
}
