import * as z from "zod";
import { msg } from "~/platform/i18n/message";
import { lines } from "~/platform/text";
import { day } from "~/pledges/entry/schema";

/** Asks chosen pledges to report on the time up to `periodTo`. Days are UTC; `dueOn` ends at 24:00 UTC−12 (R19). */
export const openingSchema = z
  .object({
    pledgeIds: z.array(z.uuid()).min(1, msg("error.choose_one")).max(200),
    periodTo: day,
    dueOn: day,
  })
  .refine(({ periodTo, dueOn }) => dueOn > periodTo, { path: ["dueOn"], error: msg("error.end_before_start") });
export type OpeningInput = z.output<typeof openingSchema>;

/** What the secretariat does with one request. */
export const requestActSchema = z.object({
  act: z.enum(["pause", "skip", "resume"]),
  reason: lines(1000).optional(),
  version: z.number().int(),
});
export type RequestActInput = z.output<typeof requestActSchema>;

/** What the address of the staff page of reporting says. Unknown values fall back: a staff page never fails on a bookmark. */
export const reportingSearchSchema = z.object({
  view: z.enum(["check", "owed", "choose"]).catch("check"),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
export type ReportingSearch = z.output<typeof reportingSearchSchema>;

/** The search part of an address of that page. */
export function searchOf({ view, page }: Partial<ReportingSearch>): string {
  const params = new URLSearchParams();
  if (view) params.set("view", view);
  if (page && page > 1) params.set("page", String(page));
  return params.size > 0 ? `?${params}` : "";
}
