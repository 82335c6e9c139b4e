import type { LoaderFunctionArgs } from "@remix-run/node";
import { allowPublic } from "~/access/guard.server";
import { getSitemap } from "~/compendium/machines/queries.server";

export async function loader(args: LoaderFunctionArgs) {
  allowPublic(args);
  return new Response(await getSitemap(), { headers: { "Content-Type": "application/xml; charset=utf-8" } });
}
