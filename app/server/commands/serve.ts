import { createServer, type RequestListener, type Server } from "node:http";
import { env } from "~/platform/env";
import { log } from "~/platform/log.server";
import { StartError } from "~/platform/start-error";
import type { CommandInput } from "../command-input";
import { type Connection, connect } from "../connect";
import { developmentHttp } from "../development";
import { createHttp } from "../http";

const DRAIN_WITHIN_MS = 10_000;

const starting: RequestListener = (_request, response) => {
  response.writeHead(503, { "Content-Type": "text/plain; charset=utf-8", "Retry-After": "2" }).end("Starting\n");
};

/** `npm start`: one process that serves until SIGINT or SIGTERM, then drains requests before the database goes. */
export async function run({ build, vite }: CommandInput): Promise<void> {
  const say = (sentence: string) => console.log(sentence);
  // The port is taken before anything slow or lasting happens, so that a taken one is known at once.
  let listener = starting;
  const server = createServer((request, response) => listener(request, response));
  await listen(server);
  let connection: Connection | undefined;
  try {
    connection = await connect({ say });
    const http = vite
      ? await developmentHttp(vite)
      : await createHttp({ build, appUrl: env.APP_URL, production: true });
    listener = http.app;
    endOnSignals(server, async () => {
      await http.close();
      await connection?.close();
    });
    connection.announce(env.APP_URL);
    say(`Ready at ${env.APP_URL}`);
  } catch (error) {
    server.close();
    await connection?.close();
    throw error;
  }
}

function listen(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => reject(new StartError(listenFailure(error))));
    server.listen(env.PORT, env.HOST, resolve);
  });
}

function listenFailure({ code, message }: NodeJS.ErrnoException): string {
  if (code === "EADDRINUSE") return `Port ${env.PORT} is in use by another program: set PORT to a free one.`;
  if (code === "EACCES") return `Port ${env.PORT} may not be used by this user: set PORT to one above 1023.`;
  if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND") return `HOST ${env.HOST} is not an address of this machine.`;
  return `The server cannot listen on port ${env.PORT}: ${message}.`;
}

function endOnSignals(server: Server, close: () => Promise<void>): void {
  let ending = false;
  const end = async (code: number) => {
    if (ending) process.exit(1);
    ending = true;
    const forced = setTimeout(() => server.closeAllConnections(), DRAIN_WITHIN_MS);
    await new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeIdleConnections();
    });
    clearTimeout(forced);
    await close();
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
