import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { type Prisma, PrismaClient } from "./generated/client";

/** A transaction, or the plain client: what every query and write takes first. */
export type Tx = Prisma.TransactionClient;

interface Connections {
  prisma: PrismaClient;
  pool: pg.Pool;
  appUrl: string;
}

let connections: Connections | undefined;

/** Opens the one pool of this process (E9). Called once by `server` and by the test support, before anything reads or writes. */
export function configureDatabase({ appUrl, max = 10 }: { appUrl: string; max?: number }): void {
  const pool = new pg.Pool({ connectionString: appUrl, max, connectionTimeoutMillis: 5_000 });
  // An idle connection that breaks is replaced by the pool; without a listener Node would end the process.
  pool.on("error", () => {});
  const transactionOptions = { maxWait: 5_000, timeout: 10_000 };
  connections = { pool, prisma: new PrismaClient({ adapter: new PrismaPg(pool), transactionOptions }), appUrl };
}

/** Closes the pool; safe to call twice. */
export async function disconnect(): Promise<void> {
  const open = connections;
  connections = undefined;
  await open?.prisma.$disconnect();
  if (open && !open.pool.ended) await open.pool.end();
}

function configured(): Connections {
  if (!connections) throw new Error("configureDatabase was not called");
  return connections;
}

/** The Prisma client for private reads; writes go through `command()`. */
export const db = (): PrismaClient => configured().prisma;

/** The pg pool for raw reads of the public read model. */
export const pool = (): pg.Pool => configured().pool;

/** A client of its own for LISTEN; the caller ends it. */
export const listener = (): pg.Client => new pg.Client({ connectionString: configured().appUrl });
