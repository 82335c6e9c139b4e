import { createHash } from "node:crypto";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { pool } from "./db/client.server";
import { TooMany } from "./errors";

/** How many tries in how many seconds. Counted in the database, so that all processes count together. */
const limits = {
  sign_in_address: { points: 10, duration: 15 * 60 },
  sign_in_network: { points: 100, duration: 15 * 60 },
  second_factor: { points: 10, duration: 15 * 60 },
  registration_network: { points: 30, duration: 60 * 60 },
  mail_address: { points: 5, duration: 60 * 60 },
  invitations: { points: 40, duration: 24 * 60 * 60 },
  mail_network: { points: 30, duration: 60 * 60 },
} as const;

export type Limit = keyof typeof limits;

// One limiter for each limit and pool: tests close a pool and open another.
const made = new WeakMap<object, Map<Limit, RateLimiterPostgres>>();

function limiter(name: Limit): RateLimiterPostgres {
  const client = pool();
  const known = made.get(client) ?? new Map<Limit, RateLimiterPostgres>();
  made.set(client, known);
  const existing = known.get(name);
  if (existing) return existing;
  const created = new RateLimiterPostgres({
    storeClient: client,
    storeType: "pool",
    tableName: "rate_limits",
    tableCreated: true,
    keyPrefix: name,
    ...limits[name],
  });
  known.set(name, created);
  return created;
}

// The table holds no addresses of people (R33).
const keyOf = (whose: string) => createHash("sha256").update(whose.trim().toLowerCase()).digest("base64url");

/** Counts one try. Throws `TooMany` with the seconds to wait when there were too many. `message` is what the form then says. */
export async function countTry(name: Limit, whose: string, message?: string): Promise<void> {
  try {
    await limiter(name).consume(keyOf(whose));
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error;
    throw new TooMany(Math.max(1, Math.ceil(error.msBeforeNext / 1000)), message);
  }
}

/** Forgets the tries: the person proved who they are. */
export async function forgetTries(name: Limit, whose: string): Promise<void> {
  await limiter(name).delete(keyOf(whose));
}
