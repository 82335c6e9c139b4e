import { beforeEach, describe, expect, test } from "vitest";
import type { Person } from "~/access/actor";
import { getOrganisationPage } from "~/compendium/organisation/queries.server";
import { rebuildCompendium } from "~/compendium/projections.server";
import { answerProposal, proposeProfile, takeBackProfile } from "~/organisations/profile/commands.server";
import { proposalStates } from "~/organisations/profile/lifecycle";
import { difference } from "~/organisations/profile/model";
import { getOwnProposal, getProposal, listProposals } from "~/organisations/profile/queries.server";
import { proposalAnswerSchema } from "~/organisations/profile/schema";
import { db } from "~/platform/db/client.server";
import { ProfileProposalState } from "~/platform/db/generated/enums";
import { Conflict, NotFound, Refused } from "~/platform/errors";
import { registerProjections } from "~/server/projections";
import { addMembership, makePerson, makeStaff } from "../support/actors";
import { useDatabase } from "../support/database";
import { insertOrganisation } from "../support/rows";

useDatabase();
registerProjections();

let id: string;
let slug: string;
let lead: Person;
beforeEach(async () => {
  ({ id, slug } = await insertOrganisation({ description: "We lay cables.", website: "https://reef.example" }));
  lead = await addMembership(await makePerson(), id, "lead");
  await rebuildCompendium();
});

const text = { website: "https://reef.example" };
const propose = (description: string, proposal?: number, actor = lead) =>
  proposeProfile(actor, id, { ...text, description }, { version: 0, proposal });
const waiting = () => db().profileProposal.findFirstOrThrow({ where: { organisationId: id, state: "submitted" } });
const publicDescription = async () =>
  (await getOrganisationPage(slug, 1, "en"))?.facts.find(({ value }) => String(value).startsWith("We "))?.value;
const events = async (event: string) => db().auditEvent.count({ where: { organisationId: id, event } });

describe("what readers see of an organisation (R13)", () => {
  test("table and database know the same states", () =>
    expect([...proposalStates].sort()).toEqual(Object.values(ProfileProposalState).sort()));

  test("a proposal changes nothing public; accepted by one member of staff it is shown", async () => {
    await propose("We lay and mend cables.");
    expect(await publicDescription()).toBe("We lay cables.");
    const staff = await makeStaff("reviewer");
    const row = await waiting();
    expect((await listProposals(staff, "en")).proposals.map(({ href }) => href)).toContain(
      `/en/staff/profiles/${row.id}`,
    );
    expect((await getProposal(staff, row.id, "en")).rows).toEqual([
      { label: "What the organisation does", before: "We lay cables.", after: "We lay and mend cables." },
    ]);
    await answerProposal(staff, row.id, { version: row.version, answer: "accept" });
    expect(await publicDescription()).toBe("We lay and mend cables.");
    expect(await events("organisation.profile_accepted")).toBe(1);
  });

  test("refused, nothing changes, and the organisation reads why", async () => {
    await propose("We are the best.");
    const row = await waiting();
    const answer = { version: row.version, answer: "refuse", reason: "Please describe the work." } as const;
    await answerProposal(await makeStaff("secretariat"), row.id, answer);
    expect(await publicDescription()).toBe("We lay cables.");
    expect((await getOwnProposal(lead, "en")).refused?.reason).toBe("Please describe the work.");
    expect(proposalAnswerSchema.safeParse({ version: 0, answer: "refuse" }).success).toBe(false);
  });

  test("taken back it waits no more; a later one replaces what waits", async () => {
    await propose("We hesitate.");
    await propose("We no longer hesitate.", 0);
    expect(await db().profileProposal.count({ where: { organisationId: id } })).toBe(1);
    expect((await getOwnProposal(lead, "en")).waiting?.values.description).toBe("We no longer hesitate.");
    await takeBackProfile(lead, id);
    expect((await getOwnProposal(lead, "en")).waiting).toBeNull();
    await expect(takeBackProfile(lead, id)).rejects.toThrow(Conflict);
  });

  test("an author, a stranger and staff of the organisation itself are refused", async () => {
    const author = await addMembership(await makePerson(), id, "author");
    const stranger = await makePerson();
    for (const actor of [author, stranger])
      await expect(propose("We intrude.", undefined, actor)).rejects.toThrow(Refused);
    await propose("We grow.");
    const { id: proposal, version } = await waiting();
    const insider = await addMembership(await makeStaff("secretariat"), id, "author");
    for (const actor of [insider, lead, await makeStaff("administrator")])
      await expect(answerProposal(actor, proposal, { version, answer: "accept" })).rejects.toThrow(Refused);
    await expect(getProposal(insider, proposal, "en")).rejects.toThrow(NotFound);
    expect((await listProposals(insider, "en")).proposals.some(({ href }) => href.endsWith(proposal))).toBe(false);
    await expect(takeBackProfile(stranger, id)).rejects.toThrow(Refused);
  });

  test("of two leads who propose at once, and two of staff who answer at once, one is told", async () => {
    const second = await addMembership(await makePerson(), id, "lead");
    const proposed = await Promise.allSettled([propose("We one."), propose("We two.", undefined, second)]);
    expect(proposed.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const { id: proposal, version } = await waiting();
    const [one, two] = await Promise.all([makeStaff("reviewer"), makeStaff("approver")]);
    const answered = await Promise.allSettled([
      answerProposal(one, proposal, { version, answer: "accept" }),
      answerProposal(two, proposal, { version, answer: "refuse", reason: "No." }),
    ]);
    expect(answered.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(answered.find(({ status }) => status === "rejected")).toMatchObject({ reason: expect.any(Conflict) });
  });

  test("an answer to what was replaced meanwhile is a conflict, and so is a proposal that changes nothing", async () => {
    await propose("We start.");
    const row = await waiting();
    await propose("We go on.", 0);
    const staff = await makeStaff("secretariat");
    await expect(answerProposal(staff, row.id, { version: row.version, answer: "accept" })).rejects.toThrow(/changed/);
    await expect(propose("We lay cables.", 1)).rejects.toThrow(/nothing_changed/);
  });

  test.each(["registered", "suspended", "removed", "closed"] as const)("%s: nothing can be proposed", async (state) => {
    await db().organisation.update({ where: { id }, data: { state } });
    await expect(propose("We wait.")).rejects.toThrow(Conflict);
  });
});

test("only what differs is proposed; what was left empty is not stated any more", () => {
  const now = { shortName: "ERN", description: "We lay cables.", names: { fr: "Récif", ar: "شعاب" } };
  expect(difference(now, { shortName: "ERN", names: { ar: "شعاب", fr: "Récif", zh: undefined } })).toEqual({
    before: { description: "We lay cables." },
    after: { description: null },
  });
});
