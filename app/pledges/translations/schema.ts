import * as z from "zod";
import { languages } from "~/platform/i18n/languages";
import { line, lines } from "~/platform/text";

export const translationSchema = z.object({ language: z.enum(languages), title: line(120), summary: lines(400) });

export type TranslationInput = z.output<typeof translationSchema>;

/** `writtenAt` tells which text was read, so that a later one is not accepted unseen. */
export const acceptanceSchema = z.object({ writtenAt: z.iso.datetime() });
