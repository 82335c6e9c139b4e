import * as z from "zod";
import { msg } from "~/platform/i18n/message";
import { lines } from "~/platform/text";
import { allSteps } from "./model";
import { allQuestionFields } from "./questions/model";

/** The version of the case the person saw: another one means that somebody was faster. */
const version = z.coerce.number().int();
const webAddress = z.url({ protocol: /^https?$/ }).max(2000);
const field = z.enum(allQuestionFields).optional();

export const versionSchema = z.object({ version });
export const assignmentSchema = z.object({ version, assigneeId: z.uuid().optional(), reason: lines(2000) });

export const findingSchema = z.object({
  version,
  step: z.enum(allSteps),
  verdict: z.enum(["met", "not_met", "not_applicable"]),
  text: lines(5000),
  evidence: webAddress.optional(),
});

export const messageSchema = z.object({ version, field, body: lines(5000) });
export const noteSchema = z.object({ version, body: lines(5000) });
export const answerSchema = z.object({ field, body: lines(5000) });
export const changesSchema = z.object({ version, reason: lines(5000) });
export const returnSchema = z.object({ version, reason: lines(5000) });
export const conflictSchema = z.object({ version, reason: lines(2000) });

export const recommendationSchema = z.object({
  version,
  recommendation: z.enum(["clear", "request_changes", "decline"]),
  riskRating: z.enum(["low", "medium", "high"]),
  reason: lines(5000),
  conditions: lines(5000).optional(),
});

/** A reason goes to the organisation; the internal one never does (R18). Clearing needs no reason to the organisation. */
export const decisionSchema = z
  .object({
    version,
    decision: z.enum(["cleared", "changes_requested", "declined"]),
    reason: lines(5000).optional(),
    internalReason: lines(5000).optional(),
  })
  .refine(({ decision, reason }) => decision === "cleared" || reason, {
    path: ["reason"],
    error: msg("error.required"),
  });

export const controversySchema = z.object({
  version,
  source: webAddress,
  date: z.iso.date().optional(),
  summary: lines(5000),
});

export const controversyAnswerSchema = z.object({
  version,
  controversyId: z.uuid(),
  response: lines(5000),
  assessment: lines(5000),
});
