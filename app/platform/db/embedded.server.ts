import { mkdirSync, readFileSync, renameSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { processMark } from "~/platform/process-life.js";
import { StartError } from "~/platform/start-error";
import { type Cluster, prepareCluster } from "./cluster.server";
import { addresses, adopt, answers, DATABASE, launch, stopPostgres } from "./postmaster.server";

const NEEDED_BYTES = 200 * 1024 * 1024;
const JOIN_WITHIN_MS = 60_000;

/** The running embedded database. `announce` tells later starts where this one answers; `stop` ends the database if it is ours. */
export interface Embedded {
  ownerUrl: string;
  appUrl: string;
  announce(address: string): void;
  stop(): Promise<void>;
}

interface Options {
  dataDir: string;
  /** A command may work beside a running server; a second server may not. */
  join?: boolean;
  /** Extra settings of PostgreSQL, such as `fsync=off` in tests. */
  settings?: string[];
  say?: (sentence: string) => void;
}

/** DATA_DIR/run.json: who owns this data directory now, and where its database listens (E22). */
interface Run {
  pid: number;
  mark: string | null;
  port?: number;
  address?: string;
}

/**
 * Starts the embedded PostgreSQL of a data directory, or adopts one that outlived its owner (E22).
 * It listens on 127.0.0.1 only. Throws StartError when another start owns the directory or PostgreSQL cannot run.
 */
export async function startEmbedded(options: Options): Promise<Embedded> {
  const { dataDir, join: mayJoin = false, settings = [], say = () => {} } = options;
  const runFile = join(dataDir, "run.json");
  prepareDataDir(dataDir);
  const other = claim(runFile);
  if (other) {
    if (!mayJoin) throw new StartError(alreadyRunning(other, dataDir));
    return joinRunning(runFile, prepareCluster(dataDir, say));
  }
  try {
    const cluster = prepareCluster(dataDir, say);
    const server = (await adopt(cluster)) ?? (await launch(cluster, dataDir, settings));
    save(runFile, { pid: process.pid, mark: processMark(process.pid), port: server.port });
    await ensureDatabase(cluster, server.port);
    return {
      ...addresses(cluster, server.port),
      announce: (address: string) =>
        save(runFile, { pid: process.pid, mark: processMark(process.pid), port: server.port, address }),
      stop: async () => {
        await stopPostgres(server.pid);
        rmSync(runFile, { force: true });
      },
    };
  } catch (error) {
    rmSync(runFile, { force: true });
    throw error;
  }
}

function alreadyRunning(run: Run, dataDir: string): string {
  if (run.address) return `Already running at ${run.address} (process ${run.pid}).`;
  return `Another start or command (process ${run.pid}) is using ${dataDir}: wait until it is ready or has ended.`;
}

function prepareDataDir(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true });
    const probe = join(dataDir, `.write-${process.pid}`);
    writeFileSync(probe, "x");
    rmSync(probe);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === "ENOSPC") throw new StartError(`There is no space left on the disk that holds ${dataDir}.`);
    throw new StartError(`The data directory ${dataDir} cannot be written (${code}): set DATA_DIR to one that can.`);
  }
  const { bavail, bsize } = statfsSync(dataDir);
  if (bavail * bsize < NEEDED_BYTES) {
    const megabytes = Math.floor((bavail * bsize) / 1024 / 1024);
    throw new StartError(`The disk that holds ${dataDir} has only ${megabytes} MB left; the database needs 200 MB.`);
  }
}

/** Makes run.json ours; answers the run that owns it if that one is alive. */
function claim(runFile: string): Run | undefined {
  for (;;) {
    try {
      const mine: Run = { pid: process.pid, mark: processMark(process.pid) };
      writeFileSync(runFile, JSON.stringify(mine), { flag: "wx", mode: 0o600 });
      return undefined;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
    const run = readRun(runFile);
    if (run && run.mark !== null && processMark(run.pid) === run.mark) return run;
    rmSync(runFile, { force: true });
  }
}

function readRun(runFile: string): Run | undefined {
  try {
    return JSON.parse(readFileSync(runFile, "utf8")) as Run;
  } catch {
    return undefined;
  }
}

function save(runFile: string, run: Run): void {
  writeFileSync(`${runFile}.new`, JSON.stringify(run), { mode: 0o600 });
  renameSync(`${runFile}.new`, runFile);
}

async function joinRunning(runFile: string, cluster: Cluster): Promise<Embedded> {
  for (const end = Date.now() + JOIN_WITHIN_MS; Date.now() < end; await sleep(200)) {
    const port = readRun(runFile)?.port;
    if (port && (await answers(cluster, port))) {
      return { ...addresses(cluster, port), announce: () => {}, stop: async () => {} };
    }
  }
  throw new StartError("The running server's database does not answer.");
}

async function ensureDatabase(cluster: Cluster, port: number): Promise<void> {
  const client = new pg.Client({ connectionString: addresses(cluster, port, "postgres").ownerUrl });
  await client.connect();
  try {
    const role = await client.query("select from pg_roles where rolname = 'p2c_app'");
    if (role.rowCount === 0) await client.query("create role p2c_app login");
    await client.query(`alter role p2c_app login password '${cluster.secrets.app}'`);
    const database = await client.query("select from pg_database where datname = $1", [DATABASE]);
    if (database.rowCount === 0) await client.query(`create database ${DATABASE}`);
  } finally {
    await client.end();
  }
}
