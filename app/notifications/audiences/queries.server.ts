import type { StaffRole } from "~/access/actor";
import type { Audience } from "~/access/lifecycle";
import { db } from "~/platform/db/client.server";
import type { Account, AuditEvent, Prisma } from "~/platform/db/generated/client";

/** Someone who is told, and whether as staff or as a person of the organisation. */
export interface Recipient {
  account: Account;
  asStaff: boolean;
  /** Whether they belong to the organisation that the event is about. */
  belongs: boolean;
}

const staffAudiences: Partial<Record<Audience, StaffRole>> = {
  reviewers: "reviewer",
  approvers: "approver",
  secretariat: "secretariat",
  administrators: "administrator",
};

/**
 * The people behind the names in `tell`, as they are now: who left, was suspended or lost a role since is not told (E1). Whoever is meant
 * twice is told once, as a person of the organisation first. Staff who belong to the organisation are not told as staff (R11).
 */
export async function listRecipients(
  event: AuditEvent,
  tell: readonly Audience[],
  accountId: string | null,
): Promise<Recipient[]> {
  const found = new Map<string, Recipient>();
  const own = tell.filter((audience) => !isStaffAudience(audience));
  for (const audience of [...own, ...tell.filter(isStaffAudience)]) {
    const asStaff = isStaffAudience(audience);
    const where = await whereOf(audience, event, accountId);
    if (!where) continue;
    const accounts = await db().account.findMany({
      where: { ...where, state: "active" },
      include: { memberships: { where: { endedAt: null } } },
    });
    for (const { memberships, ...account } of accounts) {
      const belongs = memberships.some(({ organisationId }) => organisationId === event.organisationId);
      if (!found.has(account.id)) found.set(account.id, { account, asStaff, belongs });
    }
  }
  return [...found.values()];
}

const isStaffAudience = (audience: Audience) => audience === "assigned_reviewer" || audience in staffAudiences;

async function whereOf(
  audience: Audience,
  event: AuditEvent,
  accountId: string | null,
): Promise<Prisma.AccountWhereInput | null> {
  const { organisationId } = event;
  const outside = organisationId ? { memberships: { none: { organisationId, endedAt: null } } } : {};
  const role = staffAudiences[audience];
  if (role) return { staffRoles: { some: { role } }, id: { not: event.actorId ?? undefined }, ...outside };
  switch (audience) {
    case "organisation_leads":
      return organisationId ? { memberships: { some: { organisationId, endedAt: null, role: "lead" } } } : null;
    case "organisation_people":
      return organisationId ? { memberships: { some: { organisationId, endedAt: null } } } : null;
    case "assigned_reviewer": {
      const assigneeId = await assigneeOf(event);
      return assigneeId ? { id: assigneeId, staffRoles: { some: {} }, ...outside } : null;
    }
    default:
      return accountId ? { id: accountId } : null;
  }
}

async function assigneeOf({ subjectType, subjectId }: AuditEvent): Promise<string | null> {
  if (!subjectId) return null;
  const about =
    subjectType === "pledge"
      ? { pledgeId: subjectId }
      : subjectType === "organisation"
        ? { organisationId: subjectId, kind: "organisation" as const }
        : { id: subjectId };
  const open = await db().case.findFirst({ where: about, orderBy: { openedAt: "desc" }, select: { assigneeId: true } });
  return open?.assigneeId ?? null;
}
