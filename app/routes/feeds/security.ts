import type { LoaderFunctionArgs } from "@remix-run/node";
import { allowPublic } from "~/access/guard.server";
import { now } from "~/platform/clock";
import { env } from "~/platform/env";
import { languages } from "~/platform/i18n/languages";

/** RFC 9116: where to report a weakness. It must end within a year, so it is renewed with every day. */
export function loader(args: LoaderFunctionArgs) {
  allowPublic(args);
  const expires = new Date(now());
  expires.setUTCHours(0, 0, 0, 0);
  expires.setUTCDate(expires.getUTCDate() + 180);
  const lines = [
    `Contact: mailto:${env.CONTACT_ADDRESS}`,
    `Expires: ${expires.toISOString()}`,
    `Preferred-Languages: ${languages.join(", ")}`,
    `Canonical: ${env.APP_URL}/.well-known/security.txt`,
  ];
  return new Response(`${lines.join("\n")}\n`, { headers: { "Content-Type": "text/plain; charset=utf-8" } });
}
