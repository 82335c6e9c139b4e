import { randomInt } from "node:crypto";
import type { Person } from "~/access/actor";
import { createDemoAccount } from "~/accounts/registration/commands.server";
import { db } from "~/platform/db/client.server";
import { found } from "~/platform/errors";
import { everyone, type PersonaId, personas } from "./personas";

/** What `.data/demo-accounts.json` holds of one demo account (contract). */
export interface DemoAccountLine {
  role: string;
  email: string;
  password: string;
  organisation: string | null;
}

// Easy to read aloud and to type on a phone; the accounts exist in this installation only.
const password = () => ["demo", ...Array.from({ length: 2 }, () => String(randomInt(1000, 10_000)))].join("-");

/** Opens an account for every persona. */
export async function createPeople(): Promise<DemoAccountLine[]> {
  const lines: DemoAccountLine[] = [];
  for (const { name, email, language, staffRoles, organisation, organisationRole } of everyone) {
    const secret = password();
    await createDemoAccount({ name, email, password: secret, language, staffRoles });
    const role = [...staffRoles, ...(organisationRole ? [organisationRole] : [])].join(" and ") || "newcomer";
    lines.push({ role, email, password: secret, organisation });
  }
  return lines;
}

/** A persona as the next request would see them. */
export async function actAs(id: PersonaId): Promise<Person> {
  const persona = personas[id];
  const account = found(
    await db().account.findUnique({
      where: { email: persona.email },
      include: { staffRoles: true, memberships: { where: { endedAt: null }, include: { organisation: true } } },
    }),
  );
  const memberships = account.memberships.map(({ organisationId, organisation, role }) => ({
    organisationId,
    organisationName: organisation.officialName,
    role,
  }));
  return {
    kind: "person",
    id: account.id,
    sessionId: "starter",
    name: account.name,
    email: account.email,
    language: persona.language,
    timeZone: account.timeZone,
    demo: true,
    staffRoles: account.staffRoles.map(({ role }) => role),
    owesSecondFactor: false,
    memberships,
    formerOrganisationIds: [],
    activeOrganisationId: memberships[0]?.organisationId ?? null,
  };
}
