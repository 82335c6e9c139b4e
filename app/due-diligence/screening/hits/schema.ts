import * as z from "zod";
import { msg } from "~/platform/i18n/message";
import { lines } from "~/platform/text";

/** `was`: how the hit stood when the person saw it. The reason stays with staff; the organisation reads the other text (R18). */
export const hitResolutionSchema = z
  .object({
    was: z.enum(["open", "no_match", "match"]),
    verdict: z.enum(["no_match", "match"]),
    reason: lines(2000),
    toOrganisation: lines(2000).optional(),
  })
  .refine(({ verdict, toOrganisation }) => verdict === "no_match" || toOrganisation, {
    path: ["toOrganisation"],
    error: msg("screening:error.text_needed"),
  });
