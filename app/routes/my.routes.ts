import { route } from "@remix-run/route-config";

/** Ways in, and a person's own account. */
const accounts = [
  route(":lang/join", "routes/my/join.tsx"),
  route(":lang/join/confirmation/:token", "routes/my/confirmation.tsx"),
  route(":lang/sign-in", "routes/my/sign-in.tsx"),
  route(":lang/sign-in/forgotten", "routes/my/forgotten.tsx"),
  route(":lang/sign-in/reset/:token", "routes/my/reset.tsx"),
  route(":lang/sign-out", "routes/my/sign-out.ts"),
];

/** Accounts, and the pages of people who act for an organisation. */
export const myRoutes = [...accounts];
