import { createHash, randomBytes } from "node:crypto";
import { type Adapter, type DatabaseSession, Lucia, TimeSpan } from "lucia";
import { type Actor, anonymous, type Person } from "~/access/actor";
import { now } from "~/platform/clock";
import { db, type Tx } from "~/platform/db/client.server";
import type { Prisma } from "~/platform/db/generated/client";
import { env } from "~/platform/env";
import { isLanguage } from "~/platform/i18n/languages";

const whole = {
  account: {
    include: {
      staffRoles: true,
      totp: { select: { confirmedAt: true } },
      memberships: { include: { organisation: { select: { officialName: true, shortName: true } } } },
    },
  },
} satisfies Prisma.SessionInclude;
type Row = Prisma.SessionGetPayload<{ include: typeof whole }>;

interface NewSession {
  userAgent: string | null;
}
declare module "lucia" {
  interface Register {
    DatabaseSessionAttributes: NewSession;
  }
}

export const sessionCookie = "p2c_session";

// The cookie holds a secret, the database its hash: who reads the table cannot sign in with it.
const idOf = (secret: string) => createHash("sha256").update(secret).digest("base64url");

/** Lucia's view of our table. `read` gets the whole row, so that building the actor needs no second query. */
function adapterOn(tx: Tx, read?: (row: Row) => void): Adapter {
  const plain = (
    row: { expiresAt: Date; accountId: string; userAgent: string | null },
    id: string,
  ): DatabaseSession => ({
    id,
    userId: row.accountId,
    expiresAt: row.expiresAt,
    attributes: { userAgent: row.userAgent },
  });
  return {
    async getSessionAndUser(secret) {
      const row = await tx.session.findUnique({ where: { id: idOf(secret) }, include: whole });
      if (!row) return [null, null];
      read?.(row);
      // Without a user lucia removes the session: suspended and deleted people are out on their next request.
      return [plain(row, secret), row.account.state === "active" ? { id: row.accountId, attributes: {} } : null];
    },
    async getUserSessions(accountId) {
      return (await tx.session.findMany({ where: { accountId } })).map((row) => plain(row, row.id));
    },
    async setSession({ id, userId, expiresAt, attributes }) {
      const at = now();
      await tx.session.create({
        data: {
          id: idOf(id),
          accountId: userId,
          expiresAt,
          createdAt: at,
          lastSeenAt: at,
          userAgent: attributes.userAgent,
        },
      });
    },
    async updateSessionExpiration(secret, expiresAt) {
      await tx.session.updateMany({ where: { id: idOf(secret) }, data: { expiresAt } });
    },
    async deleteSession(secret) {
      await tx.session.deleteMany({ where: { id: idOf(secret) } });
    },
    async deleteUserSessions(accountId) {
      await tx.session.deleteMany({ where: { accountId } });
    },
    async deleteExpiredSessions() {
      await tx.session.deleteMany({ where: { expiresAt: { lte: new Date() } } });
    },
  };
}

// Sessions of staff end sooner; the first letter of the secret says which kind it is. A change of roles ends all sessions of a person.
const lifetimes = { p: new TimeSpan(30, "d"), s: new TimeSpan(12, "h") };
type Kind = keyof typeof lifetimes;
const kindOf = (secret: string): Kind => (secret.startsWith("s.") ? "s" : "p");

const luciaOn = (tx: Tx, kind: Kind, read?: (row: Row) => void) =>
  new Lucia(adapterOn(tx, read), {
    sessionExpiresIn: lifetimes[kind],
    sessionCookie: { name: sessionCookie, attributes: { secure: env.APP_URL.startsWith("https:"), sameSite: "lax" } },
  });

/**
 * Who a request's cookie stands for, and a fresh cookie where the session's expiry moved or the session is gone. The organisation that the
 * request's address names becomes the active one, if it is one of the person's; the guard refuses the request otherwise (R10).
 */
