import { now } from "~/platform/clock";
import { db } from "~/platform/db/client.server";
import type { Task } from "~/platform/jobs.server";

const day = 24 * 60 * 60 * 1000;

/**
 * Removes what must not be kept (R33): unconfirmed accounts, receipts and used links after 30 days, addresses
 * of invitations that came to nothing after 90, ended sessions, old counters.
 */
async function sweepAccounts(): Promise<void> {
  const at = now();
  const monthAgo = new Date(at.getTime() - 30 * day);
  const stale = { state: "unconfirmed" as const, createdAt: { lt: monthAgo } };
  await db().$transaction([
    db().emailToken.deleteMany({ where: { OR: [{ account: stale }, { expiresAt: { lt: monthAgo } }] } }),
    db().session.deleteMany({ where: { expiresAt: { lt: at } } }),
    db().account.deleteMany({ where: { ...stale, memberships: { none: {} }, sessions: { none: {} } } }),
    db().invitation.deleteMany({
      where: { state: { not: "accepted" }, expiresAt: { lt: new Date(at.getTime() - 90 * day) } },
    }),
    db().commandReceipt.deleteMany({ where: { at: { lt: monthAgo } } }),
    db().rateLimit.deleteMany({ where: { expire: { lt: BigInt(at.getTime() - day) } } }),
  ]);
}

export const accountJobs: Record<string, Task> = { sweep_accounts: sweepAccounts };
