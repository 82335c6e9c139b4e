import * as z from "zod";
import { msg } from "~/platform/i18n/message";
import { optionalParagraphs, paragraphs } from "~/platform/text";
import { allSteps } from "./model";
import { allQuestionFields } from "./questions/model";

/** The version of the case the person saw: another one means that somebody was faster. */
const version = z.coerce.number().int();
const webAddress = z.url({ protocol: /^https?$/ }).max(2000);
const field = z.enum(allQuestionFields).optional();

export const versionSchema = z.object({ version });
export const assignmentSchema = z.object({ version, assigneeId: z.uuid().optional(), reason: paragraphs(2000) });

export const findingSchema = z.object({
  version,
  step: z.enum(allSteps),
  verdict: z.enum(["met", "not_met", "not_applicable"]),
  text: paragraphs(5000),
  evidence: webAddress.optional(),
});

export const messageSchema = z.object({ version, field, body: paragraphs(5000) });
export const noteSchema = z.object({ version, body: paragraphs(5000) });
export const answerSchema = z.object({ field, body: paragraphs(5000) });
export const changesSchema = z.object({ version, reason: paragraphs(5000) });
export const returnSchema = z.object({ version, reason: paragraphs(5000) });
export const conflictSchema = z.object({ version, reason: paragraphs(2000) });

export const recommendationSchema = z.object({
  version,
  recommendation: z.enum(["clear", "request_changes", "decline"]),
  riskRating: z.enum(["low", "medium", "high"]),
  reason: paragraphs(5000),
  conditions: optionalParagraphs(5000),
});

/** A reason goes to the organisation; the internal one never does (R18). Clearing needs no reason to the organisation. */
export const decisionSchema = z
  .object({
    version,
    decision: z.enum(["cleared", "changes_requested", "declined"]),
    reason: optionalParagraphs(5000),
    internalReason: optionalParagraphs(5000),
  })
  .refine(({ decision, reason }) => decision === "cleared" || reason, {
    path: ["reason"],
    error: msg("error.required"),
  });

export const controversySchema = z.object({
  version,
  source: webAddress,
  date: z.iso.date().optional(),
  summary: paragraphs(5000),
});

export const controversyAnswerSchema = z.object({
  version,
  controversyId: z.uuid(),
  response: paragraphs(5000),
  assessment: paragraphs(5000),
});
