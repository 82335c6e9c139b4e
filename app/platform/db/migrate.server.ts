import { createHash, randomUUID } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Logger, runMigrations as runWorkerMigrations } from "graphile-worker";
import pg from "pg";
import { StartError } from "~/platform/start-error";

// The lock and the table are Prisma's own, so that `prisma migrate deploy` and this runner agree and exclude each other.
const PRISMA_LOCK = 72707369;
const TABLE = `create table if not exists "_prisma_migrations" (
  "id" varchar(36) primary key not null,
  "checksum" varchar(64) not null,
  "finished_at" timestamptz,
  "migration_name" varchar(255) not null,
  "logs" text,
  "rolled_back_at" timestamptz,
  "started_at" timestamptz not null default now(),
  "applied_steps_count" integer not null default 0
)`;

const silent = new Logger(() => () => {});

interface Migration {
  name: string;
  sql: string;
  checksum: string;
}

/** What a start must know about the database it just brought up to date. */
export interface Migrated {
  applied: string[];
  /** Whether the role p2c_app exists and this owner may hand work to it (E11). */
  appRole: boolean;
}

/**
 * Brings a database up to date as its owner: the role p2c_app, graphile-worker's tables, then each of our migrations in a
 * transaction of its own. Safe to run from several processes at once. Throws StartError when the database cannot be reached,
 * an applied migration was changed or is unknown here, or a migration fails; a failed one leaves nothing behind.
 */
export async function migrate(ownerUrl: string, folder = "prisma/migrations"): Promise<Migrated> {
  const client = new pg.Client({ connectionString: ownerUrl, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
  } catch (error) {
    throw new StartError(unreachable(ownerUrl, error));
  }
  try {
    await client.query("select pg_advisory_lock($1)", [PRISMA_LOCK]);
    const appRole = await ensureAppRole(client);
    await runWorkerMigrations({ connectionString: ownerUrl, schema: "graphile_worker", logger: silent });
    const applied = await applyPending(client, readMigrations(folder));
    return { applied, appRole };
  } finally {
    await client.end();
  }
}

/** The sentence for a database that does not answer; never shows the password. */
export function unreachable(url: string, error: unknown): string {
  const place = URL.canParse(url) ? `${new URL(url).host}${new URL(url).pathname}` : "the given address";
  const { message, code } = error as NodeJS.ErrnoException;
  return `The database at ${place} cannot be reached: ${message || code || "it does not answer"}.`;
}

async function ensureAppRole(client: pg.Client): Promise<boolean> {
  try {
    const role = await client.query("select from pg_roles where rolname = 'p2c_app'");
    if (role.rowCount === 0) await client.query("create role p2c_app nologin");
    const member = await client.query("select pg_has_role(current_user, 'p2c_app', 'set') as may");
    if (!member.rows[0]?.may) await client.query("grant p2c_app to current_user");
    return true;
  } catch (error) {
    // 42501: this owner may not create roles; 42710: another start was quicker.
    const { code } = error as { code?: string };
    if (code === "42710") return ensureAppRole(client);
    if (code === "42501") return false;
    throw error;
  }
}

function readMigrations(folder: string): Migration[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => existsSync(join(folder, name, "migration.sql")))
    .sort()
    .map((name) => {
      const sql = readFileSync(join(folder, name, "migration.sql"));
      return { name, sql: sql.toString("utf8"), checksum: createHash("sha256").update(sql).digest("hex") };
    });
}

async function applyPending(client: pg.Client, migrations: Migration[]): Promise<string[]> {
  await client.query(TABLE);
  const known = await client.query<{ migration_name: string; checksum: string }>(
    `select migration_name, checksum from "_prisma_migrations" where finished_at is not null and rolled_back_at is null`,
  );
  const applied = new Map(known.rows.map((row) => [row.migration_name, row.checksum]));
  for (const name of applied.keys()) {
    if (migrations.some((migration) => migration.name === name)) continue;
    throw new StartError(
      `The database is newer than this version: it has the migration ${name}, which is unknown here.`,
    );
  }
  const fresh: string[] = [];
  for (const migration of migrations) {
    const checksum = applied.get(migration.name);
    if (checksum === undefined) {
      await apply(client, migration);
      fresh.push(migration.name);
    } else if (checksum !== migration.checksum) {
      throw new StartError(`The migration ${migration.name} was changed after it had been applied: restore its text.`);
    }
  }
  return fresh;
}

async function apply(client: pg.Client, { name, sql, checksum }: Migration): Promise<void> {
  try {
    await client.query("begin");
    await client.query(sql);
    await client.query(
      `insert into "_prisma_migrations" (id, checksum, migration_name, finished_at, applied_steps_count) values ($1, $2, $3, now(), 1)`,
      [randomUUID(), checksum, name],
    );
    await client.query("commit");
  } catch (error) {
    await client.query("rollback");
    throw new StartError(`The migration ${name} failed and was taken back: ${(error as Error).message}.`);
  }
}
