import { describe, expect, test } from "vitest";
import type { Person } from "~/access/actor";
import {
  applyForParticipation,
  decideParticipation,
  endParticipation,
} from "~/organisations/participation/commands.server";
import {
  applicationSchema,
  type DecisionInput,
  decisionSchema,
  leaderCriteria,
} from "~/organisations/participation/schema";
import { setClock } from "~/platform/clock";
import { db } from "~/platform/db/client.server";
import { Conflict, Invalid, Refused } from "~/platform/errors";
import type { FocusArea } from "~/reference/codes";
import { addMembership, makePerson, makeStaff } from "../support/actors";
import { useDatabase } from "../support/database";
import { insertOrganisation } from "../support/rows";

useDatabase();

type Options = {
  focusArea?: FocusArea;
  kind?: "leader" | "member";
  state?: "cleared" | "registered";
  constituency?: string;
};

async function applied({
  focusArea = "access",
  kind = "leader",
  state = "cleared",
  constituency = "private_sector",
}: Options = {}) {
  const organisation = await insertOrganisation({ state, constituency });
  const lead = await addMembership(await makePerson(), organisation.id, "lead");
  const application = {
    kind,
    focusArea,
    represents: "private_sector" as const,
    statement: "We will act.",
    criteria: [...leaderCriteria],
  };
  const { id } = await applyForParticipation(lead, organisation.id, application);
  return { id, organisationId: organisation.id, lead };
}

const nomination = (different: Partial<DecisionInput> = {}): DecisionInput => ({
  decision: "admit",
  represents: "private_sector",
  consultation: "Consulted on 1 March; no objection.",
  startsOn: "2026-12-01",
  endsOn: "2028-12-01",
  version: 0,
  ...different,
});
const stateOf = async (id: string) => (await db().participation.findUniqueOrThrow({ where: { id } })).state;
const nominate = (secretary: Person, id: string, different: Partial<DecisionInput> = {}) =>
  decideParticipation(secretary, id, nomination(different));

describe("applying to a focus area (R7)", () => {
  test("is for the organisation's lead, once per area and kind", async () => {
    const { organisationId, lead } = await applied({ kind: "member" });
    const application = {
      kind: "member" as const,
      focusArea: "access" as const,
      represents: "private_sector" as const,
      statement: "Again.",
      criteria: [],
    };
    await expect(applyForParticipation(lead, organisationId, application)).rejects.toThrow(/applied_already/);
    await applyForParticipation(lead, organisationId, { ...application, focusArea: "adoption" });
    const author = await addMembership(await makePerson(), organisationId, "author");
    const stranger = (await applied({ focusArea: "adoption" })).lead;
    for (const actor of [author, stranger, await makeStaff("secretariat")])
      await expect(
        applyForParticipation(actor, organisationId, { ...application, focusArea: "accelerate" }),
      ).rejects.toThrow(Refused);
  });

  test("is possible before clearance, and not for a declined organisation", async () => {
    await applied({ state: "registered" });
    const { id } = await insertOrganisation({ state: "declined" });
    const lead = await addMembership(await makePerson(), id, "lead");
    await expect(
      applyForParticipation(lead, id, {
        kind: "member",
        focusArea: "access",
        represents: "youth",
        statement: "x",
        criteria: [],
      }),
    ).rejects.toThrow(/cannot_apply/);
  });

  test("a Leader candidate confirms every criterion; a Member none", () => {
    const form = { kind: "leader", focusArea: "access", represents: "youth", statement: "We stand." };
    expect(applicationSchema.safeParse({ ...form, criteria: ["speaks"] }).success).toBe(false);
    expect(applicationSchema.safeParse({ ...form, criteria: [...leaderCriteria] }).success).toBe(true);
    expect(applicationSchema.safeParse({ ...form, kind: "member" }).success).toBe(true);
    for (const bad of [
      { focusArea: "moon" },
      { represents: "academia" },
      { statement: "x".repeat(100_000) },
      { statement: "a\u0000" },
    ])
      expect(applicationSchema.safeParse({ ...form, kind: "member", ...bad }).success).toBe(false);
  });
});

