import { describe, expect, test } from "vitest";
import type { Person } from "~/access/actor";
import { createFirstAdministrator, resetFactorOf } from "~/accounts/first-administrator/commands.server";
import { resetPassword } from "~/accounts/password/commands.server";
import {
  confirmRole,
  giveRole,
  rejectRole,
  resetSecondFactor,
  restoreAccount,
  revokeRole,
  suspendAccount,
} from "~/accounts/staff/commands.server";
import { getPerson, listPeople } from "~/accounts/staff/queries.server";
import { db } from "~/platform/db/client.server";
import { Conflict, NotFound, Refused } from "~/platform/errors";
import { makePerson, makeStaff } from "../support/actors";
import { useDatabase } from "../support/database";

useDatabase();

const rolesOf = async (person: Person) =>
  (await db().staffRoleGrant.findMany({ where: { accountId: person.id } })).map(({ role }) => role);

describe("the first administrator", () => {
  test("is made by the command, sets a password by its link, and appoints one other alone", async () => {
    const { secret } = await createFirstAdministrator("root@example.org");
    await resetPassword({ secret, password: "three quiet rivers" });
    const root = await db().account.findUniqueOrThrow({ where: { email: "root@example.org" } });
    expect(root.state).toBe("active");
    const actor = { ...(await makePerson()), id: root.id, staffRoles: ["administrator" as const] };
    const second = await makePerson();
    expect(await giveRole(actor, { accountId: second.id, role: "administrator" })).toBe("granted");
    const third = await makePerson();
    expect(await giveRole(actor, { accountId: third.id, role: "administrator" })).toBe("proposed");
    await expect(createFirstAdministrator("another@example.org")).rejects.toThrow(Conflict);
    await db().staffRoleGrant.deleteMany();
  });
});

describe("staff roles", () => {
  test("a reviewer is appointed by one administrator", async () => {
    const person = await makePerson();
    expect(await giveRole(await makeStaff("administrator"), { accountId: person.id, role: "reviewer" })).toBe(
      "granted",
    );
    expect(await rolesOf(person)).toEqual(["reviewer"]);
  });

  test("an approver needs a second administrator, and the proposer is not the second", async () => {
    const [first, second, person] = [
      await makeStaff("administrator"),
      await makeStaff("administrator"),
      await makePerson(),
    ];
    const wanted = { accountId: person.id, role: "approver" } as const;
    expect(await giveRole(first, wanted)).toBe("proposed");
    expect(await rolesOf(person)).toEqual([]);
    await expect(confirmRole(first, wanted)).rejects.toThrow(Conflict);
    expect((await getPerson(first, person.id, "en")).proposed).toEqual([
      { role: "approver", by: first.name, own: true },
    ]);
    await confirmRole(second, wanted);
    expect(await rolesOf(person)).toEqual(["approver"]);
    await expect(confirmRole(second, wanted)).rejects.toThrow(Conflict);
  });

  test("two administrators who agree at the same instant give the role once", async () => {
    const [first, second, third] = [
      await makeStaff("administrator"),
      await makeStaff("administrator"),
      await makeStaff("administrator"),
    ];
    const person = await makePerson();
    const wanted = { accountId: person.id, role: "administrator" } as const;
    await giveRole(first, wanted);
    const both = await Promise.allSettled([confirmRole(second, wanted), confirmRole(third, wanted)]);
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const granted = await db().auditEvent.count({ where: { event: "account.role_granted", subjectId: person.id } });
    expect(granted).toBe(1);
  });

  test("a proposal can be taken off the table", async () => {
    const [first, second, person] = [
      await makeStaff("administrator"),
      await makeStaff("administrator"),
      await makePerson(),
    ];
    const wanted = { accountId: person.id, role: "approver" } as const;
    await giveRole(first, wanted);
    await rejectRole(second, wanted);
    await expect(confirmRole(second, wanted)).rejects.toThrow(Conflict);
  });

  test("nobody changes their own roles", async () => {
    const actor = await makeStaff("administrator");
    await expect(giveRole(actor, { accountId: actor.id, role: "reviewer" })).rejects.toThrow(Refused);
    await expect(revokeRole(actor, { accountId: actor.id, role: "administrator" })).rejects.toThrow(Refused);
  });

  test("only administrators give roles; the refusal is recorded", async () => {
    const [actor, person] = [await makeStaff("secretariat", "approver"), await makePerson()];
    await expect(giveRole(actor, { accountId: person.id, role: "reviewer" })).rejects.toThrow(Refused);
    expect(await db().auditEvent.count({ where: { event: "access.refused", actorId: actor.id } })).toBe(1);
  });

  test("a role that is taken away signs the person out", async () => {
    const [actor, person] = [await makeStaff("administrator"), await makeStaff("reviewer")];
    const at = new Date();
    await db().session.create({
      data: {
        id: person.id,
        accountId: person.id,
        createdAt: at,
        lastSeenAt: at,
        expiresAt: new Date(at.getTime() + 1e6),
      },
    });
    await revokeRole(actor, { accountId: person.id, role: "reviewer" });
    expect(await rolesOf(person)).toEqual([]);
    expect(await db().session.count({ where: { accountId: person.id } })).toBe(0);
  });

  test("an address that is no id finds nobody", async () => {
    const actor = await makeStaff("administrator");
    await expect(giveRole(actor, { accountId: "nobody", role: "reviewer" })).rejects.toThrow(NotFound);
    await expect(getPerson(actor, "nobody", "en")).rejects.toThrow(NotFound);
  });
});

describe("accounts in the hands of administrators", () => {
  test("are suspended and restored, never one's own", async () => {
    const [actor, person] = [await makeStaff("administrator"), await makePerson()];
    await suspendAccount(actor, person.id, "Asked for by the person");
    expect((await getPerson(actor, person.id, "en")).state).toBe("suspended");
    await expect(suspendAccount(actor, person.id, "again")).rejects.toThrow(Conflict);
    await restoreAccount(actor, person.id);
    expect((await getPerson(actor, person.id, "en")).state).toBe("active");
    await expect(suspendAccount(actor, actor.id, "myself")).rejects.toThrow(Refused);
  });

  test("a lost second factor is reset by another administrator or by the command", async () => {
    const [actor, person] = [await makeStaff("administrator"), await makeStaff("reviewer")];
    const lost = { accountId: person.id, secret: "X", confirmedAt: new Date() };
    await db().totp.create({ data: lost });
    await resetSecondFactor(actor, person.id);
    expect(await db().totp.count({ where: { accountId: person.id } })).toBe(0);
    await db().totp.create({ data: lost });
    await resetFactorOf(person.email);
    expect(await db().totp.count({ where: { accountId: person.id } })).toBe(0);
    await expect(resetFactorOf("nobody@example.org")).rejects.toThrow(NotFound);
  });

  test("are found by name, address and being staff", async () => {
    await makePerson({ name: "Zofia Quux", staffRoles: ["reviewer"] });
    const found = await listPeople({ q: "quux", staffOnly: true, page: 1 }, "en");
    expect(found.people.map(({ name }) => name)).toEqual(["Zofia Quux"]);
    expect((await listPeople({ q: "no such person", staffOnly: false, page: 9 }, "en")).people).toEqual([]);
  });
});
