import type { ServerBuild } from "@remix-run/node";
import type { ViteDevServer } from "vite";
import { StartError } from "~/platform/start-error.ts";

/** What start.mjs hands to a command: the Remix build it came in, its arguments, and Vite while developing. */
export interface CommandInput {
  build: ServerBuild;
  argv: string[];
  vite?: ViteDevServer;
}

// Loaded on demand, so that each command pays for itself only.
const commands: Record<string, () => Promise<{ run(input: CommandInput): Promise<void> }>> = {};

/** Runs one command of package.json. Ends the process with one sentence and exit code 1 when it cannot do its work. */
export async function main({ command, ...input }: CommandInput & { command: string }): Promise<void> {
  try {
    const load = commands[command];
    if (!load)
      throw new StartError(`There is no command "${command}": use one of ${Object.keys(commands).join(", ")}.`);
    const { run } = await load();
    await run(input);
  } catch (error) {
    process.stderr.write(`${error instanceof StartError ? error.message : (error as Error).stack}\n`);
    process.exit(1);
  }
}