describe("deciding", () => {
  test("the secretariat admits a Member of a cleared organisation, with effect in public", async () => {
    const { id } = await applied({ kind: "member" });
    const before = (await db().contentVersion.findUniqueOrThrow({ where: { id: 1 } })).n;
    await decideParticipation(await makeStaff("secretariat"), id, {
      decision: "admit",
      represents: "private_sector",
      version: 0,
    });
    expect(await stateOf(id)).toBe("admitted");
    expect((await db().contentVersion.findUniqueOrThrow({ where: { id: 1 } })).n).toBe(before + 1n);
    await expect(nominate(await makeStaff("secretariat"), id)).rejects.toThrow(/decided_already/);
  });

  test("an organisation that is not cleared is not admitted, but may be declined with a reason", async () => {
    const { id } = await applied({ kind: "member", state: "registered" });
    const secretary = await makeStaff("secretariat");
    await expect(nominate(secretary, id)).rejects.toThrow(/not_cleared/);
    await decideParticipation(secretary, id, {
      decision: "decline",
      represents: "private_sector",
      reason: "No activity yet.",
      version: 0,
    });
    expect(await stateOf(id)).toBe("declined");
  });

  test("nobody else decides, nor someone who belongs to the organisation (R11)", async () => {
    const { id, lead, organisationId } = await applied();
    const insider = await addMembership(await makeStaff("secretariat"), organisationId, "author");
    for (const actor of [lead, insider, await makeStaff("reviewer", "approver", "administrator")])
      await expect(nominate(actor, id)).rejects.toThrow(Refused);
  });

  test("a Leader needs a recorded consultation and a first day; a refusal needs a reason", async () => {
    const { id } = await applied();
    const secretary = await makeStaff("secretariat");
    await expect(
      nominate(secretary, id, { consultation: undefined, startsOn: undefined, endsOn: undefined }),
    ).rejects.toMatchObject({
      fields: { consultation: expect.anything(), startsOn: expect.anything() },
    });
    expect(decisionSchema.safeParse({ decision: "decline", represents: "youth", version: 0 }).success).toBe(false);
    for (const dates of [
      { startsOn: "2026-02-30" },
      { startsOn: "soon" },
      { startsOn: "2027-01-01", endsOn: "2027-01-01" },
    ])
      expect(decisionSchema.safeParse({ ...nomination(), ...dates }).success).toBe(false);
  });

  test("academia comes under one of the five groups for a stated reason (R7)", async () => {
    const { id } = await applied({ kind: "member", constituency: "academia" });
    const secretary = await makeStaff("secretariat");
    await expect(nominate(secretary, id)).rejects.toThrow(Invalid);
    await nominate(secretary, id, { represents: "civil_society", reason: "Its work is with schools." });
  });

  test("of two decisions on one application at once, one is told that it was decided", async () => {
    const { id } = await applied({ kind: "member" });
    const secretary = await makeStaff("secretariat");
    const answers = await Promise.allSettled([nominate(secretary, id), nominate(await makeStaff("secretariat"), id)]);
    expect(answers.filter((answer) => answer.status === "fulfilled")).toHaveLength(1);
  });
});

