import { organisationLife } from "./lifecycle";

/** Events after which public data about an organisation may differ; whoever keeps a public projection registers for these. */
export const publicOrganisationEvents: readonly string[] = [
  ...Object.values(organisationLife).map((row) => row.event),
  "organisation.recorded",
  "organisation.profile_accepted",
  "participation.admitted",
  "participation.nominated",
  "participation.ended",
];
