import { createHash, randomBytes } from "node:crypto";
import { now } from "~/platform/clock";
import { db, type Tx } from "~/platform/db/client.server";
import type { EmailToken } from "~/platform/db/generated/client";
import { Conflict } from "~/platform/errors";

type LinkKind = EmailToken["kind"];

const hour = 60 * 60 * 1000;
/** How long the link of a mail works. */
const lifetimes: Record<LinkKind, number> = {
  confirm: 48 * hour,
  reset: 2 * hour,
  change_email: 48 * hour,
  undo_change_email: 72 * hour,
  first_administrator: 48 * hour,
};

const hashOf = (secret: string) => createHash("sha256").update(secret).digest("base64url");

/**
 * Makes the secret of a link, of which only the hash is kept. Earlier links of the same kind stop working, except those that undo: each
 * change stays undoable for its 72 hours.
 */
export async function makeLink(
  tx: Tx,
  { kind, accountId, email }: { kind: LinkKind; accountId: string; email?: string },
): Promise<string> {
  const at = now();
  if (kind !== "undo_change_email")
    await tx.emailToken.updateMany({ where: { kind, accountId, usedAt: null }, data: { usedAt: at } });
  const secret = randomBytes(32).toString("base64url");
  const expiresAt = new Date(at.getTime() + lifetimes[kind]);
  await tx.emailToken.create({ data: { hash: hashOf(secret), kind, accountId, email, expiresAt, createdAt: at } });
  return secret;
}

/** The link that `secret` opens, if it still works. Reading it changes nothing: mail scanners open links. */
export async function openLink(secret: string, kinds: readonly LinkKind[], tx: Tx = db()): Promise<EmailToken | null> {
  const link = await tx.emailToken.findUnique({ where: { hash: hashOf(secret) } });
  return link && kinds.includes(link.kind) && !link.usedAt && link.expiresAt > now() ? link : null;
}

/** Uses a link up. Throws `Conflict` if it does not work, or no longer; of two at the same instant one succeeds. */
export async function spendLink(tx: Tx, secret: string, kinds: readonly LinkKind[]): Promise<EmailToken> {
  const link = await openLink(secret, kinds, tx);
  const used = await tx.emailToken.updateMany({
    where: { hash: hashOf(secret), usedAt: null },
    data: { usedAt: now() },
  });
  if (!link || used.count !== 1) throw new Conflict("accounts:error.link");
  return link;
}
