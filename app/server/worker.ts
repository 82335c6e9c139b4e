import { type ChildProcess, fork } from "node:child_process";
import { Logger, run } from "graphile-worker";
import { log } from "~/platform/log.server";
import { jobs } from "./jobs";

const STOP_WITHIN_MS = 10_000;
const RESTART_AT_MOST_MS = 30_000;

// graphile-worker tells every step at "info"; only what needs a person belongs in the log.
const workerLog = new Logger(({ jobId, taskIdentifier }) => (level, message, meta) => {
  if (level === "error" || level === "warning")
    log[level === "error" ? "error" : "warn"]({ job: jobId, task: taskIdentifier, err: meta?.error }, message);
});

/**
 * Runs jobs in this process, as the owner of graphile-worker's tables; the jobs themselves write as p2c_app (E11).
 * `ended` rejects when the worker cannot go on.
 */
export async function startWorker(ownerUrl: string): Promise<{ stop: () => Promise<void>; ended: Promise<void> }> {
  const taskList = Object.fromEntries(
    Object.entries(jobs).map(([name, job]) => [name, (payload: unknown) => job(payload)]),
  );
  const runner = await run({
    connectionString: ownerUrl,
    schema: "graphile_worker",
    taskList,
    concurrency: 2,
    maxPoolSize: 4,
    noHandleSignals: true,
    logger: workerLog,
  });
  return { stop: () => runner.stop(), ended: runner.promise };
}

/** Runs jobs in a child, so that a heavy one never holds up a page; starts it again when it ends by itself (E24). */
export function forkWorker(): { stop: () => Promise<void> } {
  let child: ChildProcess | undefined;
  let stopping = false;
  let wait = 500;
  let restart: NodeJS.Timeout | undefined;
  const start = () => {
    const started = Date.now();
    child = fork(process.argv[1] ?? "start.mjs", ["worker"]);
    child.on("exit", (code) => {
      if (stopping) return;
      wait = Date.now() - started > RESTART_AT_MOST_MS ? 500 : Math.min(wait * 2, RESTART_AT_MOST_MS);
      log.error({ code, again_in_ms: wait }, "the worker ended and is started again");
      restart = setTimeout(start, wait);
    });
  };
  start();
  return {
    stop: async () => {
      stopping = true;
      clearTimeout(restart);
      const running = child;
      if (!running || running.exitCode !== null || running.signalCode !== null) return;
      await new Promise<void>((resolve) => {
        const forced = setTimeout(() => running.kill("SIGKILL"), STOP_WITHIN_MS);
        running.once("exit", () => {
          clearTimeout(forced);
          resolve();
        });
        if (running.connected) running.disconnect();
        else running.kill("SIGTERM");
      });
    },
  };
}
