import type { AppLoadContext, EntryContext } from "@remix-run/node";
import { isRouteErrorResponse, RemixServer } from "@remix-run/react";
import { renderToString } from "react-dom/server";
import { isUnavailable } from "~/platform/db/failure";
import { log } from "~/platform/log.server";

// The composition root travels in Remix's own build, so that server and routes share one graph of modules: one pool, one policy, one clock.
export { main } from "~/server/main";

/** Renders a page. No page hydrates (decision 0004), so there is nothing to stream and no inline script to allow. */
export default function handleRequest(request: Request, status: number, headers: Headers, context: EntryContext) {
  const html = `<!doctype html>${renderToString(<RemixServer context={context} url={request.url} />)}`;
  headers.set("Content-Type", "text/html; charset=utf-8");
  return new Response(html, { status, headers });
}

/** Unexpected errors only: answers that were thrown on purpose do not come here. */
export function handleError(error: unknown, { request, context }: { request: Request; context: AppLoadContext }) {
  // An address that leads nowhere is an answer, not a failure.
  if (isRouteErrorResponse(error) && error.status < 500) return;
  if (isUnavailable(error)) context.unavailable = true;
  else if (!request.signal.aborted) log.error({ err: error, path: new URL(request.url).pathname }, "request failed");
}
