import { Logger, run } from "graphile-worker";
import { log } from "./log.server";

/** What a task knows of the job it does. */
export interface Job {
  /** Stays the same however often the job is tried. */
  id: string;
  attempts: number;
  lastTry: boolean;
}

/** Does one job. Throwing means: try again later, with growing pauses. It must bear being run twice. */
export type Task = (payload: unknown, job: Job) => Promise<void>;

const quiet = new Logger(() => (level, message) => {
  if (level === "error") log.error({ jobs: true }, message);
  else if (level === "warning") log.warn({ jobs: true }, message);
  else log.debug({ jobs: true }, message);
});

/**
 * Starts doing jobs in this process. `connectionString` must be the owner's: the application's role has no rights on the worker's tables
 * (E11). `crontab` has graphile-worker's form. `stop` waits for the jobs under way; what was cut off is done again after a restart.
 */
export async function startJobs(options: {
  connectionString: string;
  tasks: Record<string, Task>;
  crontab?: string;
  concurrency?: number;
}): Promise<{ stop(): Promise<void> }> {
  const taskList = Object.fromEntries(
    Object.entries(options.tasks).map(([name, task]) => [
      name,
      (payload: unknown, { job }: { job: { id: string; attempts: number; max_attempts: number } }) =>
        task(payload, { id: String(job.id), attempts: job.attempts, lastTry: job.attempts >= job.max_attempts }),
    ]),
  );
  const runner = await run({
    connectionString: options.connectionString,
    taskList,
    crontab: options.crontab ?? "",
    concurrency: options.concurrency ?? 2,
    maxPoolSize: 4,
    pollInterval: 5_000,
    noHandleSignals: true,
    logger: quiet,
  });
  // The runner ends by itself only if its database is gone for good; the process then has no worker, and says so.
  runner.promise.catch((error: unknown) => log.error({ err: error }, "the worker ended"));
  return { stop: () => runner.stop() };
}
