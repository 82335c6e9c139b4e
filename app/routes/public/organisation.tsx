import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { allowPublic } from "~/access/guard.server";
import { address } from "~/addresses";
import { parseSearch } from "~/compendium/model";
import { getOrganisationPage, presentSlug } from "~/compendium/organisation/queries.server";
import { GatheringPage } from "~/compendium/pages/gathering";
import { languageOf } from "~/platform/i18n/languages";
import { gatheringMeta } from "~/routes/page-title";

export async function loader(args: LoaderFunctionArgs) {
  allowPublic(args);
  const { page } = parseSearch(new URL(args.request.url).searchParams).search;
  const lang = languageOf(args.params);
  const slug = args.params.slug ?? "";
  const view = await getOrganisationPage(slug, page, lang);
  if (!view) {
    const present = await presentSlug(slug);
    throw present ? redirect(address.organisation(lang, present), 301) : new Response(null, { status: 404 });
  }
  return view;
}

export const meta: MetaFunction<typeof loader> = ({ data }) => gatheringMeta(data);

export default function Organisation() {
  return <GatheringPage view={useLoaderData<typeof loader>()} />;
}
