import type { route } from "@remix-run/route-config";

/** The secretariat's and the due-diligence staff's pages. */
export const staffRoutes: ReturnType<typeof route>[] = [];
