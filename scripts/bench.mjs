// `npm run bench -- <name>` takes one of the measurements in bench/; without a name it lists them. `bench/<name>.mjs` runs in Node;
// `bench/<name>.ts` runs in vitest, which gives it a throwaway PostgreSQL as tests have (tests/support/database.ts).
import { spawn } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

process.chdir(dirname(dirname(fileURLToPath(import.meta.url))));
const [name, ...rest] = process.argv.slice(2);
const names = existsSync("bench")
  ? [...new Set(readdirSync("bench").flatMap((file) => /^([a-z-]+)\.(mjs|ts)$/.exec(file)?.[1] ?? []))]
  : [];

if (!name || !names.includes(name)) {
  console.log(`Name one of the measurements: ${names.join(", ")}`);
  process.exit(name ? 1 : 0);
}
const own = `bench/${name}.mjs`;
const args = existsSync(own) ? [own, ...rest] : ["node_modules/vitest/vitest.mjs", "run", `bench/${name}.ts`];
const child = spawn(process.execPath, args, {
  stdio: "inherit",
  env: { ...process.env, BENCH: name, BENCH_ARGS: rest.join(" ") },
});
child.on("close", (code) => process.exit(code ?? 1));
