import { beforeAll, describe, expect, test } from "vitest";
import { db } from "~/platform/db/client.server";
import { useDatabase } from "../support/database";

const database = useDatabase();
const at = new Date("2026-11-22T09:00:00Z");

async function pledgeWith(reference: string): Promise<string> {
  const organisation = await db().organisation.upsert({
    where: { slug: "keeper" },
    create: { slug: "keeper", state: "cleared", officialName: "Keeper", constituency: "civil_society", createdAt: at },
    update: {},
  });
  const pledge = await db().pledge.create({ data: { organisationId: organisation.id, createdAt: at } });
  await db().pledgeReference.create({ data: { reference, pledgeId: pledge.id, givenAt: at } });
  await db().pledge.update({ where: { id: pledge.id }, data: { reference } });
  return pledge.id;
}

describe("the database never lets a reference be used again (R6)", () => {
  let pledgeId = "";
  beforeAll(async () => {
    pledgeId = await pledgeWith("P2C-2026-00901");
  });

  test("of twenty writers at once who want one reference, one has it", async () => {
    const tries = await Promise.allSettled(Array.from({ length: 20 }, () => pledgeWith("P2C-2026-00902")));
    expect(tries.filter((one) => one.status === "fulfilled")).toHaveLength(1);
  });

  test("a pledge keeps its reference, and cannot be removed with it", async () => {
    await pledgeWith("P2C-2026-00903");
    await expect(
      db().pledge.update({ where: { id: pledgeId }, data: { reference: "P2C-2026-00903" } }),
    ).rejects.toThrow();
    await expect(db().pledge.update({ where: { id: pledgeId }, data: { reference: null } })).rejects.toThrow(
      /keeps its reference/,
    );
    await expect(db().pledge.delete({ where: { id: pledgeId } })).rejects.toThrow(/keeps its reference/);
  });

  test("given references are not changed or forgotten, not even by the owner of the tables", async () => {
    for (const statement of [
      "UPDATE pledge_references SET reference = 'P2C-2026-00999' WHERE reference = 'P2C-2026-00901'",
      "DELETE FROM pledge_references WHERE reference = 'P2C-2026-00901'",
      "TRUNCATE pledge_references CASCADE",
    ])
      await expect(database.owner.query(statement)).rejects.toThrow(/append-only/);
  });
});
