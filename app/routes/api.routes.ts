import { route } from "@remix-run/route-config";

/** What machines read: the API, feeds, sitemaps. */
export const apiRoutes = [
  route("api", "routes/public/open-data.tsx", { id: "routes/public/api" }),
  route("api/v1/pledges", "routes/api/pledges.ts"),
  route("api/v1/pledges/:ref", "routes/api/pledge.ts"),
  route("api/v1/organisations", "routes/api/organisations.ts"),
  route("api/v1/countries", "routes/api/countries.ts"),
  route("api/v1/summary", "routes/api/summary.ts"),
  route("api/v1/openapi.json", "routes/api/openapi.ts"),
  route("api/*", "routes/api/nothing.ts"),
  route("feeds/pledges.atom", "routes/feeds/pledges.ts"),
  route("feeds/reports.atom", "routes/feeds/reports.ts"),
  route("iati/activities.xml", "routes/feeds/iati.ts"),
  route("sitemap.xml", "routes/feeds/sitemap.ts"),
  route(":lang/sitemap.xml", "routes/feeds/language-sitemap.ts"),
  route("robots.txt", "routes/feeds/robots.ts"),
  route(".well-known/security.txt", "routes/feeds/security.ts"),
];
