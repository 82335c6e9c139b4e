import { type Logger, runOnce } from "graphile-worker";
import type { Task } from "~/platform/jobs.server";

const silent = { error() {}, warn() {}, info() {}, debug() {}, scope: () => silent } as unknown as Logger;

/** Does every job that is due now, once, and what those enqueue: what the worker does in the background, awaited. */
export async function runJobs(ownerUrl: string, tasks: Record<string, Task>): Promise<void> {
  await runOnce({
    connectionString: ownerUrl,
    schema: "graphile_worker",
    noHandleSignals: true,
    logger: silent,
    taskList: Object.fromEntries(
      Object.entries(tasks).map(([name, task]) => [
        name,
        (payload: unknown, { job }: { job: { id: string; attempts: number; max_attempts: number } }) =>
          task(payload, { id: String(job.id), lastTry: job.attempts >= job.max_attempts }),
      ]),
    ),
  });
}
