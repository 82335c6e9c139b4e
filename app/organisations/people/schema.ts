import * as z from "zod";
import { msg } from "~/platform/i18n/message";
import { lines } from "~/platform/text";

export const joinSchema = z.object({ message: lines(1000).optional() });

export const joinAnswerSchema = z.object({
  answer: z.enum(["author", "lead", "decline"], { error: msg("error.choose") }),
});
export type JoinAnswer = z.output<typeof joinAnswerSchema>["answer"];

export const roleSchema = z.object({ role: z.enum(["author", "lead"]) });

/** The end of a membership; the last lead names a successor. */
export const endSchema = z.object({ successor: z.uuid({ error: msg("error.choose") }).optional() });
