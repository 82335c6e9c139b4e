import type * as z from "zod";
import type { Person } from "~/access/actor";
import { Conflict, Invalid, NotFound, Refused } from "~/platform/errors";
import { assignCase } from "../commands.server";
import type { bulkAssignmentSchema } from "./schema";

/**
 * The secretariat gives several cases to one person (R12), each by itself, as it would one by one: what somebody changed meanwhile, or what
 * this person may not take, stays as it is and is counted in `left`.
 */
export async function assignCases(
  actor: Person,
  { cases, assigneeId, reason }: Omit<z.output<typeof bulkAssignmentSchema>, "back">,
): Promise<{ assigned: number; left: number }> {
  let assigned = 0;
  for (const one of new Set(cases)) {
    const [caseId = "", version] = one.split(":");
    try {
      await assignCase({ actor, caseId }, { version: Number(version), assigneeId, reason });
      assigned += 1;
    } catch (error) {
      const expected = [Conflict, Invalid, NotFound, Refused].some((kind) => error instanceof kind);
      if (!expected) throw error;
    }
  }
  return { assigned, left: new Set(cases).size - assigned };
}
