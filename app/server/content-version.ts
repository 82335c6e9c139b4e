import { today } from "~/platform/clock";
import { listener, pool } from "~/platform/db/client.server";
import { log } from "~/platform/log.server";
import type { PageCache } from "./page-cache";

/** Time changes pages: what was rendered yesterday is stale at 00:00 UTC (R30). */
const versionToday = (n: string): string => `${n} ${today()}`;

/**
 * Keeps `cache` at the database's content version: told by NOTIFY, asked every 500 ms as a net. While neither can be trusted the cache
 * serves nothing (E13). Returns how to stop.
 */
export async function followContentVersion(cache: PageCache): Promise<() => Promise<void>> {
  let stopped = false;
  let client = listener();
  let listening = false;

  async function read(): Promise<void> {
    const { rows } = await pool().query<{ n: string }>("SELECT n::text FROM content_version WHERE id = 1");
    cache.setVersion(rows[0] ? versionToday(rows[0].n) : null);
  }

  async function connect(): Promise<void> {
    client = listener();
    client.on("notification", ({ payload }) => cache.setVersion(payload ? versionToday(payload) : null));
    client.on("error", () => {
      listening = false;
    });
    client.on("end", () => {
      listening = false;
    });
    await client.connect();
    await client.query("LISTEN content_version");
    listening = true;
  }

  async function poll(): Promise<void> {
    if (stopped) return;
    try {
      if (!listening) await connect();
      await read();
    } catch (error) {
      cache.setVersion(null);
      if (!stopped) log.warn({ err: error }, "content version unknown: nothing is served from the cache");
    }
    if (!stopped) timer = setTimeout(poll, 500);
  }
  let timer: NodeJS.Timeout | undefined;
  await poll();
  return async () => {
    stopped = true;
    clearTimeout(timer);
    await client.end().catch(() => {});
  };
}
