import type { LoaderFunctionArgs } from "@remix-run/node";
import { allowPublic } from "~/access/guard.server";
import { getSitemapIndex } from "~/compendium/machines/queries.server";

export function loader(args: LoaderFunctionArgs) {
  allowPublic(args);
  return new Response(getSitemapIndex(), { headers: { "Content-Type": "application/xml; charset=utf-8" } });
}
