import type { Actor } from "~/access/actor";

declare module "@remix-run/server-runtime" {
  interface AppLoadContext {
    /** Who is asking; absent for public pages, which are the same for everyone. */
    actor?: Actor;
    /** Set by `handleError` when the database could not be asked: `server` then answers 503. */
    unavailable?: boolean;
    /** Address of the enhancement script. */
    script: string;
    /** The asker's network address, for rate limits only. */
    ip: string;
  }
}
