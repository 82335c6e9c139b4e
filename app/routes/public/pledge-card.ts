import type { LoaderFunctionArgs } from "@remix-run/node";
import { allowPublic } from "~/access/guard.server";
import { getCard } from "~/compendium/share/queries.server";
import { languageOf } from "~/platform/i18n/languages";
import cardStyles from "~/ui/styles/card.css?url";

export async function loader(args: LoaderFunctionArgs) {
  allowPublic(args);
  const html = await getCard(args.params.ref ?? "", languageOf(args.params), cardStyles);
  if (html === null) throw new Response(null, { status: 404 });
  return new Response(html, {
    headers: {
      "Content-Type": "text/html; charset=utf-8",
      // The only answer that other sites may put in a frame (E18).
      "Content-Security-Policy": "default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors *",
    },
  });
}
