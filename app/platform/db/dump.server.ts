import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { stat } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import pg from "pg";
import { from as copyFrom, to as copyTo } from "pg-copy-streams";
import { StartError } from "~/platform/start-error";
import { unreachable } from "./migrate.server";

/** One table as it was copied out, in PostgreSQL's text format. */
export interface DumpedTable {
  name: string;
  columns: string[];
  rows: number;
  bytes: number;
  sha256: string;
}

/** Everything of a database at one instant; the tables lie as `<name>.copy` in the folder that was given. */
export interface Dump {
  migrations: { name: string; checksum: string }[];
  tables: DumpedTable[];
  sequences: { name: string; last: string }[];
  /** Number and hash of the newest entry of the audit trail. */
  head: { seq: string; hash: string };
}

/** The table of waiting jobs in a dump: graphile-worker's own tables may change, so jobs travel as what was asked for. */
const JOBS = "waiting_jobs";
const JOB_COLUMNS = ["task", "payload", "run_at", "max_attempts", "job_key", "priority"];
const WAITING = `select t.identifier, j.payload, j.run_at, j.max_attempts, j.key, j.priority
  from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id order by j.id`;

/** Copies every table of ours, and the jobs that wait, into `folder`, all as of one instant (E25). As the owner of the tables. */
export async function dumpDatabase(ownerUrl: string, folder: string): Promise<Dump> {
  return await asOwner(ownerUrl, async (client) => {
    await client.query("begin isolation level repeatable read read only");
    const migrations = await appliedMigrations(client);
    const tables: DumpedTable[] = [];
    for (const { name, columns } of await tablesOf(client))
      tables.push(await copyOut(client, folder, name, columns, `copy ${qualified(name, columns)} to stdout`));
    tables.push(await copyOut(client, folder, JOBS, JOB_COLUMNS, `copy (${WAITING}) to stdout`));
    const sequences = await client.query(
      "select sequencename::text as name, last_value::text as last from pg_sequences where schemaname = 'public' and last_value is not null",
    );
    const head = await client.query("select seq::text, encode(hash, 'hex') as hash from audit_head");
    await client.query("commit");
    return { migrations, tables, sequences: sequences.rows, head: head.rows[0] };
  });
}

async function copyOut(client: pg.Client, folder: string, name: string, columns: string[], sql: string) {
  const file = join(folder, `${name}.copy`);
  const hash = createHash("sha256");
  const stream = client.query(copyTo(sql));
  stream.on("data", (chunk: Buffer) => hash.update(chunk));
  await pipeline(stream, createWriteStream(file, { mode: 0o600 }));
  const { size } = await stat(file);
  return { name, columns, rows: stream.rowCount, bytes: size, sha256: hash.digest("hex") };
}

/** Takes in the tables of a dump, one after the other, into a database of the same migrations that holds nothing yet. */
export interface Loading {
  table(name: string, content: AsyncIterable<Uint8Array>): Promise<void>;
}

/**
 * Fills an empty database from a dump in one transaction: `feed` hands over the tables in any order. Triggers are at rest meanwhile, so
 * afterwards every reference between tables is looked at. Throws StartError, and changes nothing, when the database is not empty or of
 * other migrations, a table is missing, damaged or of another number of rows, or a reference leads nowhere.
 */
export async function loadDatabase(ownerUrl: string, dump: Dump, feed: (loading: Loading) => Promise<void>) {
  await asOwner(ownerUrl, async (client) => {
    await requireSameMigrations(client, dump);
    await client.query("begin");
    await requireEmpty(client);
    await restTriggers(client);
    const known = await tablesOf(client);
    // The rows that migrations put in come from the dump.
    for (const { name } of known) await client.query(`delete from ${pg.escapeIdentifier(name)}`);
    await client.query(
      `create temp table ${JOBS} (task text, payload json, run_at timestamptz, max_attempts int, job_key text, priority int)`,
    );
    const awaited = new Map(dump.tables.map((table) => [table.name, table]));
    await feed({
      table: async (name, content) => {
        const table = awaited.get(name);
        if (!table || (name !== JOBS && !known.some((ours) => ours.name === name)))
          throw new StartError(`The backup is damaged: it holds a table "${name}" that it does not list.`);
        awaited.delete(name);
        await copyIn(client, table, content);
      },
    });
    const [missing] = awaited.keys();
    if (missing) throw new StartError(`The backup is damaged: the table "${missing}" is missing.`);
    await requireReferences(client);
    for (const { name, last } of dump.sequences)
      await client.query("select setval($1::regclass, $2)", [pg.escapeIdentifier(name), last]);
    await client.query(
      `select graphile_worker.add_job(task, payload, run_at => run_at, max_attempts => max_attempts, job_key => job_key, priority => priority) from ${JOBS}`,
    );
    await client.query("commit");
  });
}

