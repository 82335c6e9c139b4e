import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { configureAudit } from "~/audit/trail.server";
import { asAppRole } from "~/platform/db/app-role.server";
import { configureDatabase, disconnect } from "~/platform/db/client.server";
import { startEmbedded } from "~/platform/db/embedded.server";
import { migrate } from "~/platform/db/migrate.server";
import { env } from "~/platform/env";
import { registerProjections } from "./projections";

const OWNER_WARNING =
  "The role p2c_app cannot be used here: the application works with the rights of the tables' owner, and the database itself " +
  "does not protect the audit trail. Give the owner CREATEROLE and start again.";

/** The database of this process, up to date and ready to use. */
export interface Connection {
  ownerUrl: string;
  appUrl: string;
  /** Set when the application has to work with the rights of the tables' owner (E11). */
  warning?: string;
  announce(address: string): void;
  close(): Promise<void>;
}

/**
 * Opens the database of the settings, embedded or real, applies what is missing and configures everything that needs it.
 * `join` lets a command work beside a running server. Throws StartError with one sentence.
 */
export async function connect({
  join: mayJoin = false,
  say,
}: {
  join?: boolean;
  say: (sentence: string) => void;
}): Promise<Connection> {
  const opened = env.DATABASE_URL ? await openReal(env.DATABASE_URL, say) : await openEmbedded(mayJoin, say);
  configureDatabase({ appUrl: opened.appUrl });
  configureAudit(auditKey());
  registerProjections();
  return {
    ...opened,
    close: async () => {
      await disconnect();
      await opened.close();
    },
  };
}

async function openEmbedded(mayJoin: boolean, say: (sentence: string) => void): Promise<Connection> {
  const database = await startEmbedded({ dataDir: env.DATA_DIR, join: mayJoin, say });
  try {
    await migrate(database.ownerUrl);
  } catch (error) {
    await database.stop();
    throw error;
  }
  const { ownerUrl, appUrl, announce, stop } = database;
  return { ownerUrl, appUrl, announce, close: stop };
}

async function openReal(url: string, say: (sentence: string) => void): Promise<Connection> {
  mkdirSync(env.DATA_DIR, { recursive: true });
  const ownerUrl = env.DATABASE_OWNER_URL ?? url;
  const { appRole } = await migrate(ownerUrl);
  const appUrl = appRole ? await asAppRole(url, ownerUrl) : undefined;
  if (!appUrl) say(OWNER_WARNING);
  return {
    ownerUrl,
    appUrl: appUrl ?? url,
    announce: () => {},
    close: async () => {},
    warning: appUrl ? undefined : OWNER_WARNING,
  };
}

/** The key of the audit chain lies outside the database (E12): AUDIT_KEY, else a file made at the first start. */
function auditKey(): Buffer {
  if (env.AUDIT_KEY) return Buffer.from(env.AUDIT_KEY);
  const file = join(env.DATA_DIR, "audit.key");
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString("hex"), { mode: 0o600, flag: "wx" });
  return Buffer.from(readFileSync(file, "utf8").trim(), "hex");
}

/** Where the newest entry of the audit trail is written down outside the database (E12). */
export const anchorFile = (): string => join(env.DATA_DIR, "audit.head");
