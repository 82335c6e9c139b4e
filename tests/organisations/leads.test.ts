import { describe, expect, test } from "vitest";
import { getCoalition } from "~/organisations/coalition/queries.server";
import { appointLead } from "~/organisations/leads/commands.server";
import { getAppointment } from "~/organisations/leads/queries.server";
import { appointmentSchema } from "~/organisations/leads/schema";
import { requestToJoin } from "~/organisations/people/commands.server";
import { escalateJoinRequests } from "~/organisations/people/jobs.server";
import { setClock } from "~/platform/clock";
import { db } from "~/platform/db/client.server";
import { Refused } from "~/platform/errors";
import { addMembership, freshPerson, makePerson, makeStaff } from "../support/actors";
import { useDatabase } from "../support/database";
import { insertOrganisation } from "../support/rows";

useDatabase();

const evidence = "Letter of the director of 3 May, checked by telephone, kept in file 12.";

/** An organisation whose only lead was suspended. */
async function orphan() {
  const organisation = await insertOrganisation({ state: "cleared" });
  const lead = await addMembership(await makePerson(), organisation.id, "lead");
  await db().account.update({ where: { id: lead.id }, data: { state: "suspended" } });
  return { id: organisation.id, lead };
}

describe("an organisation without a lead who can be reached (R5)", () => {
  test("is flagged to the secretariat until a lead is appointed on a letter, of which a note is kept", async () => {
    const { id } = await orphan();
    const secretary = await makeStaff("secretariat");
    const flagged = async () => (await getCoalition(secretary, "en")).leadless.map((row) => row.id);
    expect(await flagged()).toContain(id);
    const author = await addMembership(await makePerson(), id, "author");
    await appointLead(secretary, id, { email: author.email, evidence });
    expect((await freshPerson(author)).memberships).toMatchObject([{ organisationId: id, role: "lead" }]);
    expect(await flagged()).not.toContain(id);
    expect((await getAppointment(secretary, id)).hasLead).toBe(true);
    const entry = await db().auditEvent.findFirstOrThrow({
      where: { event: "organisation.lead_appointed", subjectId: id },
    });
    expect(JSON.stringify(entry.data)).not.toContain("Letter");
    expect(await db().eventReason.findUnique({ where: { seq: entry.seq } })).toMatchObject({ text: evidence });
  });

  test("somebody who asked to join is appointed, and their request is answered by it", async () => {
    const { id } = await orphan();
    const asker = await makePerson();
    const { id: request } = await requestToJoin(asker, id, undefined);
    await appointLead(await makeStaff("secretariat"), id, { email: asker.email.toUpperCase(), evidence });
    expect(await db().joinRequest.findUnique({ where: { id: request } })).toMatchObject({ state: "accepted" });
  });

  test("those known from public sources only, and those with a lead, are not flagged", async () => {
    const recorded = await insertOrganisation({ state: "recorded" });
    const led = await insertOrganisation({ state: "registered" });
    await addMembership(await makePerson(), led.id, "lead");
    const { leadless } = await getCoalition(await makeStaff("administrator"), "en");
    for (const { id } of [recorded, led]) expect(leadless.map((row) => row.id)).not.toContain(id);
    expect(leadless.every((row) => row.appointHref === null)).toBe(true);
  });
});

describe("appointing a lead", () => {
  test("is for the secretariat alone, without a conflict of interest, and never for oneself", async () => {
    const { id, lead } = await orphan();
    const { email } = await makePerson();
    const secretary = await makeStaff("secretariat");
    const insider = await addMembership(await makeStaff("secretariat"), id, "author");
    for (const actor of [lead, insider, await makePerson(), await makeStaff("administrator", "approver", "reviewer")])
      await expect(appointLead(actor, id, { email, evidence })).rejects.toThrow(Refused);
    await expect(appointLead(secretary, id, { email: secretary.email, evidence })).rejects.toThrow(Refused);
  });

  test("needs an account that works, a letter, and an organisation that has no lead and still stands", async () => {
    const { id, lead } = await orphan();
    const secretary = await makeStaff("secretariat");
    for (const email of ["nobody@example.org", lead.email])
      await expect(appointLead(secretary, id, { email, evidence })).rejects.toMatchObject({
        fields: { email: ["people:error.no_account"] },
      });
    const { email } = await makePerson();
    const led = await insertOrganisation({ state: "cleared" });
    await addMembership(await makePerson(), led.id, "lead");
    await expect(appointLead(secretary, led.id, { email, evidence })).rejects.toThrow(/has_lead/);
    const closed = await insertOrganisation({ state: "closed" });
    await expect(appointLead(secretary, closed.id, { email, evidence })).rejects.toThrow(/state_changed/);
    for (const bad of ["", "a letter", "x".repeat(100_000), "a long letter\u0000"])
      expect(appointmentSchema.safeParse({ email, evidence: bad }).success).toBe(false);
  });

  test("by two members of staff at once appoints one, and tells the other", async () => {
    const { id } = await orphan();
    const [one, two] = [await makePerson(), await makePerson()];
    const answers = await Promise.allSettled([
      appointLead(await makeStaff("secretariat"), id, { email: one.email, evidence }),
      appointLead(await makeStaff("secretariat"), id, { email: two.email, evidence }),
    ]);
    expect(answers.map((answer) => answer.status).sort()).toEqual(["fulfilled", "rejected"]);
  });
});

test("the secretariat is told once of a request that no lead answered for seven days", async () => {
  const { id } = await insertOrganisation({ state: "cleared" });
  await addMembership(await makePerson(), id, "lead");
  setClock(new Date("2026-05-01T00:00:00Z"));
  const { id: request } = await requestToJoin(await makePerson(), id, undefined);
  const told = () =>
    db().auditEvent.count({ where: { event: "organisation.join_request_overdue", subjectId: request } });
  setClock(new Date("2026-05-07T23:59:00Z"));
  await escalateJoinRequests();
  expect(await told()).toBe(0);
  setClock(new Date("2026-05-08T00:00:00Z"));
  await Promise.all([escalateJoinRequests(), escalateJoinRequests()]);
  await escalateJoinRequests();
  setClock(null);
  expect(await told()).toBe(1);
});
