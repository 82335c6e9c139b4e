import * as z from "zod";
import { msg } from "~/platform/i18n/message";
import { lines } from "~/platform/text";

export const joinSchema = z.object({ message: lines(1000).optional() });

export const joinAnswerSchema = z.object({
  answer: z.enum(["author", "lead", "decline"], { error: msg("error.choose") }),
});
export type JoinAnswer = z.output<typeof joinAnswerSchema>["answer"];

export const roleSchema = z.object({ role: z.enum(["author", "lead"]) });
