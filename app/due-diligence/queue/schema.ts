import * as z from "zod";

/** The saved views of the queue, each an address. */
export const queueViews = ["mine", "new", "unassigned", "waiting", "to_decide", "overdue", "all"] as const;
export type QueueView = (typeof queueViews)[number];

const text = (value: unknown) => (typeof value === "string" ? value.trim().slice(0, 200) : undefined);

/** What the address of the queue says. Unknown values fall back: a staff page never fails on a bookmark. */
export const queueSearchSchema = z.object({
  view: z.enum(queueViews).optional().catch(undefined),
  kind: z.enum(["organisation", "pledge"]).optional().catch(undefined),
  q: z.preprocess(text, z.string().optional()),
  done: z.enum(["conflict"]).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(10_000).catch(1).default(1),
});
export type QueueSearch = z.output<typeof queueSearchSchema>;

/** The search part of an address of the queue. */
export function searchOf({ view, kind, q, page }: Partial<QueueSearch>): string {
  const params = new URLSearchParams();
  if (view) params.set("view", view);
  if (kind) params.set("kind", kind);
  if (q) params.set("q", q);
  if (page && page > 1) params.set("page", String(page));
  return params.size > 0 ? `?${params}` : "";
}
