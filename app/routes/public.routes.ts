import { route } from "@remix-run/route-config";

/** Pages that anyone reads: served by the lighter handler and cached whole (E15, E17). */
export const publicRoutes = [
  route(":lang", "routes/public/home.tsx"),
  route(":lang/compendium", "routes/public/compendium.tsx"),
  route(":lang/compendium.csv", "routes/public/compendium-csv.ts"),
  route(":lang/compendium.xlsx", "routes/public/compendium-xlsx.ts"),
  route(":lang/pledges/:ref", "routes/public/pledge.tsx"),
  route(":lang/pledges/:ref/card", "routes/public/pledge-card.ts"),
  route(":lang/pledges/:ref/badge.svg", "routes/public/pledge-badge.ts"),
  route(":lang/organisations/:slug", "routes/public/organisation.tsx"),
  route(":lang/dashboard", "routes/public/dashboard.tsx"),
  route(":lang/focus-areas/:area", "routes/public/focus-area.tsx"),
  route(":lang/countries", "routes/public/countries.tsx"),
  route(":lang/countries/:iso3", "routes/public/country.tsx"),
  route(":lang/regions/:code", "routes/public/region.tsx"),
  route(":lang/events/:slug", "routes/public/event.tsx"),
  route(":lang/open-data", "routes/public/open-data.tsx"),
  route(":lang/style", "routes/public/style.tsx"),
  // The fixed pages; any other name below a language is answered 404.
  route(":lang/:page", "routes/public/text.tsx"),
  route(":lang/*", "routes/public/not-found.tsx"),
];
