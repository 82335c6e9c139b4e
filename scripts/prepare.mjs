// Writes the Prisma client from prisma/*.prisma, without any download; does nothing when it is already current.
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { hashOf, isCurrent, markCurrent } from "./hash.mjs";

const output = "app/platform/db/generated";
const models = existsSync("prisma/models")
  ? readdirSync("prisma/models").map((name) => join("prisma/models", name))
  : [];
const stamp = join(output, ".hash");
const hash = hashOf(["prisma/schema.prisma", ...models, "prisma.config.ts", "node_modules/prisma/package.json"]);

if (!isCurrent(stamp, hash)) {
  try {
    execFileSync(process.execPath, ["node_modules/prisma/build/index.js", "generate"], {
      // `generate` needs no schema engine but would download one: any executable keeps it from trying.
      // Never do this for `prisma migrate`: it would print nothing, change nothing and exit 0.
      env: {
        ...process.env,
        PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
        PRISMA_HIDE_UPDATE_MESSAGE: "1",
        CHECKPOINT_DISABLE: "1",
      },
      stdio: ["ignore", "pipe", "pipe"],
      encoding: "utf8",
    });
  } catch (error) {
    console.error(`${error.stdout ?? ""}${error.stderr ?? ""}`);
    console.error("The Prisma client could not be generated from the files in prisma/.");
    process.exit(1);
  }
  markCurrent(stamp, hash);
}
