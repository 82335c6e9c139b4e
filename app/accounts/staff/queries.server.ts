import type { Person, StaffRole } from "~/access/actor";
import { db } from "~/platform/db/client.server";
import type { Prisma } from "~/platform/db/generated/client";
import { found } from "~/platform/errors";
import { formatDay } from "~/platform/i18n/format";
import type { Language } from "~/platform/i18n/languages";

export const PEOPLE_ON_A_PAGE = 50;

export interface PeopleView {
  q: string;
  staffOnly: boolean;
  total: number;
  page: number;
  pages: number;
  people: {
    id: string;
    name: string;
    email: string;
    demo: boolean;
    state: "unconfirmed" | "active" | "suspended" | "deleted";
    roles: StaffRole[];
    organisations: string[];
    since: string;
  }[];
}

const everything = {
  staffRoles: true,
  proposedRoles: true,
  totp: { select: { confirmedAt: true } },
  memberships: { where: { endedAt: null }, include: { organisation: true } },
} satisfies Prisma.AccountInclude;

/** People by name, for administrators. `page` counts from 1. */
export async function listPeople(
  { q, staffOnly, page }: { q: string; staffOnly: boolean; page: number },
  lang: Language,
): Promise<PeopleView> {
  const words = q.trim().slice(0, 200);
  const where: Prisma.AccountWhereInput = {
    state: { not: "deleted" },
    ...(staffOnly ? { OR: [{ staffRoles: { some: {} } }, { proposedRoles: { some: {} } }] } : {}),
    ...(words
      ? {
          AND: [
            {
              OR: [
                { name: { contains: words, mode: "insensitive" } },
                { email: { contains: words, mode: "insensitive" } },
              ],
            },
          ],
        }
      : {}),
  };
  const total = await db().account.count({ where });
  const pages = Math.max(1, Math.ceil(total / PEOPLE_ON_A_PAGE));
  const at = Math.min(Math.max(1, page), pages);
  const rows = await db().account.findMany({
    where,
    include: everything,
    orderBy: [{ name: "asc" }, { id: "asc" }],
    skip: (at - 1) * PEOPLE_ON_A_PAGE,
    take: PEOPLE_ON_A_PAGE,
  });
  return {
    q: words,
    staffOnly,
    total,
    page: at,
    pages,
    people: rows.map((row) => ({
      id: row.id,
      name: row.name,
      email: row.email,
      demo: row.demo,
      state: row.state,
      roles: row.staffRoles.map(({ role }) => role),
      organisations: row.memberships.map(({ organisation }) => organisation.officialName),
      since: formatDay(row.createdAt, lang),
    })),
  };
}

export interface PersonView {
  id: string;
  name: string;
  email: string;
  demo: boolean;
  state: "unconfirmed" | "active" | "suspended" | "deleted";
  since: string;
  own: boolean;
  hasFactor: boolean;
  roles: StaffRole[];
  /** Roles that wait for a second administrator; `own` was proposed by the reader, who cannot agree to it. */
  proposed: { role: StaffRole; by: string; own: boolean }[];
  memberships: { organisation: string; role: "author" | "lead" }[];
}

/** One person, for administrators. Throws `NotFound`. */
export async function getPerson(actor: Person, id: string, lang: Language): Promise<PersonView> {
  const valid = /^[0-9a-f-]{36}$/.test(id);
  const row = found(valid ? await db().account.findUnique({ where: { id }, include: everything }) : null);
  const proposers = await db().account.findMany({
    where: { id: { in: row.proposedRoles.map(({ proposedBy }) => proposedBy) } },
    select: { id: true, name: true },
  });
  const { name, email, demo, state } = row;
  return {
    id,
    name,
    email,
    demo,
    state,
    since: formatDay(row.createdAt, lang),
    own: id === actor.id,
    hasFactor: Boolean(row.totp?.confirmedAt),
    roles: row.staffRoles.map(({ role }) => role),
    proposed: row.proposedRoles.map(({ role, proposedBy }) => ({
      role,
      by: proposers.find((one) => one.id === proposedBy)?.name ?? "",
      own: proposedBy === actor.id,
    })),
    memberships: row.memberships.map(({ organisation, role }) => ({ organisation: organisation.officialName, role })),
  };
}
