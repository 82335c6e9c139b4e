import type { Actor, Person } from "~/access/actor";
import { address } from "~/addresses";
import { now } from "~/platform/clock";
import { db } from "~/platform/db/client.server";
import { formatDay, formatInstant } from "~/platform/i18n/format";
import type { Language } from "~/platform/i18n/languages";
import { getT } from "~/platform/i18n/translate";
import type { InvitationRow } from "./components/invitation-list";
import { sameAddress, standingOf } from "./model";
import type { InvitationView } from "./pages/invitation";
import { type OpenInvitation, openInvitation } from "./transitions.server";

/** The invitations of an organisation, newest first; for its leads only, who are named in `actor`'s memberships. */
export async function listInvitations(
  organisationId: string,
  lang: Language,
  timeZone: string,
): Promise<InvitationRow[]> {
  const rows = await db().invitation.findMany({
    where: { organisationId },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: 100,
  });
  const t = getT(lang, "invitations");
  const role = getT(lang, "organisations");
  const inviters = await db().account.findMany({ where: { id: { in: rows.map((row) => row.createdBy) } } });
  const at = now();
  return rows.map((row) => {
    const standing = standingOf(row, at);
    const open = row.state === "sent";
    return {
      id: row.id,
      email: row.email,
      role: role(`role.${row.role}`),
      by: inviters.find(({ id }) => id === row.createdBy)?.name ?? "–",
      standing,
      state:
        standing === "sent"
          ? t("state.sent", { until: formatInstant(row.expiresAt, lang, timeZone) })
          : t(`state.${standing}`, { date: formatDay(row.endedAt ?? row.expiresAt, lang) }),
      resendHref: open ? address.invitationAct(lang, row.id, "resending") : null,
      revokeHref: standing === "sent" ? address.invitationAct(lang, row.id, "revocation") : null,
    };
  });
}

/** What the link of an invitation shows to whoever opens it, signed in or not. Changes nothing. Null for a link that does not work. */
export async function getInvitation(actor: Actor, secret: string, lang: Language): Promise<InvitationView | null> {
  const row = await openInvitation(secret);
  if (!row) return null;
  const inviter = await db().account.findUnique({ where: { id: row.createdBy } });
  const { organisation, role, email, expiresAt } = row;
  return {
    secret,
    organisation: organisation.shortName ?? organisation.officialName,
    role,
    email,
    inviter: inviter?.name ?? null,
    until: formatInstant(expiresAt, lang, actor.kind === "person" ? actor.timeZone : "UTC"),
    joinHref: address.askToJoin(lang, organisation.id),
    signInHref: address.signIn(lang, address.invitation(lang, secret)),
    reader: await readerOf(actor, row),
  };
}

async function readerOf(actor: Actor, invitation: OpenInvitation): Promise<InvitationView["reader"]> {
  if (actor.kind !== "person") {
    const account = await db().account.findUnique({
      where: { email: invitation.email },
      include: { _count: { select: { staffRoles: true } } },
    });
    return { kind: account && (account.state !== "unconfirmed" || account._count.staffRoles > 0) ? "known" : "new" };
  }
  if (!sameAddress(actor.email, invitation.email)) return { kind: "other", email: actor.email };
  return { kind: isMember(actor, invitation.organisationId) ? "member" : "invited" };
}

const isMember = (actor: Person, organisationId: string) =>
  actor.memberships.some((membership) => membership.organisationId === organisationId);