export async function actorOf(
  cookieHeader: string,
  organisationId: string | null = null,
): Promise<{ actor: Actor; setCookie?: string }> {
  const secret = luciaOn(db(), "p").readSessionCookie(cookieHeader);
  if (!secret) return { actor: anonymous };
  let row: Row | undefined;
  const lucia = luciaOn(db(), kindOf(secret), (found) => {
    row = found;
  });
  const { session } = await lucia.validateSession(secret);
  if (!session || !row) return { actor: anonymous, setCookie: lucia.createBlankSessionCookie().serialize() };
  await noteSeen(row);
  const actor = personOf(await actFor(row, organisationId));
  return session.fresh ? { actor, setCookie: lucia.createSessionCookie(secret).serialize() } : { actor };
}

async function noteSeen(row: Row): Promise<void> {
  const at = now();
  if (at.getTime() - row.lastSeenAt.getTime() > 5 * 60_000)
    await db().session.updateMany({ where: { id: row.id }, data: { lastSeenAt: at } });
}

async function actFor(row: Row, organisationId: string | null): Promise<Row> {
  const own = row.account.memberships.some((one) => one.organisationId === organisationId && !one.endedAt);
  if (!own || row.activeOrganisationId === organisationId) return row;
  await db().session.updateMany({ where: { id: row.id }, data: { activeOrganisationId: organisationId } });
  return { ...row, activeOrganisationId: organisationId };
}

function personOf({ account, ...session }: Row): Person {
  const current = account.memberships.filter((membership) => !membership.endedAt);
  const lookBack = new Date(now());
  lookBack.setUTCMonth(lookBack.getUTCMonth() - 24);
  const former = account.memberships.filter((membership) => membership.endedAt && membership.endedAt > lookBack);
  const roles = account.staffRoles.map(({ role }) => role);
  const needsFactor = env.STAFF_SECOND_FACTOR === "required" || Boolean(account.totp?.confirmedAt);
  const owesSecondFactor = roles.length > 0 && needsFactor && !session.secondFactorAt;
  const chosen = current.find(({ organisationId }) => organisationId === session.activeOrganisationId) ?? current[0];
  return {
    kind: "person",
    id: account.id,
    sessionId: session.id,
    name: account.name,
    email: account.email,
    language: isLanguage(account.language) ? account.language : "en",
    timeZone: account.timeZone,
    demo: account.demo,
    staffRoles: owesSecondFactor ? [] : roles,
    owesSecondFactor,
    memberships: current.map(({ organisationId, role, organisation }) => ({
      organisationId,
      organisationName: organisation.shortName ?? organisation.officialName,
      role,
    })),
    formerOrganisationIds: former.map(({ organisationId }) => organisationId),
    activeOrganisationId: chosen?.organisationId ?? null,
  };
}

interface Opening {
  accountId: string;
  staff: boolean;
  userAgent: string | null;
  /** The session it takes the place of. */
  replaces?: string;
  /** What an exchanged session hands on. */
  keeps?: { secondFactorAt?: Date | null; activeOrganisationId?: string | null };
}

/** Opens a session in the transaction of whoever signs in. Returns the cookie. */
export async function openSession(tx: Tx, opening: Opening): Promise<string> {
  const { accountId, staff, userAgent, replaces, keeps } = opening;
  if (replaces) await tx.session.deleteMany({ where: { id: replaces } });
  await tx.session.deleteMany({ where: { accountId, expiresAt: { lte: new Date() } } });
  const kind: Kind = staff ? "s" : "p";
  const lucia = luciaOn(tx, kind);
  const secret = `${kind}.${randomBytes(32).toString("base64url")}`;
  await lucia.createSession(accountId, { userAgent: userAgent?.slice(0, 300) ?? null }, { sessionId: secret });
  if (keeps) await tx.session.update({ where: { id: idOf(secret) }, data: keeps });
  return lucia.createSessionCookie(secret).serialize();
}

/** The cookie that takes the session's cookie away. */
export const blankCookie = (): string => luciaOn(db(), "p").createBlankSessionCookie().serialize();
