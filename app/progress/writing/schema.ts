import * as z from "zod";
import { languages } from "~/platform/i18n/languages";
import { msg } from "~/platform/i18n/message";
import { lines as typed } from "~/platform/text";
import { day, decimal, lines, prose, wholeNumber } from "~/pledges/entry/schema";
import { deliveryStatuses } from "../figures/model";

const note = prose(1000).optional();

/** A report as it is typed: complete or not, since a draft is kept as it is. `next`: what the pressed button asks for. */
export const reportSchema = z.object({
  version: z.number().int(),
  next: z.enum(["save", "ready", "send"]).default("save"),
  language: z.enum(languages).default("en"),
  status: z.enum(deliveryStatuses).optional(),
  statusReason: prose(2000).optional(),
  disbursed: z.string().trim().max(40).optional(),
  disbursedNote: note,
  people: wholeNumber.optional(),
  peopleNote: note,
  indicators: z
    .array(z.object({ key: z.uuid(), value: decimal.optional(), note }))
    .max(100)
    .default([]),
  milestones: z
    .array(z.object({ key: z.uuid(), done: day.optional() }))
    .max(100)
    .default([]),
  narrative: prose(5000).default(""),
  obstacles: prose(3000).default(""),
  nextSteps: prose(3000).default(""),
  links: lines(20, 500)
    .refine((all) => all.every((one) => /^https?:\/\/[^\s]+\.[^\s]+$/i.test(one) && URL.canParse(one)), {
      error: msg("error.invalid_url"),
    })
    .default([]),
});
export type ReportInput = z.output<typeof reportSchema>;

/** Begins a report on a request. */
export const beginSchema = z.object({ requestId: z.uuid() });

/** What else an organisation does with its report: take back, answer a question, correct what was accepted. */
export const ownActSchema = z.object({
  act: z.enum(["submit", "back_to_draft", "resubmit", "withdraw", "correct"]),
  reason: typed(3000).optional(),
  version: z.number().int(),
});
export type OwnActInput = z.output<typeof ownActSchema>;
