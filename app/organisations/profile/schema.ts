import * as z from "zod";
import { msg } from "~/platform/i18n/message";
import { lines } from "~/platform/text";
import { profileSchema } from "../schema";

/** A proposed profile; `proposal` is the version of the one that waits already, if there is one. */
export const proposalSchema = profileSchema.extend({ proposal: z.number().int().optional() });

/** The answer of a member of staff; a refusal says why, in words the organisation reads. */
export const proposalAnswerSchema = z
  .object({
    version: z.number().int(),
    answer: z.enum(["accept", "refuse"], { error: msg("error.choose") }),
    reason: lines(2000).optional(),
  })
  .refine(({ answer, reason }) => answer === "accept" || reason, { path: ["reason"], error: msg("error.required") });
export type ProposalAnswer = z.output<typeof proposalAnswerSchema>;
