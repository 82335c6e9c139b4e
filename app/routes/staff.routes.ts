import { route } from "@remix-run/route-config";

/** The secretariat's view of the coalition, and documents of organisations. */
const coalition = [
  route(":lang/staff/coalition", "routes/staff/coalition.tsx"),
  route(":lang/staff/coalition/:id", "routes/staff/participation.tsx"),
  route(":lang/staff/coalition/:id/decision", "routes/staff/participation-decision.tsx"),
  route(":lang/staff/coalition/:id/end", "routes/staff/participation-end.tsx"),
  route(":lang/staff/coalition/join-requests/:id", "routes/staff/join-request.tsx"),
  route(":lang/staff/documents/:id", "routes/staff/document.ts"),
];

/** The secretariat's and the due-diligence staff's pages. */
export const staffRoutes = [...coalition];
