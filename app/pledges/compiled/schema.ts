import * as z from "zod";
import {
  additionalities,
  amountBases,
  amountOrigins,
  confidences,
  extents,
  focusAreas,
  pledgeTypes,
  regions,
  scopes,
  sdgs,
  valueKinds,
  wsisActionLines,
} from "~/reference/codes";
import { country } from "~/reference/countries";
import { isCurrency, minorUnits } from "~/reference/currencies";
import { oneLine, prose } from "../entry/schema";

/** A date as precise as known. */
const partialDate = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/);
const webAddress = z.url({ protocol: /^https?$/ });
const number = z.union([z.number(), z.string().regex(/^\d+(\.\d{1,4})?$/)]).transform(String);

/** `KEN` or `KEN:40`. */
const countryShare = z
  .string()
  .regex(/^[A-Z]{3}(:\d+(\.\d{1,2})?)?$/)
  .refine((text) => country(text.slice(0, 3)) !== undefined)
  .transform((text) => ({ iso3: text.slice(0, 3), share: text.length > 3 ? Number(text.slice(4)) : null }));

const translations = ["ar", "zh", "en", "fr", "ru", "es"] as const;
const translated = <Name extends "title" | "summary">(name: Name, max: number) =>
  Object.fromEntries(translations.map((lang) => [`${name}_${lang}`, prose(max).optional()])) as {
    [Key in `${Name}_${(typeof translations)[number]}`]: z.ZodOptional<ReturnType<typeof prose>>;
  };

/**
 * A pledge known from public announcements, in the keys of the exchange format (contract.md); lists are arrays, the amount is decimal
 * text in the major unit. A missing key was not stated; a key named in `inferred` is our reading (R16).
 */
export const compiledRecord = z
  .object({
    external_id: oneLine(200).pipe(z.string().min(1)),
    type: z.enum(pledgeTypes).optional(),
    focus_areas: z.array(z.enum(focusAreas)).default([]),
    language: z.string().default("en"),
    title: oneLine(120).pipe(z.string().min(1)),
    summary: prose(400).default(""),
    description: prose(20_000).default(""),
    ...translated("title", 120),
    ...translated("summary", 400),
    scope: z.enum(scopes).optional(),
    countries: z.array(countryShare).default([]),
    regions: z.array(z.enum(regions)).default([]),
    ldc_extent: z.enum(extents).optional(),
    lldc_extent: z.enum(extents).optional(),
    sids_extent: z.enum(extents).optional(),
    beneficiary_note: prose(500).optional(),
    people: z.number().int().min(0).optional(),
    currency: z.string().refine(isCurrency).optional(),
    amount: z
      .string()
      .regex(/^\d{1,15}(\.\d{1,3})?$/)
      .optional(),
    amount_basis: z.enum(amountBases).optional(),
    years: z.number().int().positive().optional(),
    value_kind: z.enum(valueKinds).optional(),
    additionality: z.enum(additionalities).optional(),
    amount_text: prose(300).optional(),
    amount_origin: z.enum(amountOrigins).optional(),
    start: partialDate.optional(),
    end: partialDate.optional(),
    announced: partialDate.optional(),
    sdgs: z.array(z.literal([...sdgs])).default([]),
    wsis: z.array(z.enum(wsisActionLines)).default([]),
    indicators: z
      .array(
        z.object({
          name: oneLine(300),
          unit: oneLine(60).optional(),
          baseline: number.optional(),
          baseline_date: partialDate.optional(),
          target: number.optional(),
          due: partialDate.optional(),
          verification: prose(500).optional(),
        }),
      )
      .default([]),
    milestones: z
      .array(z.object({ name: oneLine(300), due: partialDate.optional(), done: partialDate.optional() }))
      .default([]),
    partners: z.array(oneLine(200)).default([]),
    inferred: z.array(z.string()).default([]),
    confidence: z.enum(confidences).optional(),
    source: webAddress,
    other_sources: z.array(webAddress).default([]),
    source_note: prose(1000).optional(),
    progress: z
      .array(
        z.object({
          date: partialDate.optional(),
          text: prose(1000),
          figures: z.array(z.object({ name: z.string(), value: z.number(), unit: z.string() })).default([]),
          source: webAddress.optional(),
        }),
      )
      .default([]),
  })
  .refine(({ amount, currency }) => (amount === undefined) === (currency === undefined), { path: ["currency"] });

export type CompiledRecord = z.input<typeof compiledRecord>;
export type ReadRecord = z.output<typeof compiledRecord>;

/** Decimal text of the major unit in minor units, exactly; more decimals than the currency has are a RangeError. */
export function minorOf(amount: string, currency: string): bigint {
  const [whole = "0", fraction = ""] = amount.split(".");
  const digits = fraction.replace(/0+$/, "");
  const exponent = minorUnits(currency);
  if (digits.length > exponent) throw new RangeError(`${currency} has ${exponent} decimals`);
  return BigInt(whole + digits.padEnd(exponent, "0"));
}
