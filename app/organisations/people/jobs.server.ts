import { systemActor } from "~/access/actor";
import { command } from "~/access/command.server";
import { now } from "~/platform/clock";
import { db } from "~/platform/db/client.server";
import type { Task } from "~/platform/jobs.server";
import { staffAnswerAfterDays } from "./model";

/** Tells the secretariat, once each, of requests to join that no lead answered for seven days (R5). Running it twice changes nothing. */
export async function escalateJoinRequests(): Promise<void> {
  const waited = new Date(now().getTime() - staffAnswerAfterDays * 86_400_000);
  const overdue = { state: "open" as const, escalatedAt: null, createdAt: { lte: waited } };
  for (const { id, organisationId } of await db().joinRequest.findMany({ where: overdue }))
    await command({ actor: systemActor("join_requests"), name: "organisation.escalate_join_request" }, async (run) => {
      const where = { id, ...overdue };
      const { count } = await run.tx.joinRequest.updateMany({ where, data: { escalatedAt: run.now } });
      if (count === 0) return;
      run.record({
        event: "organisation.join_request_overdue",
        subjectType: "join_request",
        subjectId: id,
        organisationId,
        tell: ["secretariat"],
      });
    });
}

export const peopleJobs: Record<string, Task> = { escalate_join_requests: escalateJoinRequests };
