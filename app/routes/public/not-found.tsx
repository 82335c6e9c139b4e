import type { LoaderFunctionArgs } from "@remix-run/node";
import { allowPublic } from "~/access/guard.server";

/** Every address that no other route knows: matched, so that the error page gets its frame in the right language. */
export function loader(args: LoaderFunctionArgs) {
  allowPublic(args);
  throw new Response(null, { status: 404 });
}

export default function NotFound() {
  return null;
}
