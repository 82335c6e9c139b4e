import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { startEmbedded } from "~/platform/db/embedded.server";
import { migrate } from "~/platform/db/migrate.server";

declare module "vitest" {
  interface ProvidedContext {
    cluster: { ownerUrl: string; appUrl: string };
  }
}

/** One throwaway cluster for the whole run; its migrated database is the template that test files clone (E8). */
export default async function setup(project: TestProject) {
  const dataDir = mkdtempSync(join(tmpdir(), "p2c-test-"));
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
