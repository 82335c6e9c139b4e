import type { ServerBuild } from "@remix-run/node";
import type { ViteDevServer } from "vite";

/** What start.mjs hands to a command: the Remix build it came in, its arguments, and Vite while developing. */
export interface CommandInput {
  build: ServerBuild;
  argv: string[];
  vite?: ViteDevServer;
}
