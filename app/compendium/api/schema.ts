import * as z from "zod";
import {
  constituencies,
  deliveries,
  focusAreas,
  freshnessCodes,
  groupBases,
  groups,
  pledgeTypes,
  publicStatuses,
  regions,
  sorts,
  valueBands,
} from "~/reference/codes";

const codes = <const T extends readonly string[]>(list: T) => z.enum(list as unknown as [T[number], ...T[number][]]);
const repeated = <T extends z.ZodType>(one: T, description: string) =>
  z.array(one).max(20).optional().meta({ description });
const yesNo = z.enum(["yes", "no"]);

/** What `/api/v1/pledges` may be asked for; the same filters as the compendium's page. */
export const pledgesQuery = z.object({
  q: z.string().max(200).optional().meta({ description: "Words to find; spelling is forgiven" }),
  type: repeated(codes(pledgeTypes), "Pledge type"),
  focus: repeated(codes(focusAreas), "Focus area"),
  constituency: repeated(codes(constituencies), "Constituency of the lead pledger"),
  region: repeated(codes(regions), "ITU region named, or of a country named"),
  country: repeated(z.string().length(3), "ISO 3166 alpha-3 code of a country named"),
  group: repeated(codes(groups), "Names a country of this group"),
  group_basis: codes(groupBases).optional().meta({ description: "Membership when pledged (default) or today" }),
  sdg: repeated(z.string().regex(/^([1-9]|1[0-7])$/), "Sustainable Development Goal"),
  status: repeated(codes(publicStatuses), "Public status; published and completed unless given"),
  year: repeated(z.string().regex(/^\d{4}$/), "Year of announcement, else of first submission"),
  event: repeated(z.string(), "Slug of an event"),
  value: repeated(codes(valueBands), "Band of the value that counts, in US dollars"),
  reported: repeated(codes(freshnessCodes), "Freshness of the latest report"),
  delivery: repeated(codes(deliveries), "Delivery status of the latest report"),
  joint: repeated(yesNo, "Made by several organisations"),
  compiled: repeated(yesNo, "Compiled from public announcements"),
  sort: codes(sorts).optional(),
  limit: z.number().int().min(1).max(100).optional().meta({ description: "Records in one answer (20)" }),
  cursor: z.string().optional().meta({ description: "The next_cursor of the answer before" }),
});

const text = z.string().nullable();
const number = z.number().nullable();
const list = z.array(z.string()).nullable();
const objects = z.array(z.record(z.string(), z.unknown())).nullable();

/** One pledge in the keys of the exchange format; null: not stated. */
export const pledgeItem = z
  .looseObject({
    reference: z.string(),
    status: codes(publicStatuses),
    organisation: text,
    constituency: text,
    organisation_country: text,
    type: text,
    focus_areas: list,
    language: text,
    title: text,
    summary: text,
    scope: text,
    countries: list.meta({ description: "Alpha-3 codes, with a share in percent where stated: KEN:40" }),
    regions: list,
    people: number,
    currency: text,
    amount: number,
    start: text,
    end: text,
    announced: text,
    indicators: objects,
    milestones: objects,
    compiled: z.enum(["yes", "no"]).nullable(),
    inferred: list,
    source: text,
    value_usd: number.meta({ description: "US dollars that count, each dollar once; null: nothing is added" }),
    published_at: text,
    last_report_at: text.meta({ description: "Day on which the lead pledger's latest report was accepted" }),
    delivery_status: text.meta({ description: "What that report says, or how the pledge ended" }),
    disbursed_usd: number.meta({
      description: "US dollars delivered as reported, by the pledge's own rate; null: no figure",
    }),
    url: z.string(),
  })
  .meta({ id: "Pledge" });

export const pledgeList = z.object({
  items: z.array(pledgeItem),
  total: z.number().int(),
  next_cursor: z.string().nullable(),
});

export const organisationItem = z
  .object({
    slug: z.string(),
    name: z.string(),
    constituency: z.string(),
    country: text,
    website: text,
    compiled: z.boolean(),
    pledges: z.number().int(),
    focus_areas: z.array(z.object({ focus_area: z.string(), role: z.string() })),
    url: z.string(),
  })
  .meta({ id: "Organisation" });

export const countryItem = z
  .object({
    iso3: z.string(),
    name: z.string(),
    region: z.string(),
    groups: z.array(z.string()),
    pledges: z.number().int(),
    value_usd: z.number(),
    url: z.string(),
  })
  .meta({ id: "Country" });

const tally = z.object({ pledges: z.number().int(), value_usd: z.number() });
const keyed = z.array(z.object({ key: z.string(), pledges: z.number().int(), value_usd: z.number() }));

export const summary = z
  .object({
    computed_at: z.string(),
    pledges: z.number().int(),
    value_usd: z.number(),
    delivered_usd: z.number(),
    reported_12_months: z.number().int(),
    by_type: keyed,
    by_focus_area: keyed,
    by_constituency: keyed,
    by_region: keyed,
    by_country: keyed,
    by_year: keyed,
    by_group: z.array(z.object({ key: codes(groups), when_pledged: tally, today: tally })),
    not_allocated: tally,
  })
  .meta({ id: "Summary" });

/** RFC 9457. */
export const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    detail: z.string().optional(),
    parameter: z.string().optional(),
  })
  .meta({ id: "Problem" });
