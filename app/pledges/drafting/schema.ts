import * as z from "zod";
import { languages } from "~/platform/i18n/languages";
import { msg } from "~/platform/i18n/message";
import {
  additionalities,
  amountBases,
  amountOrigins,
  extents,
  focusAreas,
  pledgeTypes,
  regions,
  scopes,
  sdgs,
  valueKinds,
  wsisActionLines,
} from "~/reference/codes";
import { shareAgrees } from "../benefit/model";
import {
  countryCode,
  day,
  decimal,
  lines,
  oneLine,
  percent,
  prose,
  statedAmount,
  statedMoney,
  wholeNumber,
} from "../entry/schema";
import { partRows } from "../together/schema";

/** The steps of the wizard, in any order; "check" holds no fields of its own. */
export const draftSteps = ["what", "for-whom", "how-much", "with-whom", "measures"] as const;
export type DraftStep = (typeof draftSteps)[number];
/** The steps as the locale files spell them. */
export const stepWords = {
  what: "what",
  "for-whom": "for_whom",
  "how-much": "how_much",
  "with-whom": "with_whom",
  measures: "measures",
} as const satisfies Record<DraftStep, string>;
export const isDraftStep = (value: unknown): value is DraftStep => draftSteps.includes(value as DraftStep);

/** Sent with every step: the version the person was looking at. */
const version = z.coerce.number().int().min(0);

const what = z
  .object({
    version,
    type: z.enum(pledgeTypes).optional(),
    focusAreas: z.array(z.enum(focusAreas)).default([]),
    primaryFocus: z.enum(focusAreas).optional(),
    language: z.enum(languages).default("en"),
    title: oneLine(120).default(""),
    summary: prose(400).default(""),
    description: prose(20_000).default(""),
    sdgs: z.array(z.coerce.number().pipe(z.literal([...sdgs]))).default([]),
    wsis: z.array(z.enum(wsisActionLines)).default([]),
  })
  .refine(({ primaryFocus, focusAreas: chosen }) => !primaryFocus || chosen.includes(primaryFocus), {
    path: ["primaryFocus"],
    error: msg("pledges:error.primary_not_chosen"),
  })
  // The first one is the primary one, here as in the exchange format.
  .transform(({ primaryFocus, ...rest }) => ({
    ...rest,
    focusAreas: primaryFocus
      ? [primaryFocus, ...rest.focusAreas.filter((area) => area !== primaryFocus)]
      : rest.focusAreas,
  }));

const groupFields = {
  ldcExtent: z.enum(extents).optional(),
  ldcShare: percent.optional(),
  ldcNote: prose(500).optional(),
  lldcExtent: z.enum(extents).optional(),
  lldcShare: percent.optional(),
  lldcNote: prose(500).optional(),
  sidsExtent: z.enum(extents).optional(),
  sidsShare: percent.optional(),
  sidsNote: prose(500).optional(),
};

const forWhom = z
  .object({
    version,
    scope: z.enum(scopes).optional(),
    countries: z
      .array(z.object({ country: countryCode.optional(), share: percent.optional() }))
      .max(211)
      .default([]),
    regions: z.array(z.enum(regions)).default([]),
    beneficiaryNote: prose(500).optional(),
    ...groupFields,
    people: wholeNumber.optional(),
    peopleNote: prose(500).optional(),
    genderShare: percent.optional(),
  })
  .superRefine((values, check) => {
    const seen = new Set<string>();
    let sum = 0;
    for (const [index, { country, share }] of values.countries.entries()) {
      if (country && seen.has(country))
        check.addIssue({ code: "custom", path: ["countries", index, "country"], message: msg("error.duplicate") });
      if (country) seen.add(country);
      else if (share !== undefined)
        check.addIssue({ code: "custom", path: ["countries", index, "country"], message: msg("error.required") });
      if (share === 0)
        check.addIssue({
          code: "custom",
          path: ["countries", index, "share"],
          message: msg("pledges:error.share_zero"),
        });
      sum += Math.round((share ?? 0) * 100);
    }
    if (sum > 10_000) check.addIssue({ code: "custom", path: ["countries"], message: msg("error.sum_over_100") });
    for (const group of ["ldc", "lldc", "sids"] as const)
      if (!shareAgrees(values[`${group}Extent`] ?? null, values[`${group}Share`] ?? null))
        check.addIssue({ code: "custom", path: [`${group}Share`], message: msg("pledges:error.share_disagrees") });
  })
  .transform(({ countries, ...rest }) => ({
    ...rest,
    countries: countries.flatMap(({ country, share }) => (country ? [{ iso3: country, share: share ?? null }] : [])),
  }));

const howMuch = z
  .object({
    version,
    ...statedAmount,
    amountBasis: z.enum(amountBases).optional(),
    years: wholeNumber.transform(Number).pipe(z.number().min(1).max(100)).optional(),
    valueKind: z.enum(valueKinds).optional(),
    additionality: z.enum(additionalities).optional(),
    amountOrigin: z.enum(amountOrigins).optional(),
  })
  .transform(({ amount, currency, ...rest }, check) => {
    const money = statedMoney({ amount, currency }, check);
    return money ? { ...rest, ...money } : z.NEVER;
  });

const withWhom = z.object({
  version,
  partners: lines(50, 200).default([]),
  coPledgers: partRows,
  links: lines(20, 500)
    .refine((all) => all.every((one) => /^https?:\/\/[^\s]+\.[^\s]+$/i.test(one) && URL.canParse(one)), {
      error: msg("error.invalid_url"),
    })
    .default([]),
  publicContact: oneLine(200).optional(),
  staffContact: oneLine(200).optional(),
});

const rowKey = z.uuid().optional();

const measures = z
  .object({
    version,
    startsOn: day.optional(),
    endsOn: day.optional(),
    eventId: z.uuid().optional(),
    indicators: z
      .array(
        z.object({
          key: rowKey,
          name: oneLine(200).optional(),
          unit: oneLine(60).optional(),
          baseline: decimal.optional(),
          baselineDate: day.optional(),
          target: decimal.optional(),
          due: day.optional(),
          verification: prose(500).optional(),
        }),
      )
      .max(30)
      .default([]),
    milestones: z
      .array(z.object({ key: rowKey, name: oneLine(200).optional(), due: day.optional() }))
      .max(30)
      .default([]),
  })
  .refine(({ startsOn, endsOn }) => !startsOn || !endsOn || endsOn >= startsOn, {
    path: ["endsOn"],
    error: msg("error.end_before_start"),
  })
  // A row in which nothing was written is no row.
  .transform(({ indicators, milestones, ...rest }) => ({
    ...rest,
    indicators: indicators.filter(({ key: _key, ...fields }) => Object.values(fields).some((one) => one !== undefined)),
    milestones: milestones.filter(({ name, due }) => name !== undefined || due !== undefined),
  }));

/** One schema a step: everything may be left out while drafting, nothing may be malformed. */
export const stepSchemas = { what, "for-whom": forWhom, "how-much": howMuch, "with-whom": withWhom, measures };

export type StepValues = {
  [Step in DraftStep]: z.output<(typeof stepSchemas)[Step]>;
};

/** Beginning a pledge, by its kind or as a copy of an earlier one; everything may still change. */
export const newPledgeSchema = z
  .object({ copyOf: z.uuid().optional(), type: z.enum(pledgeTypes).optional(), title: oneLine(120).optional() })
  .refine(({ copyOf, type }) => copyOf || type, { path: ["type"], error: msg("error.required") });
