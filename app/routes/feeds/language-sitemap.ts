import type { LoaderFunctionArgs } from "@remix-run/node";
import { allowPublic } from "~/access/guard.server";
import { getSitemap } from "~/compendium/machines/queries.server";
import { languageOf } from "~/platform/i18n/languages";

export async function loader(args: LoaderFunctionArgs) {
  allowPublic(args);
  const xml = await getSitemap(languageOf(args.params));
  return new Response(xml, { headers: { "Content-Type": "application/xml; charset=utf-8" } });
}
