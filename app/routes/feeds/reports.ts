import type { LoaderFunctionArgs } from "@remix-run/node";
import { allowPublic } from "~/access/guard.server";
import { feedLanguage } from "~/compendium/model";
import { getReportsFeed } from "~/compendium/progress/queries.server";

export async function loader(args: LoaderFunctionArgs) {
  allowPublic(args);
  return new Response(await getReportsFeed(feedLanguage(new URL(args.request.url))), {
    headers: { "Content-Type": "application/atom+xml; charset=utf-8", "Access-Control-Allow-Origin": "*" },
  });
}
