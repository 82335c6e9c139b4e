import pg from "pg";
import { StartError } from "~/platform/start-error";
import { unreachable } from "./migrate.server";

/** The application's address in the role p2c_app, if that really works; the owner lends the role to another user first. */
export async function asAppRole(url: string, ownerUrl: string): Promise<string | undefined> {
  const address = new URL(url);
  const user = decodeURIComponent(address.username);
  if (user && user !== "p2c_app" && user !== decodeURIComponent(new URL(ownerUrl).username)) {
    await query(ownerUrl, `grant p2c_app to ${pg.escapeIdentifier(user)}`).catch(() => {});
  }
  address.searchParams.set("options", `${address.searchParams.get("options") ?? ""} -c role=p2c_app`.trim());
  try {
    const [row] = await query(address.href, "select current_user as name");
    return row?.name === "p2c_app" ? address.href : undefined;
  } catch (error) {
    if (isRefusedRole(error)) return undefined;
    throw new StartError(unreachable(url, error));
  }
}

// 42501 and 22023: this user may not take the role; 08P01: a pooler in between passes no options on.
function isRefusedRole(error: unknown): boolean {
  return ["42501", "22023", "08P01"].includes(String((error as { code?: string }).code));
}

async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}
