import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { processMark } from "~/platform/process-life";
import { postmasterOf, ready, type StartedProcess, start, takePort, temporaryDataDir } from "../support/running-server";

// The first start may have to build.
const slowly = { timeout: 180_000 };

describe("the life of a server", () => {
  const dataDir = temporaryDataDir();
  let variables: Record<string, string> = {};
  const started: StartedProcess[] = [];
  const serve = () => {
    const server = start(variables);
    started.push(server);
    return server;
  };
  beforeAll(async () => {
    const { port, release } = await takePort();
    await release();
    variables = { DATA_DIR: dataDir, PORT: String(port) };
  });
  afterAll(async () => {
    for (const { child } of started) child.kill("SIGKILL");
    if (existsSync(join(dataDir, "postgres/postmaster.pid"))) process.kill(postmasterOf(dataDir), "SIGQUIT");
    rmSync(dataDir, { recursive: true, force: true, maxRetries: 20 });
  });

  test(
    "one start serves, a second is refused, a command may join; after kill -9 the next start goes on",
    slowly,
    async () => {
      const first = serve();
      await ready(first, 150_000);
      const address = `http://localhost:${variables.PORT}`;
      expect((await fetch(`${address}/readyz`)).status).toBe(200);
      const metrics = await fetch(`${address}/metrics`);
      expect(await metrics.text()).toContain("http_request_seconds_count");
      const proxied = await fetch(`${address}/metrics`, { headers: { "X-Forwarded-For": "192.0.2.1" } });
      expect(proxied.status, "metrics are for collectors on this machine").toBe(404);
      const key = readFileSync(join(dataDir, "audit.key"), "utf8");

      const second = start({ ...variables, PORT: "1" });
      expect(await second.ended).toBe(1);
      expect(second.output().trim()).toBe(`Already running at ${address} (process ${first.child.pid}).`);

      const beside = start(variables, "migrate");
      expect(await beside.ended).toBe(0);
      expect((await fetch(`${address}/readyz`)).status).toBe(200);

      const database = postmasterOf(dataDir);
      first.child.kill("SIGKILL");
      await first.ended;
      const third = serve();
      await ready(third);
      expect(postmasterOf(dataDir), "the database that outlived its owner is used further").toBe(database);
      expect(readFileSync(join(dataDir, "audit.key"), "utf8")).toBe(key);

      process.kill(database, "SIGKILL");
      third.child.kill("SIGKILL");
      await third.ended;
      const fourth = serve();
      await ready(fourth);
      expect((await fetch(`${address}/readyz`)).status).toBe(200);

      const last = postmasterOf(dataDir);
      fourth.child.kill("SIGINT");
      expect(await fourth.ended).toBe(0);
      expect(processMark(last), "Ctrl-C ends the database too").toBeNull();
      expect(existsSync(join(dataDir, "run.json"))).toBe(false);
    },
  );
});

describe("what stops a start is one sentence and exit code 1", () => {
  async function failure(variables: Record<string, string>): Promise<string> {
    const process = start(variables);
    expect(await process.ended).toBe(1);
    return process.output().trim();
  }

  test("a port in use", slowly, async () => {
    const { port, release } = await takePort();
    const dataDir = temporaryDataDir();
    expect(await failure({ PORT: String(port), DATA_DIR: dataDir })).toBe(
      `Port ${port} is in use by another program: set PORT to a free one.`,
    );
    await release();
    rmSync(dataDir, { recursive: true });
  });

  test("a wrong variable", slowly, async () => {
    expect(await failure({ WORKER: "maybe" })).toBe("The variable WORKER must be one of inline, off, only.");
  });

  test("a database that cannot be reached", slowly, async () => {
    const { port, release } = await takePort();
    await release();
    const dataDir = temporaryDataDir();
    const variables = {
      PORT: String(port),
      DATABASE_URL: "postgresql://p2c:secret@127.0.0.1:1/p2c",
      DATA_DIR: dataDir,
    };
    expect(await failure(variables)).toMatch(/^The database at 127\.0\.0\.1:1\/p2c cannot be reached: .*\.$/);
    rmSync(dataDir, { recursive: true });
  });

  test("a data directory that cannot be written", slowly, async () => {
    const { port, release } = await takePort();
    await release();
    expect(await failure({ PORT: String(port), DATA_DIR: "package.json" })).toMatch(
      /^The data directory .*package\.json cannot be written \(E[A-Z]+\): set DATA_DIR to one that can\.$/,
    );
  });

  test("an old Node", () => {
    const script = `Object.defineProperty(process.versions, "node", { value: "18.20.4" }); import("./start.mjs");`;
    const done = spawnSync(process.execPath, ["--input-type=module", "-e", script], { encoding: "utf8" });
    expect(done.status).toBe(1);
    expect(done.stderr.trim()).toBe("Node 18.20.4 is too old: this application needs Node 20.19 or newer.");
  });
});
