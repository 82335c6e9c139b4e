import type { route } from "@remix-run/route-config";

/** Accounts, and the pages of people who act for an organisation. */
export const myRoutes: ReturnType<typeof route>[] = [];
