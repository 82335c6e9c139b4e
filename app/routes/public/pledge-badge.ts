import type { LoaderFunctionArgs } from "@remix-run/node";
import { allowPublic } from "~/access/guard.server";
import { getBadge } from "~/compendium/share/queries.server";
import { languageOf } from "~/platform/i18n/languages";

export async function loader(args: LoaderFunctionArgs) {
  allowPublic(args);
  const svg = await getBadge(args.params.ref ?? "", languageOf(args.params));
  if (svg === null) throw new Response(null, { status: 404 });
  return new Response(svg, { headers: { "Content-Type": "image/svg+xml; charset=utf-8" } });
}
