import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { startEmbedded } from "~/platform/db/embedded.server";
import { migrate } from "~/platform/db/migrate.server";
import { processMark } from "~/platform/process-life";

declare module "vitest" {
  interface ProvidedContext {
    cluster: { ownerUrl: string; appUrl: string };
  }
}

const PREFIX = "p2c-test-";

/** One throwaway cluster for the whole run; its migrated database is the template that test files clone (E8). */
export default async function setup(project: TestProject) {
  sweep();
  const dataDir = mkdtempSync(join(tmpdir(), PREFIX));
  // The cluster's own user must be able to enter; what lies inside stays private to it.
  chmodSync(dataDir, 0o755);
  const settings = ["fsync=off", "synchronous_commit=off", "full_page_writes=off"];
  const database = await startEmbedded({ dataDir, settings });
  const stop = async () => {
    await database.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
  try {
    await migrate(database.ownerUrl);
  } catch (error) {
    await stop();
    throw error;
  }
  project.provide("cluster", { ownerUrl: database.ownerUrl, appUrl: database.appUrl });
  return stop;
}

/** Ends and removes the clusters of runs that were killed before they could. */
function sweep(): void {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(PREFIX))) {
    const folder = join(tmpdir(), name);
    try {
      if (isInUse(folder)) continue;
      const pidFile = join(folder, "postgres/postmaster.pid");
      if (existsSync(pidFile)) process.kill(Number(readFileSync(pidFile, "utf8").split("\n")[0]), "SIGQUIT");
      rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
    } catch {
      // It belongs to another user, or went away by itself.
    }
  }
}

function isInUse(folder: string): boolean {
  const file = join(folder, "run.json");
  if (!existsSync(file)) return Date.now() - statSync(folder).mtimeMs < 60_000;
  const run = JSON.parse(readFileSync(file, "utf8")) as { pid: number; mark: string | null };
  return processMark(run.pid) === run.mark;
}
