// `npm test` runs everything a machine can check, in the order in which failures are cheapest; `npm run check` leaves the browser out.
import { spawn } from "node:child_process";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { ensureBrowser } from "./browser.mjs";
import { isInstalled } from "./installed.mjs";

process.chdir(dirname(dirname(fileURLToPath(import.meta.url))));
const withBrowser = process.argv[2] !== "check";
const node = process.execPath;
const bin = (path) => [node, `node_modules/${path}`];

const steps = [
  ["format and lint", [...bin("@biomejs/biome/bin/biome"), "check", "--error-on-warnings", "."]],
  ["types", [...bin("typescript/bin/tsc"), "-p", ".", "--noEmit"]],
  ["dead code", [...bin("knip/bin/knip.js"), "--no-progress"]],
  ["build", [node, "start.mjs", "build"]],
  ["architecture, unit and integration tests", [...bin("vitest/vitest.mjs"), "run"]],
  ...(withBrowser ? [["browser journeys", [...bin("@playwright/test/cli.js"), "test"]]] : []),
];

/** Runs a tool with its output shown as it comes; answers its exit code and its last lines. */
function show([command, ...args], options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: ["ignore", "pipe", "pipe"], ...options });
    let tail = "";
    const pass = (stream) => (chunk) => {
      stream.write(chunk);
      tail = (tail + chunk).slice(-4000);
    };
    child.stdout.on("data", pass(process.stdout));
    child.stderr.on("data", pass(process.stderr));
    child.on("error", (error) => resolve({ code: 1, closing: [error.message] }));
    child.on("close", (code) => resolve({ code: code ?? 1, closing: tail.trim().split("\n").slice(-6) }));
  });
}

async function prepare() {
  if (!isInstalled()) {
    console.log("Installing packages.");
    const { code } = await show(["npm", "ci", "--include=dev", "--no-audit", "--no-fund"], {
      shell: process.platform === "win32",
    });
    if (code !== 0) throw new Error("The packages could not be installed.");
  }
  const { code } = await show([node, "scripts/prepare.mjs"]);
  if (code !== 0) throw new Error("The database client could not be made.");
}

async function runSteps() {
  const results = [];
  for (const [name, command] of steps) {
    console.log(`\n── ${name}`);
    const started = Date.now();
    const ready = name !== "browser journeys" || ensureBrowser();
    const result = ready ? await show(command) : { code: 1, closing: ["There is no browser."] };
    results.push({ name, seconds: Math.round((Date.now() - started) / 1000), ...result });
  }
  return results;
}

try {
  await prepare();
  const results = await runSteps();
  console.log("\n── closing lines");
  for (const { name, code, seconds, closing } of results) {
    console.log(`${code === 0 ? "passed" : "FAILED"}  ${name} (${seconds} s)`);
    for (const line of closing) if (line.trim()) console.log(`        ${line}`);
  }
  const failed = results.filter(({ code }) => code !== 0).length;
  console.log(`${results.length - failed} passed, ${failed} failed`);
  process.exitCode = failed ? 1 : 0;
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
