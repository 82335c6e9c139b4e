import type { RouteConfig } from "@remix-run/route-config";
import { apiRoutes } from "./routes/api.routes";
import { myRoutes } from "./routes/my.routes";
import { publicRoutes } from "./routes/public.routes";
import { staffRoutes } from "./routes/staff.routes";

/** The map of the house. */
export default [...publicRoutes, ...apiRoutes, ...myRoutes, ...staffRoutes] satisfies RouteConfig;
