import type { LoaderFunctionArgs } from "@remix-run/node";
import { allowPublic } from "~/access/guard.server";
import { address } from "~/addresses";
import { env } from "~/platform/env";
import { languages } from "~/platform/i18n/languages";

export function loader(args: LoaderFunctionArgs) {
  allowPublic(args);
  const closed = languages.flatMap((lang) => [`/${lang}/my/`, `/${lang}/staff/`, `/${lang}/me`]);
  const lines = [
    "User-agent: *",
    ...closed.map((path) => `Disallow: ${path}`),
    "",
    `Sitemap: ${env.APP_URL}${address.sitemap()}`,
  ];
  return new Response(`${lines.join("\n")}\n`, { headers: { "Content-Type": "text/plain; charset=utf-8" } });
}
