import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { start, takePort, temporaryDataDir } from "../support/running-server";

// The first command may have to build, and the starter content takes its time.
const slowly = { timeout: 180_000 };
const here = temporaryDataDir();
const there = temporaryDataDir();
const archive = join(here, "backup.tar.gz");
const attachment = "files/ab/ab000000-0000-4000-8000-000000000001";
let port = 0;
let before: Record<string, string>;
let served: ReturnType<typeof start> | undefined;

beforeAll(async () => {
  const free = await takePort();
  port = free.port;
  await free.release();
});
afterAll(async () => {
  served?.child.kill("SIGINT");
  await served?.ended;
  for (const folder of [here, there]) rmSync(folder, { recursive: true, force: true, maxRetries: 20 });
});

async function serve(dataDir: string, starter: "demo" | "none") {
  served = start({ DATA_DIR: dataDir, PORT: String(port), STARTER: starter });
  for (let tries = 0; tries < 900 && !served.output().includes("Ready at"); tries += 1)
    await new Promise((resolve) => setTimeout(resolve, 100));
  expect(served.output()).toContain("Ready at");
}

async function stop() {
  served?.child.kill("SIGINT");
  await served?.ended;
  served = undefined;
}

/** What a running server holds: rows of every table, the head of the trail, and a sample of the pledges. */
async function contents(dataDir: string): Promise<Record<string, string>> {
  const run = JSON.parse(readFileSync(join(dataDir, "run.json"), "utf8")) as { port: number };
  const [owner = ""] = readFileSync(join(dataDir, "postgres/p2c.secret"), "utf8").split("\n");
  const client = new pg.Client({
    connectionString: `postgresql://p2c_owner:${owner}@127.0.0.1:${run.port}/p2c`,
  });
  await client.connect();
  try {
    const { rows: tables } = await client.query<{ name: string }>(
      "select relname::text as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1",
    );
    const found: Record<string, string> = {};
    for (const { name } of tables) {
      // Written at every start and by jobs, whatever the backup holds.
      if (["sessions", "rate_limits", "_prisma_migrations"].includes(name)) continue;
      const { rows } = await client.query(
        `select count(*) || ' ' || coalesce(md5(string_agg(md5(t::text), '' order by md5(t::text))), '') as sum from "${name}" t`,
      );
      found[name] = rows[0].sum;
    }
    return found;
  } finally {
    await client.end();
  }
}

const command = async (name: string, file: string, dataDir: string) => {
  const process = start({ DATA_DIR: dataDir, PORT: String(port) }, name, file);
  return { code: await process.ended, said: process.output().trim() };
};

test("a backup is made beside a running server", slowly, async () => {
  await serve(here, "demo");
  mkdirSync(join(here, "files/ab"), { recursive: true });
  writeFileSync(join(here, attachment), "an attachment");
  before = await contents(here);
  const { code, said } = await command("backup", archive, here);
  expect(said).toMatch(/tables with \d+ rows, 1 files\.\nKeep the audit key elsewhere/);
  expect(code).toBe(0);
  expect((await command("backup", archive, here)).said, "it replaces nothing").toContain("is there already");
  await stop();
});

test("it is not restored under another audit key", slowly, async () => {
  const { code, said } = await command("restore", archive, there);
  expect(said).toContain("belongs to another audit key");
  expect(code).toBe(1);
});

test("a damaged one changes nothing", slowly, async () => {
  cpSync(join(here, "audit.key"), join(there, "audit.key"));
  const text = gunzipSync(readFileSync(archive));
  const cut = join(here, "cut.tar.gz");
  writeFileSync(cut, readFileSync(archive).subarray(0, 20_000));
  expect((await command("restore", cut, there)).said).toBe("The backup is damaged, or is no backup.");
  const changed = join(here, "changed.tar.gz");
  const place = text.indexOf("P2C-20", text.indexOf("tables/pledges.copy"));
  text.write("P2C-19", place);
  writeFileSync(changed, gzipSync(text));
  expect((await command("restore", changed, there)).said).toMatch(/^The backup is damaged: the table "\w+" is not as/);
  expect(existsSync(join(there, attachment))).toBe(false);
});

test("restored elsewhere, everything is there again: rows, the trail and files", slowly, async () => {
  const { code, said } = await command("restore", archive, there);
  expect(said).toMatch(/^Restored \d+ rows and 1 files\. The audit trail is whole: \d+ entries\.$/);
  expect(code).toBe(0);
  expect(readFileSync(join(there, attachment), "utf8")).toBe("an attachment");
  await serve(there, "none");
  expect(await contents(there)).toEqual(before);
  await stop();
});

test("a database in use is left alone", slowly, async () => {
  expect((await command("restore", archive, there)).said).toContain("The database is in use");
});
