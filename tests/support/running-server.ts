import { type ChildProcess, spawn } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/** A start of the application as a person does it: `node start.mjs`, with variables of its own. */
export interface StartedProcess {
  child: ChildProcess;
  /** Everything it printed so far. */
  output(): string;
  /** Resolves when it has ended, with its exit code; null after a signal. */
  ended: Promise<number | null>;
}

/** Starts `node start.mjs` with these arguments and only these variables of ours. */
export function start(variables: Record<string, string>, ...args: string[]): StartedProcess {
  const { PATH, HOME } = process.env;
  const env = { NODE_ENV: "production" as const, PATH, HOME, LOG_LEVEL: "error", STARTER: "none", ...variables };
  const child = spawn(process.execPath, ["start.mjs", ...args], { env, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk) => {
      output += chunk;
    });
  const ended = new Promise<number | null>((resolve) => child.on("close", resolve));
  return { child, output: () => output, ended };
}

/** Waits until the server says that it is ready. Throws with what it printed when it ends instead. */
export async function ready(process: StartedProcess, withinMs = 60_000): Promise<void> {
  let over = false;
  void process.ended.then(() => {
    over = true;
  });
  for (const end = Date.now() + withinMs; Date.now() < end; await sleep(50)) {
    if (process.output().includes("Ready at")) return;
    if (over) break;
  }
  throw new Error(`the server did not become ready:\n${process.output()}`);
}

/** A directory for the data of one test; the embedded database's user can enter it. */
export function temporaryDataDir(): string {
  const dataDir = mkdtempSync(join(tmpdir(), "p2c-start-"));
  chmodSync(dataDir, 0o755);
  return dataDir;
}

/** A port that nothing listens on, and a way to take one. */
export async function takePort(): Promise<{ port: number; server: Server; release(): Promise<void> }> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return { port, server, release: () => new Promise((resolve) => server.close(() => resolve())) };
}

/** Process number of the embedded database of a data directory. */
export function postmasterOf(dataDir: string): number {
  return Number(readFileSync(join(dataDir, "postgres/postmaster.pid"), "utf8").split("\n")[0]);
}
