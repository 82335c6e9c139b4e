import * as z from "zod";
import { msg } from "~/platform/i18n/message";
import { prose } from "../entry/schema";

/** Which wording of the consent is shown (`pledges:consent.<version>`); a changed wording gets a new version and the old one stays. */
export const consentVersion = "v1";

const version = z.coerce.number().int().min(0);

/** Sign-off: both statements are made by the lead, for the organisation (R33). */
export const signOffSchema = z.object({
  version,
  mayCommit: z.literal("on", { error: msg("pledges:error.confirm_commit") }),
  consent: z.literal("on", { error: msg("pledges:error.confirm_consent") }),
});

/** A move that needs nothing but the version that was looked at. */
export const versionSchema = z.object({ version });

/** A move that needs a reason. */
export const reasonSchema = z.object({ version, reason: prose(2000).pipe(z.string().min(1)) });
