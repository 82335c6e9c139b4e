import * as z from "zod";

/** An id from an address. What is no id cannot be anything's: 404, before a query sees it. */
export function recordId(value: string | undefined): string {
  const id = z.uuid().safeParse(value);
  if (!id.success) throw new Response(null, { status: 404 });
  return id.data;
}
