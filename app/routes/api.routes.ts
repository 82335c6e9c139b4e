import type { route } from "@remix-run/route-config";

/** What machines read: the API, feeds, sitemaps. */
export const apiRoutes: ReturnType<typeof route>[] = [];
