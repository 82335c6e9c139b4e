import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { migrate } from "~/platform/db/migrate.server";
import { useDatabase } from "../support/database";

const database = useDatabase();

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

function folderOf(migrations: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), "p2c-migrations-"));
  folders.push(folder);
  for (const [name, sql] of Object.entries(migrations)) {
    mkdirSync(join(folder, name));
    writeFileSync(join(folder, name, "migration.sql"), sql);
  }
  return folder;
}

// The clone already holds the application's own migrations; these tests begin without them.
async function forgetMigrations() {
  await database.owner.query(`drop table if exists "_prisma_migrations", fruit, nut`);
}

test("applies each migration once, in order, and records it as Prisma does", async () => {
  await forgetMigrations();
  const folder = folderOf({
    "20260101_fruit": "create table fruit (id int)",
    "20260102_nut": "create table nut (id int)",
  });
  expect((await migrate(database.ownerUrl, folder)).applied).toEqual(["20260101_fruit", "20260102_nut"]);
  expect((await migrate(database.ownerUrl, folder)).applied).toEqual([]);
  const { rows } = await database.owner.query(`select * from "_prisma_migrations" order by migration_name`);
  expect(rows).toHaveLength(2);
  expect(rows[0]).toMatchObject({ migration_name: "20260101_fruit", applied_steps_count: 1, rolled_back_at: null });
  expect(rows[0].checksum).toMatch(/^[0-9a-f]{64}$/);
});

test("several processes may migrate at once", async () => {
  await forgetMigrations();
  const folder = folderOf({ "20260101_fruit": "create table fruit (id int)" });
  const runs = await Promise.all([1, 2, 3].map(() => migrate(database.ownerUrl, folder)));
  expect(runs.flatMap((run) => run.applied)).toEqual(["20260101_fruit"]);
});

test("a migration that fails leaves nothing behind", async () => {
  await forgetMigrations();
  const folder = folderOf({ "20260101_fruit": "create table fruit (id int); select nonsense" });
  await expect(migrate(database.ownerUrl, folder)).rejects.toThrow(
    /20260101_fruit failed and was taken back: .*nonsense/,
  );
  const { rows } = await database.owner.query("select to_regclass('fruit') as fruit");
  expect(rows[0].fruit).toBeNull();
});

test("an applied migration whose text was changed is refused", async () => {
  await forgetMigrations();
  await migrate(database.ownerUrl, folderOf({ "20260101_fruit": "create table fruit (id int)" }));
  const changed = folderOf({ "20260101_fruit": "create table fruit (id bigint)" });
  await expect(migrate(database.ownerUrl, changed)).rejects.toThrow(
    /20260101_fruit was changed after it had been applied/,
  );
});

test("a database with a migration from a newer version is refused", async () => {
  await forgetMigrations();
  await migrate(database.ownerUrl, folderOf({ "20260101_fruit": "create table fruit (id int)" }));
  await expect(migrate(database.ownerUrl, folderOf({}))).rejects.toThrow(/newer than this version/);
});

test("an unreachable database is one sentence without the password", async () => {
  const failure = migrate("postgresql://someone:secret@127.0.0.1:1/p2c");
  await expect(failure).rejects.toThrow(/^The database at 127\.0\.0\.1:1\/p2c cannot be reached: .*\.$/);
  await expect(failure).rejects.not.toThrow(/secret/);
});
