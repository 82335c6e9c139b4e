import * as z from "zod";
import { msg } from "~/platform/i18n/message";
import { lines } from "~/platform/text";
import { focusAreas, participationGroups, participationRoles } from "~/reference/codes";

const choose = { error: msg("error.choose") };

/** What a Leader candidate confirms, each on its own (the charter, rule 1). */
export const leaderCriteria = ["represents", "bridges", "pledges", "speaks", "attends"] as const;

/** Application to a focus area (R7). */
export const applicationSchema = z
  .object({
    kind: z.enum(participationRoles, choose),
    focusArea: z.enum(focusAreas, choose),
    represents: z.enum(participationGroups, choose),
    statement: lines(4000),
    criteria: z.array(z.enum(leaderCriteria)).default([]),
  })
  .refine((values) => values.kind === "member" || leaderCriteria.every((one) => values.criteria.includes(one)), {
    path: ["criteria"],
    error: msg("organisations:error.confirm_all"),
  });
export type ApplicationInput = z.output<typeof applicationSchema>;

const day = z.string().refine((value) => /^\d{4}-\d{2}-\d{2}$/.test(value) && isDay(value), msg("error.invalid_date"));

function isDay(value: string): boolean {
  const at = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(value);
}

/** The secretariat's decision on an application (R7, R8). Days are UTC; a term includes its first day and not its last. */
export const decisionSchema = z
  .object({
    decision: z.enum(["admit", "decline"], choose),
    represents: z.enum(participationGroups, choose),
    consultation: lines(2000).optional(),
    reason: lines(2000).optional(),
    startsOn: day.optional(),
    endsOn: day.optional(),
    version: z.number().int(),
  })
  .refine((values) => values.decision === "admit" || values.reason, { path: ["reason"], error: msg("error.required") })
  .refine((values) => !values.startsOn || !values.endsOn || values.endsOn > values.startsOn, {
    path: ["endsOn"],
    error: msg("error.end_before_start"),
  });
export type DecisionInput = z.output<typeof decisionSchema>;

export const endSchema = z.object({ reason: lines(2000).optional(), endsOn: day.optional() });
export type EndInput = z.output<typeof endSchema>;
