import * as z from "zod";
import { msg } from "~/platform/i18n/message";
import { keyPersonSchema, noIssueAt, officialFields, profileFields, requireFacts } from "../schema";

/** How a person answers the warning of likely duplicates (R9); `part_of:` carries the id of the body it is a part of. */
const similarAnswer = z.string().regex(/^(different|part_of:[0-9a-f-]{36})$/, msg("error.choose"));

/** Registration of an organisation: everything that due diligence needs, in one form (R15). */
export const registrationSchema = requireFacts(
  z.object({
    ...profileFields,
    ...officialFields,
    people: z.array(keyPersonSchema).min(1).max(40),
    mayAct: z.literal(true, { error: msg("organisations:error.confirm") }),
    similarAnswer: similarAnswer.optional(),
  }),
).refine((values) => values.people.some((person) => person.role === "highest_leader"), {
  path: ["people"],
  error: msg("organisations:error.no_leader_named"),
  when: noIssueAt("people"),
});

export type RegistrationInput = z.output<typeof registrationSchema>;

/** An organisation known from public sources only (R16): its fields may be unknown, its source is kept with its pledges. */
export interface RecordInput {
  officialName: string;
  shortName?: string | undefined;
  /** Names in the six languages, where sources give them. */
  names?: Partial<Record<string, string>>;
  constituency: string;
  country?: string | undefined;
  website?: string | undefined;
  description?: string | undefined;
  externalId?: string | undefined;
}
