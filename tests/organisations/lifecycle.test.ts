import { describe, expect, test } from "vitest";
import type { Person } from "~/access/actor";
import { command } from "~/access/command.server";
import type { Transition } from "~/access/lifecycle";
import { type Permission, policy } from "~/access/policy";
import { type OrganisationMove, organisationLife, organisationStates } from "~/organisations/lifecycle";
import { type MoveOptions, moveOrganisation } from "~/organisations/transitions.server";
import { setClock } from "~/platform/clock";
import { db } from "~/platform/db/client.server";
import { OrganisationState } from "~/platform/db/generated/enums";
import { Conflict, Invalid, Refused } from "~/platform/errors";
import { languages } from "~/platform/i18n/languages";
import { addMembership, makePerson, makeStaff } from "../support/actors";
import { useDatabase } from "../support/database";
import { insertOrganisation } from "../support/rows";

useDatabase();

const moves = Object.keys(organisationLife) as OrganisationMove[];
const row = (move: OrganisationMove): Transition<OrganisationState> => organisationLife[move];

/** The move as a command of its own, the way due diligence makes it. */
const make = (actor: Person, id: string, move: OrganisationMove, options: MoveOptions = {}) =>
  command({ actor, name: row(move).permission }, (run) =>
    moveOrganisation(run, id, move, { reason: "Because of the reasons given.", ...options }),
  );

/** Someone whose role allows the move, with a role in the organisation where the table asks for one. */
async function someoneWho(permission: Permission, organisationId: string): Promise<Person> {
  const roles: readonly string[] = policy[permission].roles;
  if (roles.includes("lead")) return addMembership(await makePerson(), organisationId, "lead");
  return makeStaff(roles.includes("approver") ? "approver" : "reviewer");
}

describe("the life of an organisation", () => {
  test("table, database and words know the same states and moves", async () => {
    expect([...organisationStates].sort()).toEqual(Object.values(OrganisationState).sort());
    for (const lang of languages) {
      const words = (await import(`../../locales/${lang}/organisations.json`)).default;
      expect(Object.keys(words.state).sort(), lang).toEqual([...organisationStates].sort());
      expect(Object.keys(words.move).sort(), lang).toEqual([...moves].sort());
    }
  });

  for (const state of organisationStates)
    for (const move of moves)
      test(`${state} × ${move}: ${row(move).from.includes(state) ? "moves" : "is refused"}`, async () => {
        const { id } = await insertOrganisation({ state, stateBeforeSuspension: "cleared" });
        const actor = await someoneWho(row(move).permission, id);
        const attempt = make(actor, id, move);
        if (!row(move).from.includes(state)) {
          await expect(attempt).rejects.toThrow(Conflict);
          const after = await db().organisation.findUniqueOrThrow({ where: { id } });
          expect([after.state, after.version]).toEqual([state, 0]);
          return;
        }
        const expected = row(move).to === "before_suspension" ? "cleared" : row(move).to;
        expect(await attempt).toBe(expected);
        const after = await db().organisation.findUniqueOrThrow({ where: { id } });
        expect([after.state, after.version]).toEqual([expected, 1]);
        const events = await db().auditEvent.findMany({ where: { subjectId: id } });
        expect(events.map((event) => [event.event, event.actorId])).toEqual([[row(move).event, actor.id]]);
      });
});

