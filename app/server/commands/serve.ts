import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { createServer, type RequestListener, type Server } from "node:http";
import { join, relative } from "node:path";
import { address } from "~/addresses";
import { env } from "~/platform/env";
import { log } from "~/platform/log.server";
import { StartError } from "~/platform/start-error";
import { loadStarter } from "~/starter/load.server";
import type { CommandInput } from "../command-input";
import { type Connection, connect } from "../connect";
import { developmentHttp } from "../development";
import { createHttp } from "../http";
import { forkWorker, startWorker } from "../worker";

const DRAIN_WITHIN_MS = 10_000;

/** What runs, as far as the start has come. */
interface Running {
  server?: Server;
  connection?: Connection;
  worker?: { stop(): Promise<void> };
  http?: { close(): Promise<void> };
}

const starting: RequestListener = (_request, response) => {
  response
    .writeHead(503, { "Content-Type": "text/plain; charset=utf-8", "Retry-After": "2" })
    .end("The server is starting.\n");
};

/** `npm start`: serves pages, with the worker beside it (`WORKER`), until SIGINT or SIGTERM. */
export async function run({ build, vite }: CommandInput): Promise<void> {
  const say = (sentence: string) => console.log(sentence);
  const running: Running = {};
  try {
    let listener = starting;
    // The port is taken before anything slow or lasting happens, so that a taken one is known at once.
    if (env.WORKER !== "only") running.server = await listen((request, response) => listener(request, response));
    running.connection = await connect({ say });
    if (env.STARTER === "demo") await fillWithStarter(say);
    if (env.WORKER === "inline" && !vite) running.worker = forkWorker();
    else if (env.WORKER !== "off") running.worker = await startWorker(running.connection.ownerUrl);
    if (running.server) {
      const http = vite
        ? await developmentHttp(vite)
        : await createHttp({ build, appUrl: env.APP_URL, production: true, warning: running.connection.warning });
      running.http = http;
      listener = http.app;
    }
    endOnSignals(running);
    running.connection.announce(env.APP_URL);
    say(running.server ? welcome() : "The worker is ready.");
  } catch (error) {
    await close(running);
    throw error;
  }
}

/** Starter content into an empty database; the demo accounts are kept where the contract says. */
async function fillWithStarter(say: (sentence: string) => void): Promise<void> {
  const accounts = await loadStarter({ begin: () => say("Loading the starter content.") });
  if (accounts)
    writeFileSync(join(env.DATA_DIR, "demo-accounts.json"), `${JSON.stringify(accounts, null, 2)}\n`, { mode: 0o600 });
}

/** What the person who started it wants to know first: where to look, and as whom to sign in. */
function welcome(): string {
  const lines = [
    `Ready at ${env.APP_URL}`,
    `  Compendium  ${env.APP_URL}${address.compendium("en")}`,
    `  Sign in     ${env.APP_URL}${address.signIn("en")}`,
  ];
  const file = join(env.DATA_DIR, "demo-accounts.json");
  if (env.STARTER === "demo" && existsSync(file)) {
    const accounts = JSON.parse(readFileSync(file, "utf8")) as Record<string, string | null>[];
    const table = accounts.map(({ role, email, password, organisation }) => [
      role,
      email,
      password,
      organisation ?? "",
    ]);
    lines.push(`Demo accounts, also in ${relative(".", file)}:`, ...columns(table));
  }
  return [...lines, "Ctrl-C ends it."].join("\n");
}

function columns(table: (string | null | undefined)[][]): string[] {
  const width = (column: number) => Math.max(...table.map((row) => row[column]?.length ?? 0));
  return table.map((row) => `  ${row.map((cell, column) => (cell ?? "").padEnd(width(column))).join("  ")}`.trimEnd());
}

function listen(listener: RequestListener): Promise<Server> {
  const server = createServer(listener);
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => reject(new StartError(listenFailure(error))));
    server.listen(env.PORT, env.HOST, () => resolve(server));
  });
}

function listenFailure({ code, message }: NodeJS.ErrnoException): string {
  if (code === "EADDRINUSE") return `Port ${env.PORT} is in use by another program: set PORT to a free one.`;
  if (code === "EACCES") return `Port ${env.PORT} may not be used by this user: set PORT to one above 1023.`;
  if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND") return `HOST ${env.HOST} is not an address of this machine.`;
  return `The server cannot listen on port ${env.PORT}: ${message}.`;
}

/** Requests drain first, the worker stops second, the database goes last: nothing is cut off in the middle (E22). */
async function close({ server, http, worker, connection }: Running): Promise<void> {
  if (server) await drain(server);
  await http?.close();
  await worker?.stop();
  await connection?.close();
}

async function drain(server: Server): Promise<void> {
  const forced = setTimeout(() => server.closeAllConnections(), DRAIN_WITHIN_MS);
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
  });
  clearTimeout(forced);
}

function endOnSignals(running: Running): void {
  let ending = false;
  const end = async (code: number) => {
    // Whoever asks twice does not want to wait; the next start adopts the database.
    if (ending) process.exit(1);
    ending = true;
    await close(running);
    process.exit(code);
  };
  process.on("SIGINT", () => void end(0));
  process.on("SIGTERM", () => void end(0));
  process.on("uncaughtException", (error) => {
    log.fatal({ err: error }, "unexpected error: the server ends");
    void end(1);
  });
  // A closed terminal or pipe must not end the server.
  process.stdout.on("error", () => {});
  process.stderr.on("error", () => {});
}
