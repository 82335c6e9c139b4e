import * as z from "zod";
import { now } from "~/platform/clock";
import { msg } from "~/platform/i18n/message";
import { line, lines } from "~/platform/text";
import { constituencies } from "~/reference/codes";
import { country } from "~/reference/countries";

export const countryCode = z.string().refine((iso3) => country(iso3) !== undefined, msg("error.invalid_choice"));

const year = (from: number) =>
  z
    .number()
    .int(msg("error.not_whole"))
    .min(from)
    .refine((value) => value <= now().getUTCFullYear(), msg("error.in_the_future"));

/** An address of a website; only http and https, so that a link to it is safe. */
export const website = z
  .string()
  .trim()
  .max(300)
  .refine((value) => {
    const url = URL.canParse(value) ? new URL(value) : null;
    return url !== null && /^https?:$/.test(url.protocol) && url.hostname.includes(".") && !url.username;
  }, msg("error.invalid_url"));

const otherName = line(200).optional();

/** What everybody sees of an organisation. */
export const profileFields = {
  shortName: line(60).optional(),
  /** How it is called in each of the six languages, where that differs from its official name. */
  names: z
    .object({ ar: otherName, zh: otherName, en: otherName, fr: otherName, ru: otherName, es: otherName })
    .optional(),
  description: lines(1000).optional(),
  website: website.optional(),
  publicContact: z.email().max(200).optional(),
};

/** What due diligence asks for (R15), and the facts that define the organisation (R13). */
export const officialFields = {
  officialName: line(200),
  constituency: z.enum(constituencies, { error: msg("error.choose") }),
  country: countryCode.optional(),
  ituMember: z.boolean().default(false),
  legalForm: line(120).optional(),
  registrationNumber: line(80).optional(),
  registrationAuthority: line(160).optional(),
  registeredAddress: lines(400),
  yearFounded: year(1000).optional(),
  hostOrganisation: line(200).optional(),
  compactCommitment: z.boolean().default(false),
};

/** A leader, board member or owner above 25 %. */
export const keyPersonSchema = z.object({
  role: z.enum(["highest_leader", "board_member", "owner"], { error: msg("error.choose") }),
  fullName: line(160),
  originalName: line(160).optional(),
  nationality: countryCode.optional(),
  birthYear: year(1900).optional(),
});
export type KeyPersonInput = z.output<typeof keyPersonSchema>;

type Official = z.output<z.ZodObject<typeof officialFields>>;

/** Which facts an organisation must give depends on what it is (R14, R15): answers the names of those that are missing. */
export function missingFacts(facts: Official): (keyof Official)[] {
  const { constituency } = facts;
  if (!constituency) return [];
  const international = constituency === "international_organisation" || constituency === "financial_institution";
  const missing: (keyof Official)[] = [];
  const need = (name: keyof Official) => {
    if (!facts[name]) missing.push(name);
  };
  if (!international) need("country");
  if (constituency === "government") return missing;
  need("compactCommitment");
  // A group without legal personality names the host organisation that vouches for it (R15).
  if (constituency === "youth" && !facts.legalForm) {
    need("hostOrganisation");
    return missing;
  }
  need("legalForm");
  need("yearFounded");
  if (!international) {
    need("registrationNumber");
    need("registrationAuthority");
  }
  return missing;
}

const conditionalFacts = [
  "country",
  "compactCommitment",
  "hostOrganisation",
  "legalForm",
  "yearFounded",
  "registrationNumber",
  "registrationAuthority",
] as const;

/** Adds the facts that depend on others to a schema. They are checked beside all other fields, so that one sending shows everything. */
export function requireFacts<Schema extends z.ZodType<Official>>(schema: Schema): Schema {
  return conditionalFacts.reduce(
    (checked, name) =>
      checked.refine((values) => !missingFacts(values).includes(name), {
        path: [name],
        error: name === "compactCommitment" ? msg("organisations:error.confirm") : msg("error.required"),
        when: noIssueAt(name),
      }),
    schema,
  );
}

/** Lets a check run although other fields are wrong, but not where its own field has been complained about. */
export const noIssueAt = (name: string) => (payload: z.core.ParsePayload) =>
  !payload.issues.some((issue) => issue.path?.[0] === name);

/** The version that the page showed: another one by now means that somebody was faster. */
const versioned = { version: z.number().int() };

/** The profile alone: what may change at any time (R13). */
export const profileSchema = z.object({ ...profileFields, ...versioned });
export type ProfileInput = Omit<z.output<typeof profileSchema>, "version">;

/** Profile and official facts: while nobody has begun to check them, or the reviewer asked for changes (R13). */
export const detailsSchema = requireFacts(z.object({ ...profileFields, ...officialFields, ...versioned }));
export type DetailsInput = Omit<z.output<typeof detailsSchema>, "version">;

/** A form that only asks to be confirmed. */
export const nothingSchema = z.object({});

export const appealSchema = z.object({ reason: lines(4000) });

/** Limit of one uploaded document, in bytes. */
export const documentBytes = 10 * 1024 * 1024;

export const uploadSchema = z.object({
  file: z
    .instanceof(File, { error: msg("error.file_required") })
    .refine((file) => file.size > 0, msg("error.file_required")),
});
