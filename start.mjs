// `npm start` and every other command of package.json begin here (E23), with nothing but Node's own modules: on a fresh clone
// there is nothing else. Installs and builds what is missing or outdated, then runs the command in this same process, so that
// signals arrive.
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { processMark } from "./app/platform/process-life.js";
import { hashOf, isCurrent, markCurrent } from "./scripts/hash.mjs";
import { isInstalled } from "./scripts/installed.mjs";

// Prisma asks one connection several things at once, which pg queues and warns about; the person who starts this can do nothing about it.
process.noDeprecation = true;

const LOCK = ".cache/build.lock";
const STAMP = "build/.hash";
const SOURCES = ["app", "locales", "public", "prisma", "vite.config.ts", "package-lock.json"];
const GENERATED = join("app", "platform", "db", "generated");

class Stop extends Error {}

function say(sentence) {
  process.stderr.write(`${sentence}\n`);
}

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  throw new Stop(`Node ${process.versions.node} is too old: this application needs Node 20.19 or newer.`);
}

/** Refuses before anything is rebuilt under a running server; the server itself checks again when it claims its data. */
function checkNotRunning() {
  const dataDir = process.env.DATA_DIR || ".data";
  if (!existsSync(join(dataDir, "run.json"))) return;
  const run = readJson(join(dataDir, "run.json"));
  if (!run?.pid || !run.mark || processMark(run.pid) !== run.mark || !run.address) return;
  throw new Stop(`Already running at ${run.address} (process ${run.pid}).`);
}

function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    return undefined;
  }
}

/** Two starts at once prepare one after the other. */
async function withLock(work) {
  mkdirSync(dirname(LOCK), { recursive: true });
  let told = false;
  for (;;) {
    try {
      writeFileSync(LOCK, JSON.stringify({ pid: process.pid, mark: processMark(process.pid) }), { flag: "wx" });
      break;
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
    }
    const other = readJson(LOCK);
    if (!other || processMark(other.pid) !== other.mark) {
      rmSync(LOCK, { force: true });
      continue;
    }
    if (!told) say(`Waiting for another start (process ${other.pid}) to finish installing and building.`);
    told = true;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  try {
    return await work();
  } finally {
    rmSync(LOCK, { force: true });
  }
}

/** Runs a tool quietly; when it fails, shows its last lines and stops with one sentence. */
function step(sentence, failure, command, args, options = {}) {
  if (sentence) say(sentence);
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ["ignore", "pipe", "pipe"], ...options });
    let output = "";
    const keep = (chunk) => {
      output = (output + chunk).slice(-8000);
    };
    child.stdout.on("data", keep);
    child.stderr.on("data", keep);
    child.on("error", (error) => reject(new Stop(`${failure} (${error.message})`)));
    child.on("close", (code) => {
      if (code === 0) return resolve();
      say(output.trim().split("\n").slice(-15).join("\n"));
      const reason = /ENOSPC|no space left/i.test(output) ? "There is no space left on the disk." : failure;
      reject(new Stop(reason));
    });
  });
}

async function install() {
  if (isInstalled()) return;
  await step(
    "Installing packages. The first time this takes about a minute.",
    "The packages could not be installed: is the package registry reachable from here?",
    "npm",
    ["ci", "--include=dev", "--no-audit", "--no-fund"],
    { shell: process.platform === "win32" },
  );
}

async function build() {
  const hash = hashOf(SOURCES, [GENERATED]);
  if (isCurrent(STAMP, hash)) return;
  await step(
    "Building.",
    "The application could not be built.",
    process.execPath,
    ["node_modules/@remix-run/dev/dist/cli.js", "vite:build", "--logLevel", "warn"],
    { env: { ...process.env, NODE_ENV: "production" } },
  );
  markCurrent(STAMP, hash);
}

async function loadDevelopmentBuild() {
  const { createServer } = await import("vite");
  const vite = await createServer({ server: { middlewareMode: true }, appType: "custom" });
  return { vite, build: await vite.ssrLoadModule("virtual:remix/server-build") };
}

async function run(command, argv) {
  checkNode();
  process.chdir(dirname(fileURLToPath(import.meta.url)));
  const serving = command === "serve" || command === "dev";
  if (serving) checkNotRunning();
  process.env.NODE_ENV = process.env.NODE_ENV || (command === "dev" ? "development" : "production");
  // A worker is forked by a server that has prepared everything.
  const prepare = command === "worker" ? () => {} : withLock;
  await prepare(async () => {
    await install();
    await step("", "The database client could not be made.", process.execPath, ["scripts/prepare.mjs"]);
    if (command !== "dev") await build();
  });
  if (command === "build") return;
  const loaded =
    command === "dev"
      ? await loadDevelopmentBuild()
      : { build: await import(pathToFileURL("build/server/index.js").href) };
  await loaded.build.entry.module.main({ ...loaded, command: command === "dev" ? "serve" : command, argv });
}

const [command = "serve", ...argv] = process.argv.slice(2);
run(command, argv).catch((error) => {
  say(
    error instanceof Stop
      ? error.message
      : error.code === "ENOSPC"
        ? "There is no space left on the disk."
        : error.stack,
  );
  process.exit(1);
});
