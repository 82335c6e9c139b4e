import * as z from "zod";

/** An e-mail address as people type it. */
export const emailField = z.string().trim().max(254).pipe(z.email());

export const signInSchema = z.object({
  email: emailField,
  password: z.string().min(1).max(1000),
  to: z.string().optional(),
});

export const registrationSchema = z.object({
  name: z.string().trim().min(2).max(120),
  email: emailField,
  password: z.string(),
  timeZone: z.string().max(64).optional(),
  terms: z.literal("on", { error: "accounts:error.terms" }),
});

export const confirmationSchema = z.object({ password: z.string().min(1).max(1000) });

export const forgottenSchema = z.object({ email: emailField });

export const newPasswordSchema = z
  .object({ password: z.string(), again: z.string() })
  .refine((values) => values.password === values.again, { path: ["again"], error: "accounts:error.not_the_same" });

export const changePasswordSchema = z
  .object({ current: z.string().min(1).max(1000), password: z.string(), again: z.string() })
  .refine((values) => values.password === values.again, { path: ["again"], error: "accounts:error.not_the_same" });

export const codeSchema = z.object({ code: z.string().trim().min(6).max(40), to: z.string().optional() });

/** A new authenticator: the key it was given, as base32, and the first code it shows. `uri` is only carried along. */
export const newFactorSchema = z.object({
  secret: z.string().regex(/^[A-Z2-7]{16,64}=*$/),
  uri: z.string().startsWith("otpauth://").max(500),
  code: z.string().trim().min(6).max(40),
});

const zones = new Set([...Intl.supportedValuesOf("timeZone"), "UTC"]);

export const isTimeZone = (value: string | undefined): value is string => value !== undefined && zones.has(value);

/** Every zone there is, for the select on the profile. */
export const timeZones: readonly string[] = [...zones].sort();

export const profileSchema = z.object({
  name: z.string().trim().min(2).max(120),
  language: z.enum(["ar", "zh", "en", "fr", "ru", "es"]),
  timeZone: z.string().refine(isTimeZone, { error: "error.invalid_choice" }),
});

export const newEmailSchema = z.object({ email: emailField, password: z.string().min(1).max(1000) });

export const deletionSchema = z.object({
  password: z.string().min(1).max(1000),
  sure: z.literal("on", { error: "accounts:error.say_sure" }),
});

export const sessionSchema = z.object({ session: z.string().max(100).optional() });

export const organisationSchema = z.object({ organisation: z.uuid() });

export const nothingSchema = z.object({});

export const roleSchema = z.object({ role: z.enum(["reviewer", "approver", "secretariat", "administrator"]) });

export const suspensionSchema = z.object({ reason: z.string().trim().min(3).max(400) });