describe("never more than five Leaders on any day (R8)", () => {
  const terms = [
    ["2027-01-01", "2029-01-01"],
    ["2027-06-01", undefined],
    ["2026-12-01", "2027-07-01"],
    ["2027-01-01", "2028-01-01"],
    ["2027-05-31", "2027-12-01"],
    ["2027-06-30", "2029-01-01"],
  ] as const;

  test("six nominated at the same instant: exactly five are, whichever they are", async () => {
    const secretary = await makeStaff("secretariat");
    const candidates = await Promise.all(terms.map(() => applied({ focusArea: "adoption" })));
    const answers = await Promise.allSettled(candidates.map((one) => nominate(secretary, one.id)));
    expect(answers.filter((answer) => answer.status === "fulfilled")).toHaveLength(5);
    const refused = answers.find((answer) => answer.status === "rejected");
    expect(refused?.reason).toMatchObject({ fields: { startsOn: ["organisations:error.five_leaders"] } });
    expect(await db().participation.count({ where: { focusArea: "adoption", state: "admitted" } })).toBe(5);
  });

  test("terms that all share one later day: the sixth is refused in whichever order they come", async () => {
    const secretary = await makeStaff("secretariat");
    for (const order of [
      [0, 1, 2, 3, 4, 5],
      [5, 4, 3, 2, 1, 0],
      [2, 5, 0, 4, 1, 3],
    ]) {
      await db().participation.deleteMany({ where: { focusArea: "accelerate" } });
      let admitted = 0;
      for (const index of order) {
        const { id } = await applied({ focusArea: "accelerate" });
        const [startsOn, endsOn] = terms[index] ?? terms[0];
        await nominate(secretary, id, { startsOn, endsOn }).then(
          () => (admitted += 1),
          () => undefined,
        );
      }
      expect(admitted).toBe(5);
    }
  });

  test("a term may begin on the day another one ends; suspension frees no seat", async () => {
    const secretary = await makeStaff("secretariat");
    const holders = await Promise.all(Array.from({ length: 5 }, () => applied({ focusArea: "value_creation" })));
    for (const holder of holders)
      await nominate(secretary, holder.id, { startsOn: "2026-12-01", endsOn: "2027-12-01" });
    await db().organisation.update({ where: { id: holders[0]?.organisationId ?? "" }, data: { state: "suspended" } });
    const next = await applied({ focusArea: "value_creation" });
    await expect(nominate(secretary, next.id, { startsOn: "2027-11-30", endsOn: undefined })).rejects.toThrow(Invalid);
    await nominate(secretary, next.id, { startsOn: "2027-12-01", endsOn: undefined });
    expect(await stateOf(next.id)).toBe("admitted");
  });

  test("ending a term frees its seat from that day", async () => {
    setClock(new Date("2027-03-01T10:00:00Z"));
    const secretary = await makeStaff("secretariat");
    await db().participation.deleteMany({ where: { focusArea: "access" } });
    const holders = [];
    for (let n = 0; n < 5; n += 1) holders.push(await applied());
    for (const holder of holders) await nominate(secretary, holder.id, { startsOn: "2027-01-01", endsOn: undefined });
    const next = await applied();
    await expect(nominate(secretary, next.id, { startsOn: "2027-04-01", endsOn: undefined })).rejects.toThrow(Invalid);
    const [first] = holders;
    if (!first) throw new Error("no holder");
    await endParticipation(first.lead, first.id, { endsOn: "2027-04-01" });
    expect(await stateOf(first.id)).toBe("admitted");
    await nominate(secretary, next.id, { startsOn: "2027-04-01", endsOn: undefined });
    await endParticipation(secretary, first.id, {});
    expect(await stateOf(first.id)).toBe("ended");
    await expect(endParticipation(secretary, first.id, {})).rejects.toThrow(Conflict);
    setClock(null);
  });
});

describe("ending", () => {
  test("a lead takes back an application and may apply again; other people may not", async () => {
    const { id, lead, organisationId } = await applied({ kind: "member", focusArea: "accelerate" });
    const author = await addMembership(await makePerson(), organisationId, "author");
    for (const actor of [author, (await applied({ focusArea: "accelerate" })).lead, await makeStaff("reviewer")])
      await expect(endParticipation(actor, id, {})).rejects.toThrow(Refused);
    await endParticipation(lead, id, {});
    expect(await stateOf(id)).toBe("ended");
    await applyForParticipation(lead, organisationId, {
      kind: "member",
      focusArea: "accelerate",
      represents: "private_sector",
      statement: "Once more.",
      criteria: [],
    });
  });

  test("a day in the past is not taken", async () => {
    const { id, lead } = await applied({ kind: "member", focusArea: "access" });
    await expect(endParticipation(lead, id, { endsOn: "2020-01-01" })).rejects.toThrow(Invalid);
  });
});
