import * as z from "zod";
import { languages } from "~/platform/i18n/languages";
import { lines } from "~/platform/text";
import { constituencies, focusAreas } from "~/reference/codes";

/** The saved views of the queue, each an address. */
export const queueViews = ["mine", "new", "unassigned", "waiting", "to_decide", "due", "overdue", "all"] as const;
export type QueueView = (typeof queueViews)[number];

/** How the queue may be ordered; the first is what it is without being asked. */
export const queueSorts = ["urgent", "oldest", "newest", "organisation"] as const;

const text = (value: unknown) => (typeof value === "string" ? value.trim().slice(0, 200) : undefined);

/** What narrows a view, each with the values it may have; the assignee is an account. */
export const queueFilters = {
  kind: ["organisation", "pledge"],
  track: ["standard", "government", "enhanced", "compiled"],
  language: languages,
  constituency: constituencies,
  risk: ["low", "medium", "high"],
  area: focusAreas,
} as const;

/** What the address of the queue says. Unknown values fall back: a staff page never fails on a bookmark. */
export const queueSearchSchema = z.object({
  view: z.enum(queueViews).optional().catch(undefined),
  kind: z.enum(queueFilters.kind).optional().catch(undefined),
  track: z.enum(queueFilters.track).optional().catch(undefined),
  language: z.enum(queueFilters.language).optional().catch(undefined),
  constituency: z.enum(queueFilters.constituency).optional().catch(undefined),
  risk: z.enum(queueFilters.risk).optional().catch(undefined),
  area: z.enum(queueFilters.area).optional().catch(undefined),
  assignee: z.uuid().optional().catch(undefined),
  sort: z.enum(queueSorts).optional().catch(undefined),
  q: z.preprocess(text, z.string().optional()),
  done: z.enum(["conflict"]).optional().catch(undefined),
  assigned: z.coerce.number().int().min(0).optional().catch(undefined),
  left: z.coerce.number().int().min(0).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(10_000).catch(1).default(1),
});
export type QueueSearch = z.output<typeof queueSearchSchema>;

/** The search part of an address of the queue. What was just done is not part of a view. */
export function searchOf(search: Partial<QueueSearch>): string {
  const { done, assigned, left, page, ...kept } = search;
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(kept)) if (value) params.set(name, value);
  if (page && page > 1) params.set("page", String(page));
  return params.size > 0 ? `?${params}` : "";
}

/** Several cases given to one person; each names the version that was seen (R12). */
export const bulkAssignmentSchema = z.object({
  cases: z
    .array(z.string().regex(/^[0-9a-f-]{36}:\d{1,9}$/))
    .min(1)
    .max(100),
  assigneeId: z.uuid(),
  reason: lines(2000),
  back: z.string().max(1000).optional(),
});
