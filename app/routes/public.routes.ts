import { route } from "@remix-run/route-config";

/** Pages that anyone reads: served by the lighter handler and cached whole (E15, E17). */
export const publicRoutes = [
  route(":lang", "routes/public/home.tsx"),
  route(":lang/style", "routes/public/style.tsx"),
  // The fixed pages; any other name below a language is answered 404.
  route(":lang/:page", "routes/public/text.tsx"),
];
