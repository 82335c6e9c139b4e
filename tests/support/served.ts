import { rmSync } from "node:fs";
import { afterAll, beforeAll } from "vitest";
import type { TestDatabase } from "./database";
import { ready, type StartedProcess, start, takePort, temporaryDataDir } from "./running-server";

/** Serves a test file's database as `npm start` does; the answer is the server's address, filled in before the first test. */
export function useServer(database: TestDatabase): { url: string } {
  const served = { url: "" };
  const dataDir = temporaryDataDir();
  let server: StartedProcess | undefined;
  beforeAll(async () => {
    const { port, release } = await takePort();
    await release();
    served.url = `http://localhost:${port}`;
    server = start({
      PORT: String(port),
      DATA_DIR: dataDir,
      DATABASE_URL: database.appUrl,
      DATABASE_OWNER_URL: database.ownerUrl,
      WORKER: "off",
    });
    // The first start may have to build.
    await ready(server, 170_000);
  }, 180_000);
  afterAll(async () => {
    server?.child.kill("SIGINT");
    await server?.ended;
    rmSync(dataDir, { recursive: true, force: true });
  });
  return served;
}
