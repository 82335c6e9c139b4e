import { Logger, run } from "graphile-worker";
import { log } from "./log.server";

/** What a task knows of the job it does. */
export interface Job {
  /** Stays the same however often the job is tried. */
  id: string;
  lastTry: boolean;
}

/** Does one job. Throwing means: try again later, with growing pauses. It must bear being run twice. */
export type Task = (payload: unknown, job: Job) => Promise<void>;

// graphile-worker tells every step at "info"; only what needs a person belongs in the log.
const logger = new Logger(({ jobId, taskIdentifier }) => (level, message, meta) => {
  if (level === "error" || level === "warning")
    log[level === "error" ? "error" : "warn"]({ job: jobId, task: taskIdentifier, err: meta?.error }, message);
});

/**
 * Does jobs in this process, as the owner of graphile-worker's tables; the jobs themselves write as p2c_app (E11). `crontab` has
 * graphile-worker's form. `stop` waits for the jobs under way; `ended` rejects when the worker cannot go on.
 */
export async function startJobs(
  ownerUrl: string,
  { tasks, crontab = "" }: { tasks: Record<string, Task>; crontab?: string },
): Promise<{ stop: () => Promise<void>; ended: Promise<void> }> {
  const taskList = Object.fromEntries(
    Object.entries(tasks).map(([name, task]) => [
      name,
      (payload: unknown, { job }: { job: { id: string; attempts: number; max_attempts: number } }) =>
        task(payload, { id: String(job.id), lastTry: job.attempts >= job.max_attempts }),
    ]),
  );
  const runner = await run({
    connectionString: ownerUrl,
    schema: "graphile_worker",
    taskList,
    crontab,
    concurrency: 2,
    maxPoolSize: 4,
    noHandleSignals: true,
    logger,
  });
  return { stop: () => runner.stop(), ended: runner.promise };
}
