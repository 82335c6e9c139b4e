import * as z from "zod";
import { today } from "~/platform/clock";
import { msg } from "~/platform/i18n/message";
import { line } from "~/platform/text";
import { isCurrency } from "~/reference/currencies";

function hasBegun(period: string): boolean {
  if (!/^(19|20)\d{2}(-\d{2}){0,2}$/.test(period)) return false;
  const day = period.padEnd(10, "-01");
  return new Date(`${day}T00:00:00Z`).toJSON()?.slice(0, 10) === day && day <= today();
}

/** A sourced rate: US dollars for one unit on a day, or as the average of a month or year (R24). */
export const rateSchema = z.object({
  currency: z
    .string()
    .trim()
    .toUpperCase()
    .refine((code) => isCurrency(code) && code !== "USD", { error: msg("rates:error.currency") }),
  period: z
    .string()
    .trim()
    .refine(hasBegun, { error: msg("rates:error.period") }),
  usdPerUnit: z
    .string()
    .trim()
    .transform((text) => text.replace(",", "."))
    .refine((text) => /^\d{1,9}(\.\d{1,10})?$/.test(text) && Number(text) > 0, { error: msg("rates:error.usd") }),
  source: line(300),
});

export type RateInput = z.output<typeof rateSchema>;

export const rateImportSchema = z.object({
  rows: z.string({ error: msg("error.required") }).max(500_000),
  dryRun: z.literal("on").optional(),
});

export const settlementSchema = z.object({
  version: z.coerce.number().int().min(0),
  way: z.enum(["rate", "not_converted"]),
});
