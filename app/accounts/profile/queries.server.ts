import type { Person } from "~/access/actor";
import { can } from "~/access/policy";
import { db } from "~/platform/db/client.server";
import { Refused } from "~/platform/errors";
import { formatDay, formatInstant } from "~/platform/i18n/format";
import type { Language } from "~/platform/i18n/languages";
import { PRIVACY_VERSION, TERMS_VERSION } from "~/reference/legal";

export interface MeView {
  name: string;
  email: string;
  language: Language;
  timeZone: string;
  staff: boolean;
  factorSince: string | null;
  sessions: number;
  activeOrganisation: string | null;
  /** The terms or the privacy notice changed since this person accepted them (R33). */
  mustAccept: boolean;
}

/** The front page of one's own account. */
export async function getMe(actor: Person, lang: Language): Promise<MeView> {
  const account = await db().account.findUniqueOrThrow({
    where: { id: actor.id },
    include: { totp: true, _count: { select: { sessions: true, staffRoles: true } } },
  });
  const active = actor.memberships.find(({ organisationId }) => organisationId === actor.activeOrganisationId);
  return {
    name: account.name,
    email: account.email,
    language: actor.language,
    timeZone: account.timeZone,
    staff: account._count.staffRoles > 0,
    factorSince: account.totp?.confirmedAt ? formatDay(account.totp.confirmedAt, lang) : null,
    sessions: account._count.sessions,
    activeOrganisation: active?.organisationName ?? null,
    mustAccept: account.termsVersion !== TERMS_VERSION || account.privacyVersion !== PRIVACY_VERSION,
  };
}

export interface SessionsView {
  sessions: { id: string; device: string | null; since: string; seen: string; present: boolean }[];
}

/** Where a person is signed in, the present session first. */
export async function listSessions(actor: Person, lang: Language): Promise<SessionsView> {
  const rows = await db().session.findMany({
    where: { accountId: actor.id, expiresAt: { gt: new Date() } },
    orderBy: { lastSeenAt: "desc" },
  });
  const sessions = rows.map((row) => ({
    id: row.id,
    device: deviceOf(row.userAgent),
    since: formatInstant(row.createdAt, lang, actor.timeZone),
    seen: formatInstant(row.lastSeenAt, lang, actor.timeZone),
    present: row.id === actor.sessionId,
  }));
  return { sessions: [...sessions.filter(({ present }) => present), ...sessions.filter(({ present }) => !present)] };
}

/** "Firefox, Windows" out of what a browser says of itself. */
export function deviceOf(userAgent: string | null): string | null {
  if (!userAgent) return null;
  const first = (names: [RegExp, string][]) => names.find(([pattern]) => pattern.test(userAgent))?.[1];
  const browser = first([
    [/Edg\//, "Edge"],
    [/OPR\//, "Opera"],
    [/Firefox\/|FxiOS/, "Firefox"],
    [/Chrome\/|CriOS/, "Chrome"],
    [/Safari\//, "Safari"],
  ]);
  const system = first([
    [/iPhone|iPad/, "iOS"],
    [/Android/, "Android"],
    [/Windows/, "Windows"],
    [/Mac OS X/, "macOS"],
    [/Linux/, "Linux"],
  ]);
  return [browser, system].filter(Boolean).join(", ") || null;
}

/** Everything that is kept about a person, for them to take away (R33). Throws `Refused` while a second factor is owed. */
export async function getMyData(actor: Person): Promise<Record<string, unknown>> {
  if (actor.owesSecondFactor || !can(actor, "account.read_own", { accountId: actor.id }))
    throw new Refused("account.read_own");
  const whose = { where: { accountId: actor.id } };
  const account = await db().account.findUniqueOrThrow({ where: { id: actor.id }, omit: { passwordHash: true } });
  const [sessions, memberships, invitations, roles, mails, trail] = await Promise.all([
    db().session.findMany({ ...whose, omit: { id: true } }),
    db().membership.findMany({ ...whose, include: { organisation: { select: { officialName: true, slug: true } } } }),
    db().invitation.findMany({
      where: { OR: [{ accountId: actor.id }, { email: actor.email }] },
      omit: { hash: true },
    }),
    db().staffRoleGrant.findMany(whose),
    db().mail.findMany({ ...whose, select: { subject: true, recipient: true, createdAt: true, sentAt: true } }),
    db().auditEvent.findMany({
      where: { OR: [{ actorId: actor.id }, { subjectType: "account", subjectId: actor.id }] },
      select: { seq: true, at: true, event: true, subjectType: true, subjectId: true },
      orderBy: { seq: "asc" },
    }),
  ]);
  return {
    account,
    sessions,
    memberships,
    invitations,
    staff_roles: roles,
    mails,
    trail: trail.map((row) => ({ ...row, seq: Number(row.seq) })),
  };
}
