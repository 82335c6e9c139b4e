import { type ChildProcess, fork } from "node:child_process";
import { startJobs } from "~/platform/jobs.server";
import { log } from "~/platform/log.server";
import { crontab, jobs } from "./jobs";

const STOP_WITHIN_MS = 10_000;
const RESTART_AT_MOST_MS = 30_000;

/** Does every job of the house in this process; see `startJobs`. */
export const startWorker = (ownerUrl: string) => startJobs(ownerUrl, { tasks: jobs, crontab });

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
