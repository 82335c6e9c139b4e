import { randomUUID } from "node:crypto";
import type { ActorMembership, MemberRole, Person, StaffRole } from "~/access/actor";
import { now } from "~/platform/clock";
import { db } from "~/platform/db/client.server";

let count = 0;

/** A signed-in person with a real, confirmed account. `staffRoles` are granted in the database too. */
export async function makePerson(
  options: Partial<Pick<Person, "name" | "email" | "language" | "staffRoles" | "demo">> = {},
): Promise<Person> {
  count += 1;
  const { staffRoles = [], language = "en", demo = false } = options;
  const account = await db().account.create({
    data: {
      state: "active",
      // A domain of its own: colleagues share one, and that points out likely duplicates (R9).
      email: options.email ?? `person@d${count}-${randomUUID().slice(0, 8)}.example`,
      name: options.name ?? `Person ${count}`,
      language,
      demo,
      emailConfirmedAt: now(),
      createdAt: now(),
      staffRoles: { create: staffRoles.map((role) => ({ role, grantedAt: now() })) },
    },
  });
  return {
    kind: "person",
    id: account.id,
    sessionId: randomUUID(),
    name: account.name,
    email: account.email,
    language,
    timeZone: "UTC",
    demo,
    staffRoles,
    owesSecondFactor: false,
    memberships: [],
    formerOrganisationIds: [],
    activeOrganisationId: null,
  };
}

/** A member of staff with these roles. */
export const makeStaff = (...staffRoles: StaffRole[]): Promise<Person> => makePerson({ staffRoles });

/** The same person as the next request would see them: with the memberships that the database holds now. */
export async function freshPerson(person: Person): Promise<Person> {
  const rows = await db().membership.findMany({ where: { accountId: person.id }, include: { organisation: true } });
  const memberships: ActorMembership[] = rows
    .filter((row) => row.endedAt === null)
    .map((row) => ({
      organisationId: row.organisationId,
      organisationName: row.organisation.officialName,
      role: row.role,
    }));
  return {
    ...person,
    memberships,
    formerOrganisationIds: rows.filter((row) => row.endedAt !== null).map((row) => row.organisationId),
    activeOrganisationId: memberships[0]?.organisationId ?? null,
  };
}

/** Makes `person` belong to an organisation, and answers them as the next request would see them. */
export async function addMembership(person: Person, organisationId: string, role: MemberRole): Promise<Person> {
  await db().membership.create({ data: { organisationId, accountId: person.id, role, startedAt: now() } });
  return freshPerson(person);
}