describe("what a move checks", () => {
  test("nobody without a role, and no member of the organisation who is staff, reviews it (R11)", async () => {
    const { id } = await insertOrganisation({ state: "registered" });
    await expect(make(await makePerson(), id, "take")).rejects.toThrow(Refused);
    await expect(make(await makeStaff("secretariat"), id, "take")).rejects.toThrow(Refused);
    const insider = await addMembership(await makeStaff("reviewer"), id, "author");
    await expect(make(insider, id, "take")).rejects.toThrow(Refused);
    const former = { ...insider, memberships: [], formerOrganisationIds: [id] };
    await expect(make(former, id, "take")).rejects.toThrow(Refused);
    // Insider and former member are the same account: within a minute one entry is enough.
    expect(await db().auditEvent.count({ where: { event: "access.refused", organisationId: id } })).toBe(1);
  });

  test("whoever reviewed does not decide, nor does who declared a conflict (R11)", async () => {
    const { id } = await insertOrganisation({ state: "recommended" });
    const approver = await makeStaff("approver");
    await expect(make(approver, id, "clear", { subject: { reviewerIds: [approver.id] } })).rejects.toThrow(Refused);
    await expect(make(approver, id, "clear", { subject: { declaredConflicts: [approver.id] } })).rejects.toThrow(
      Refused,
    );
  });

  test("clearing lasts 24 months, to the last day of a shorter month", async () => {
    setClock(new Date("2026-02-28T12:00:00Z"));
    const { id } = await insertOrganisation({ state: "recommended" });
    await make(await makeStaff("approver"), id, "clear");
    const cleared = await db().organisation.findUniqueOrThrow({ where: { id } });
    setClock(null);
    expect(cleared.clearedOn?.toISOString()).toBe("2026-02-28T00:00:00.000Z");
    expect(cleared.clearedUntil?.toISOString()).toBe("2028-02-28T00:00:00.000Z");
  });

  test("a suspension is decided by another approver, and gives back the state before (R2)", async () => {
    const { id } = await insertOrganisation({ state: "cleared" });
    const suspender = await makeStaff("approver");
    await make(suspender, id, "suspend", { publicReason: "Under review." });
    await expect(make(suspender, id, "restore")).rejects.toThrow(Refused);
    await expect(make(suspender, id, "remove")).rejects.toThrow(Refused);
    expect(await make(await makeStaff("approver"), id, "restore")).toBe("cleared");
  });

  test("a reason that is missing, or blank, is asked for", async () => {
    const { id } = await insertOrganisation({ state: "recommended" });
    await expect(make(await makeStaff("approver"), id, "decline", { reason: "   " })).rejects.toThrow(Invalid);
  });

  test("of two who decide at once, one is told that it changed", async () => {
    const { id } = await insertOrganisation({ state: "recommended" });
    const [one, two] = await Promise.all([makeStaff("approver"), makeStaff("approver")]);
    const answers = await Promise.allSettled([make(one, id, "clear"), make(two, id, "decline")]);
    expect(answers.map((answer) => answer.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(answers.find((answer) => answer.status === "rejected")).toMatchObject({ reason: expect.any(Conflict) });
  });

  test("a version that somebody else moved on is a conflict", async () => {
    const { id } = await insertOrganisation({ state: "registered", version: 4 });
    await expect(make(await makeStaff("reviewer"), id, "take", { expectedVersion: 3 })).rejects.toThrow(Conflict);
  });

  test("one appeal, within 60 days, by the organisation's lead (R12)", async () => {
    const { id } = await insertOrganisation({ state: "recommended" });
    const lead = await addMembership(await makePerson(), id, "lead");
    const author = await addMembership(await makePerson(), id, "author");
    setClock(new Date("2026-03-01T08:00:00Z"));
    await make(await makeStaff("approver"), id, "decline");
    await expect(make(author, id, "appeal")).rejects.toThrow(Refused);
    setClock(new Date("2026-05-15T08:00:00Z"));
    await expect(make(lead, id, "appeal")).rejects.toThrow(/appeal_too_late/);
    setClock(new Date("2026-04-15T08:00:00Z"));
    expect(await make(lead, id, "appeal")).toBe("in_review");
    await make(await makeStaff("reviewer"), id, "recommend");
    await make(await makeStaff("approver"), id, "decline");
    await expect(make(lead, id, "appeal")).rejects.toThrow(/appealed_before/);
    setClock(null);
  });

  test("what the public sees makes its pages stale, what it does not see leaves them", async () => {
    const version = async () => (await db().contentVersion.findUniqueOrThrow({ where: { id: 1 } })).n;
    const { id } = await insertOrganisation({ state: "registered" });
    const before = await version();
    await make(await makeStaff("reviewer"), id, "take");
    expect(await version()).toBe(before);
    await make(await makeStaff("reviewer"), id, "recommend");
    await make(await makeStaff("approver"), id, "clear");
    expect(await version()).toBe(before + 1n);
  });
});
