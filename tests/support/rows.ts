import { randomUUID } from "node:crypto";
import { now } from "~/platform/clock";
import { db } from "~/platform/db/client.server";
import type { Prisma } from "~/platform/db/generated/client";

/** An organisation's row in any state, without going the way that leads there (E8: for states no command reaches). */
export async function insertOrganisation(data: Partial<Prisma.OrganisationUncheckedCreateInput> = {}) {
  const id = data.id ?? randomUUID();
  return db().organisation.create({
    data: {
      slug: `organisation-${id}`,
      state: "cleared",
      officialName: `Example Organisation ${id.slice(0, 8)}`,
      constituency: "private_sector",
      country: "TUV",
      createdAt: now(),
      ...data,
      id,
    },
  });
}
