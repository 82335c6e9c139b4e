import type { LoaderFunctionArgs } from "@remix-run/node";
import { allowPublic } from "~/access/guard.server";
import { getPledgesFeed } from "~/compendium/machines/queries.server";
import { feedLanguage } from "~/compendium/model";

export async function loader(args: LoaderFunctionArgs) {
  allowPublic(args);
  return new Response(await getPledgesFeed(feedLanguage(new URL(args.request.url))), {
    headers: { "Content-Type": "application/atom+xml; charset=utf-8", "Access-Control-Allow-Origin": "*" },
  });
}
