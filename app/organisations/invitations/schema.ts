import * as z from "zod";
import { emailField, isTimeZone } from "~/accounts/schema";
import { languages } from "~/platform/i18n/languages";
import { msg } from "~/platform/i18n/message";
import { line } from "~/platform/text";

export const invitationSchema = z.object({
  email: emailField,
  role: z.enum(["author", "lead"], { error: msg("error.choose") }),
  language: z.enum(languages, { error: msg("error.choose") }),
});
export type InvitationInput = z.output<typeof invitationSchema>;

/** Somebody without an account accepts, and opens one by it. */
export const newcomerSchema = z.object({
  name: line(120).pipe(z.string().min(2)),
  password: z.string(),
  timeZone: z
    .string()
    .max(64)
    .optional()
    .transform((zone) => (isTimeZone(zone) ? zone : "UTC")),
  terms: z.literal("on", { error: "accounts:error.terms" }),
});
