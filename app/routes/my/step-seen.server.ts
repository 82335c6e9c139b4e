import type { Seen } from "~/pledges/drafting/merging/model";

/** What the person saw before typing, from the form of a step; null when the form does not say. The request can still be read. */
export async function seenIn(request: Request): Promise<Seen | null> {
  const body = await request.clone().formData();
  const base = body.get("base");
  if (typeof base !== "string") return null;
  try {
    return { base: JSON.parse(base), take: body.getAll("take").map(String) };
  } catch {
    return null;
  }
}