async function copyIn(client: pg.Client, table: DumpedTable, content: AsyncIterable<Uint8Array>): Promise<void> {
  const hash = createHash("sha256");
  const stream = client.query(copyFrom(`copy ${qualified(table.name, table.columns)} from stdin`));
  await pipeline(
    content,
    async function* (chunks: AsyncIterable<Uint8Array>) {
      for await (const chunk of chunks) {
        hash.update(chunk);
        yield chunk;
      }
    },
    stream,
  );
  if (hash.digest("hex") !== table.sha256 || stream.rowCount !== table.rows)
    throw new StartError(`The backup is damaged: the table "${table.name}" is not as it was written.`);
}

async function asOwner<T>(ownerUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: ownerUrl, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
  } catch (error) {
    throw new StartError(unreachable(ownerUrl, error));
  }
  try {
    return await work(client);
  } finally {
    // Ending the connection takes back a transaction that did not come to its end.
    await client.end();
  }
}

async function tablesOf(client: pg.Client): Promise<{ name: string; columns: string[] }[]> {
  const { rows } = await client.query<{ name: string; columns: string[] }>(
    `select c.relname::text as name, array_agg(a.attname::text order by a.attnum) as columns
       from pg_class c join pg_attribute a on a.attrelid = c.oid
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> '_prisma_migrations'
        and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
      group by c.relname order by c.relname`,
  );
  return rows;
}

async function appliedMigrations(client: pg.Client): Promise<Dump["migrations"]> {
  const { rows } = await client.query<{ name: string; checksum: string }>(
    "select migration_name as name, checksum from _prisma_migrations where finished_at is not null order by migration_name",
  );
  return rows;
}

async function requireSameMigrations(client: pg.Client, dump: Dump): Promise<void> {
  const spell = (migrations: Dump["migrations"]) => migrations.map(({ name, checksum }) => `${name} ${checksum}`);
  const [here, there] = [spell(await appliedMigrations(client)), spell(dump.migrations)];
  if (here.join() === there.join()) return;
  throw new StartError(
    "The backup was made by another version of this application: restore it with that version, then start the newer one.",
  );
}

async function requireEmpty(client: pg.Client): Promise<void> {
  const { rows } = await client.query(
    "select exists (select from accounts) or exists (select from audit_events) or exists (select from pledges) as used",
  );
  if (rows[0]?.used) throw new StartError("The database is in use: a backup is restored into an empty one only.");
}

async function restTriggers(client: pg.Client): Promise<void> {
  try {
    await client.query("set local session_replication_role = replica");
  } catch (error) {
    if ((error as { code?: string }).code !== "42501") throw error;
    throw new StartError(
      "The owner of the tables may not put triggers at rest: grant set on parameter session_replication_role to it, and restore again.",
    );
  }
}

/** While triggers rest PostgreSQL checks no foreign key; a reference that leads nowhere would come to light much later. */
async function requireReferences(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ name: string; sql: string }>(
    `select k.conname as name,
            format('select exists (select from %s child where (%s) is not null and not exists (select from %s parent where %s)) as lost',
              k.conrelid::regclass,
              string_agg(format('child.%I', ca.attname), ', ' order by p.n), k.confrelid::regclass,
              string_agg(format('parent.%I = child.%I', fa.attname, ca.attname), ' and ' order by p.n)) as sql
       from pg_constraint k
       cross join lateral unnest(k.conkey, k.confkey) with ordinality as p (child, parent, n)
       join pg_attribute ca on ca.attrelid = k.conrelid and ca.attnum = p.child
       join pg_attribute fa on fa.attrelid = k.confrelid and fa.attnum = p.parent
      where k.contype = 'f' and k.connamespace = 'public'::regnamespace
      group by k.oid, k.conname, k.conrelid, k.confrelid`,
  );
  for (const { name, sql } of rows) {
    const { rows: found } = await client.query(sql);
    if (found[0]?.lost) throw new StartError(`The backup is damaged: ${name} leads to a row that is not in it.`);
  }
}

const qualified = (table: string, columns: string[]) =>
  `${pg.escapeIdentifier(table)} (${columns.map((column) => pg.escapeIdentifier(column)).join(", ")})`;
