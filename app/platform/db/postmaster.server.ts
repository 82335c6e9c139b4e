import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, existsSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { processMark } from "~/platform/process-life.js";
import { StartError } from "~/platform/start-error";
import { type Cluster, databaseFailure } from "./cluster.server";

export const DATABASE = "p2c";
const STOP_WITHIN_MS = 10_000;
const START_WITHIN_MS = 60_000;

/** A postmaster that lives although its owner died (`kill -9`) keeps its data safe: it is used further, not restarted. */
export async function adopt(cluster: Cluster): Promise<{ pid: number; port: number } | undefined> {
  const file = join(cluster.directory, "postmaster.pid");
  for (const end = Date.now() + START_WITHIN_MS; existsSync(file) && Date.now() < end; await sleep(200)) {
    const lines = readFileSync(file, "utf8").split("\n");
    const pid = Number(lines[0]);
    const port = Number(lines[3]);
    if (!pid || !isPostmasterOf(pid, cluster.directory)) {
      rmSync(file, { force: true });
      return undefined;
    }
    if (port && (await answers(cluster, port))) return { pid, port };
  }
  return undefined;
}

function isPostmasterOf(pid: number, directory: string): boolean {
  if (processMark(pid) === null) return false;
  if (process.platform !== "linux") return true;
  return readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0").includes(directory);
}

/** Whether the owner can connect on this port, with the password of this very cluster. */
export async function answers(cluster: Cluster, port: number): Promise<boolean> {
  const client = new pg.Client({ connectionString: addresses(cluster, port, "postgres").ownerUrl });
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

/** Starts PostgreSQL on a free port and waits until it answers. Throws StartError with what its log says. */
export async function launch(
  cluster: Cluster,
  dataDir: string,
  settings: string[],
): Promise<{ pid: number; port: number }> {
  const logFile = join(dataDir, "postgres.log");
  const end = Date.now() + START_WITHIN_MS;
  for (let wait = 250; ; wait = Math.min(wait * 2, 4000)) {
    const port = await freePort();
    const child = spawnPostgres(cluster, port, logFile, settings);
    while (child.pid && child.exitCode === null && child.signalCode === null && Date.now() < end) {
      if (await answers(cluster, port)) return { pid: child.pid, port };
      await sleep(30);
    }
    const log = existsSync(logFile) ? readFileSync(logFile, "utf8") : "";
    // After kill -9 of everything, shared memory or the port can be taken for a few seconds more.
    const mayPass = /in use|pre-existing shared memory|another server|lock file/i.test(log);
    if (!mayPass || Date.now() > end)
      throw new StartError(`${databaseFailure(log, cluster.directory)} See ${logFile}.`);
    await sleep(wait);
  }
}

function spawnPostgres(cluster: Cluster, port: number, logFile: string, settings: string[]): ChildProcess {
  const log = openSync(logFile, "w", 0o600);
  const fixed = [`port=${port}`, "listen_addresses=127.0.0.1", "unix_socket_directories=", "timezone=UTC"];
  const flags = [...fixed, ...settings].flatMap((setting) => ["-c", setting]);
  const child: ChildProcess = spawn(join(cluster.binaries, "bin/postgres"), ["-D", cluster.directory, ...flags], {
    ...cluster.user,
    cwd: cluster.directory,
    env: { NODE_ENV: process.env.NODE_ENV, PATH: process.env.PATH, TZ: "UTC" },
    // Apart from our process group, or Ctrl-C would reach the database while requests still drain.
    detached: true,
    stdio: ["ignore", log, log],
  });
  child.on("error", (error) => writeFileSync(logFile, `could not start: ${error.message}\n`));
  child.unref();
  closeSync(log);
  return child;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

/** Ends PostgreSQL in order; within 10 s by force. */
export async function stopPostgres(pid: number): Promise<void> {
  const mark = processMark(pid);
  const isGone = () => mark === null || processMark(pid) !== mark;
  // SIGINT rolls open transactions back and ends; SIGQUIT ends at once and the next start recovers.
  for (const signal of ["SIGINT", "SIGQUIT"] as const) {
    if (isGone()) return;
    process.kill(pid, signal);
    for (const end = Date.now() + STOP_WITHIN_MS; !isGone() && Date.now() < end; ) await sleep(20);
  }
}

/** Connection addresses of the two roles of E11. */
export function addresses(cluster: Cluster, port: number, database = DATABASE) {
  const { owner, app } = cluster.secrets;
  return {
    ownerUrl: `postgresql://p2c_owner:${owner}@127.0.0.1:${port}/${database}`,
    appUrl: `postgresql://p2c_app:${app}@127.0.0.1:${port}/${database}`,
  };
}
