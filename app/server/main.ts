import { StartError } from "~/platform/start-error";
import type { CommandInput } from "./command-input";

// Loaded on demand, so that each command pays for itself only.
const commands: Record<string, () => Promise<{ run(input: CommandInput): Promise<void> }>> = {
  admin: () => import("./commands/admin"),
  serve: () => import("./commands/serve"),
  worker: () => import("./commands/worker"),
  migrate: () => import("./commands/migrate"),
  "compendium:rebuild": () => import("./commands/compendium-rebuild"),
  "audit:verify": () => import("./commands/audit-verify"),
  backup: () => import("./commands/backup"),
  restore: () => import("./commands/restore"),
};

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
