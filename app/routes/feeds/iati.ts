import type { LoaderFunctionArgs } from "@remix-run/node";
import { allowPublic } from "~/access/guard.server";
import { getIatiActivities } from "~/compendium/iati/queries.server";

export async function loader(args: LoaderFunctionArgs) {
  allowPublic(args);
  return new Response(await getIatiActivities(), {
    headers: { "Content-Type": "application/xml; charset=utf-8", "Access-Control-Allow-Origin": "*" },
  });
}
