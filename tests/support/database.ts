import { randomBytes } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, inject } from "vitest";
import { configureAudit } from "~/audit/trail.server";
import { configureDatabase, disconnect } from "~/platform/db/client.server";

/** The database of one test file. `owner` may do everything; the application's own connections go through p2c_app. */
export interface TestDatabase {
  ownerUrl: string;
  appUrl: string;
  owner: pg.Pool;
}

/**
 * Gives a test file a database of its own: a clone of the migrated template, dropped when the file ends (E8).
 * Call it once at the top of the file; the answer is filled in before the first test.
 */
export function useDatabase(): TestDatabase {
  const cluster = inject("cluster");
  const name = `test_${randomBytes(6).toString("hex")}`;
  const ownerUrl = inDatabase(cluster.ownerUrl, name);
  const database = {
    ownerUrl,
    appUrl: inDatabase(cluster.appUrl, name),
    owner: new pg.Pool({ connectionString: ownerUrl, max: 4 }),
  };

  beforeAll(async () => {
    await inCluster(cluster.ownerUrl, `create database ${name} template p2c`);
    configureDatabase({ appUrl: database.appUrl });
    configureAudit(Buffer.from("a key for tests"));
  });
  afterAll(async () => {
    await disconnect();
    await database.owner.end();
    await inCluster(cluster.ownerUrl, `drop database if exists ${name} with (force)`);
  });
  return database;
}

function inDatabase(url: string, name: string): string {
  const address = new URL(url);
  address.pathname = `/${name}`;
  return address.href;
}

async function inCluster(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: inDatabase(url, "postgres") });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
