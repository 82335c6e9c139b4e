import { describe, expect, test } from "vitest";
import type { Person } from "~/access/actor";
import {
  addKeyPerson,
  changeProfile,
  removeKeyPerson,
  resubmitOrganisation,
  uploadDocument,
} from "~/organisations/commands.server";
import { inviteColleague } from "~/organisations/invitations/commands.server";
import {
  answerJoinRequest,
  changeRole,
  endMembership,
  handOver,
  requestToJoin,
} from "~/organisations/people/commands.server";
import { getMember } from "~/organisations/people/queries.server";
import { setClock } from "~/platform/clock";
import { db } from "~/platform/db/client.server";
import { Conflict, Invalid, NotFound, Refused } from "~/platform/errors";
import { addMembership, freshPerson, makePerson, makeStaff } from "../support/actors";
import { useDatabase } from "../support/database";
import { insertOrganisation } from "../support/rows";

useDatabase();

async function organisationWithLead(state: "cleared" | "registered" | "changes_requested" | "recorded" = "cleared") {
  const organisation = await insertOrganisation({ state });
  return { id: organisation.id, lead: await addMembership(await makePerson(), organisation.id, "lead") };
}
const membershipOf = async (person: Person) =>
  (await db().membership.findFirstOrThrow({ where: { accountId: person.id, endedAt: null } })).id;

describe("asking to join", () => {
  test("a lead accepts, and the person may act with that role", async () => {
    const { id, lead } = await organisationWithLead();
    const asker = await makePerson();
    const request = await requestToJoin(asker, id, "I work in the projects team.");
    await answerJoinRequest(lead, request.id, "author");
    expect((await freshPerson(asker)).memberships).toMatchObject([{ organisationId: id, role: "author" }]);
    await expect(answerJoinRequest(lead, request.id, "decline")).rejects.toThrow(/answered_already/);
    await expect(requestToJoin(asker, id, undefined)).rejects.toThrow(/member_already/);
  });

  test("one open request at a time; declined, nothing is given", async () => {
    const { id, lead } = await organisationWithLead();
    const asker = await makePerson();
    const request = await requestToJoin(asker, id, undefined);
    await expect(requestToJoin(asker, id, undefined)).rejects.toThrow(/asked_already/);
    await answerJoinRequest(lead, request.id, "decline");
    expect((await freshPerson(asker)).memberships).toEqual([]);
  });

  test("neither an author, nor another organisation's lead, nor the asker answers", async () => {
    const { id } = await organisationWithLead();
    const request = await requestToJoin(await makePerson(), id, undefined);
    const author = await addMembership(await makePerson(), id, "author");
    const { lead: stranger } = await organisationWithLead();
    for (const actor of [author, stranger, await makePerson()])
      await expect(answerJoinRequest(actor, request.id, "lead")).rejects.toThrow(Refused);
    const secretary = await makeStaff("secretariat");
    const own = await requestToJoin(secretary, (await insertOrganisation({ state: "recorded" })).id, undefined);
    await expect(answerJoinRequest(secretary, own.id, "lead")).rejects.toThrow(Refused);
  });

  test("the secretariat answers where there is no lead, or none answered for seven days (R5)", async () => {
    const secretary = await makeStaff("secretariat");
    const orphan = await insertOrganisation({ state: "recorded" });
    const asker = await makePerson();
    await answerJoinRequest(secretary, (await requestToJoin(asker, orphan.id, undefined)).id, "lead");
    expect((await freshPerson(asker)).memberships).toMatchObject([{ role: "lead" }]);

    const { id } = await organisationWithLead();
    setClock(new Date("2026-05-01T00:00:00Z"));
    const waiting = await requestToJoin(await makePerson(), id, undefined);
    setClock(new Date("2026-05-07T23:00:00Z"));
    await expect(answerJoinRequest(secretary, waiting.id, "author")).rejects.toThrow(Refused);
    setClock(new Date("2026-05-08T00:00:00Z"));
    await answerJoinRequest(secretary, waiting.id, "author");
    setClock(null);
  });

  test("what is closed, removed or unknown cannot be joined", async () => {
    const { id } = await insertOrganisation({ state: "closed" });
    await expect(requestToJoin(await makePerson(), id, undefined)).rejects.toThrow(NotFound);
    await expect(requestToJoin(await makePerson(), crypto.randomUUID(), undefined)).rejects.toThrow(NotFound);
  });
});

describe("leads and authors", () => {
  test("the last lead neither leaves nor is left without a successor", async () => {
    const { id, lead } = await organisationWithLead();
    await expect(endMembership(lead, await membershipOf(lead))).rejects.toThrow(/last_lead/);
    const author = await addMembership(await makePerson(), id, "author");
    await changeRole(lead, await membershipOf(author), "lead");
    await endMembership(lead, await membershipOf(lead));
    const left = await freshPerson(lead);
    expect([left.memberships, left.formerOrganisationIds]).toEqual([[], [id]]);
  });

  test("nobody changes their own role (R10), and authors change nobody's", async () => {
    const { id, lead } = await organisationWithLead();
    const author = await addMembership(await makePerson(), id, "author");
    await expect(changeRole(lead, await membershipOf(lead), "author")).rejects.toThrow(Refused);
    await expect(changeRole(author, await membershipOf(lead), "author")).rejects.toThrow(Refused);
    await expect(endMembership(author, await membershipOf(lead))).rejects.toThrow(Refused);
    await endMembership(author, await membershipOf(author));
    expect((await freshPerson(author)).memberships).toEqual([]);
  });

  test("two leads who end each other's membership at once leave one lead", async () => {
    const { id, lead } = await organisationWithLead();
    const second = await addMembership(await makePerson(), id, "lead");
    const [one, two] = [await membershipOf(lead), await membershipOf(second)];
    const answers = await Promise.allSettled([endMembership(lead, two), endMembership(second, one)]);
    expect(answers.filter((answer) => answer.status === "fulfilled")).toHaveLength(1);
    expect(await db().membership.count({ where: { organisationId: id, role: "lead", endedAt: null } })).toBe(1);
  });

  test("the last lead hands over and leaves in one step; what they had sent is taken back", async () => {
    const { id, lead } = await organisationWithLead();
    const author = await addMembership(await makePerson(), id, "author");
    const own = await membershipOf(lead);
    await inviteColleague(lead, id, { email: "next@example.org", role: "author", language: "en" });
    expect((await getMember(lead, own, "en")).successors).toMatchObject([{ name: author.name }]);
    await expect(handOver(lead, own, undefined)).rejects.toThrow(Invalid);
    await handOver(lead, own, await membershipOf(author));
    expect((await freshPerson(author)).memberships).toMatchObject([{ organisationId: id, role: "lead" }]);
    expect((await freshPerson(lead)).memberships).toEqual([]);
    expect(await db().invitation.findFirst({ where: { organisationId: id } })).toMatchObject({
      state: "revoked",
      hash: null,
    });
    await expect(handOver(lead, own, await membershipOf(author))).rejects.toThrow(Refused);
  });

  test("nobody hands over another one's role, to a stranger, to a suspended account or to themselves; nor does an author", async () => {
    const { id, lead } = await organisationWithLead();
    const { lead: stranger } = await organisationWithLead();
    const author = await addMembership(await makePerson(), id, "author");
    const [own, authors] = [await membershipOf(lead), await membershipOf(author)];
    for (const successor of [await membershipOf(stranger), own, crypto.randomUUID()])
      await expect(handOver(lead, own, successor)).rejects.toThrow(/successor_gone/);
    await expect(handOver(author, authors, own)).rejects.toThrow(Refused);
    await expect(handOver(author, own, authors)).rejects.toThrow(Refused);
    await expect(handOver(stranger, own, authors)).rejects.toThrow(Refused);
    await db().account.update({ where: { id: author.id }, data: { state: "suspended" } });
    await expect(handOver(lead, own, authors)).rejects.toThrow(/successor_gone/);
    expect((await getMember(lead, own, "en")).successors).toEqual([]);
  });

  test("a lead who is suspended is no lead who stays, and can be removed by the one who is left", async () => {
    const { id, lead } = await organisationWithLead();
    const second = await addMembership(await makePerson(), id, "lead");
    await db().account.update({ where: { id: second.id }, data: { state: "suspended" } });
    await expect(endMembership(lead, await membershipOf(lead))).rejects.toThrow(/last_lead/);
    await endMembership(lead, await membershipOf(second));
  });

  test("what a lead sent is taken back when they are removed or made author, and nothing of the others", async () => {
    const { id, lead } = await organisationWithLead();
    const removed = await addMembership(await makePerson(), id, "lead");
    const demoted = await addMembership(await makePerson(), id, "lead");
    for (const [sender, email] of [
      [lead, "stays@example.org"],
      [removed, "one@example.org"],
      [demoted, "two@example.org"],
    ] as const)
      await inviteColleague(sender, id, { email, role: "lead", language: "en" });
    await endMembership(lead, await membershipOf(removed));
    await changeRole(lead, await membershipOf(demoted), "author");
    const open = await db().invitation.findMany({ where: { organisationId: id, state: "sent" } });
    expect(open.map(({ email }) => email)).toEqual(["stays@example.org"]);
  });

  test("a successor who leaves while the role is handed over: one of the two is told, and a lead stays", async () => {
    const { id, lead } = await organisationWithLead();
    const author = await addMembership(await makePerson(), id, "author");
    const [own, authors] = [await membershipOf(lead), await membershipOf(author)];
    const answers = await Promise.allSettled([handOver(lead, own, authors), endMembership(author, authors)]);
    expect(answers.filter((answer) => answer.status === "fulfilled")).toHaveLength(1);
    expect(await db().membership.count({ where: { organisationId: id, role: "lead", endedAt: null } })).toBe(1);
  });

  test("a role that ended while the page was open counts no more", async () => {
    const { id, lead } = await organisationWithLead("registered");
    const stale = await addMembership(await makePerson(), id, "lead");
    await changeRole(lead, await membershipOf(stale), "author");
    await expect(changeProfile(stale, id, {}, 0)).rejects.toThrow(Refused);
  });
});

describe("the profile", () => {
  const details = {
    officialName: "New Official Name",
    constituency: "government" as const,
    country: "TUV",
    ituMember: true,
    registeredAddress: "2 Harbour Road",
    compactCommitment: false,
  };

  test("what readers will see changes directly only while the facts are open (R13)", async () => {
    const { id, lead } = await organisationWithLead("registered");
    await changeProfile(lead, id, { shortName: "ERN", description: "We lay cables." }, 0);
    expect(await db().organisation.findUniqueOrThrow({ where: { id } })).toMatchObject({
      shortName: "ERN",
      version: 1,
    });
    await expect(changeProfile(lead, id, { shortName: "Late" }, 0)).rejects.toThrow(Conflict);
    const cleared = await organisationWithLead("cleared");
    await expect(changeProfile(cleared.lead, cleared.id, { shortName: "ERN" }, 0)).rejects.toThrow(/facts_fixed/);
  });

  test("the official facts change only before they are checked (R13)", async () => {
    const open = await organisationWithLead("changes_requested");
    await changeProfile(open.lead, open.id, details, 0);
    expect(await db().organisation.findUniqueOrThrow({ where: { id: open.id } })).toMatchObject({
      officialName: "New Official Name",
      legalForm: null,
    });
    const cleared = await organisationWithLead("cleared");
    await expect(changeProfile(cleared.lead, cleared.id, details, 0)).rejects.toThrow(/facts_fixed/);
  });

  test("authors, strangers and staff change nothing", async () => {
    const { id } = await organisationWithLead("registered");
    const author = await addMembership(await makePerson(), id, "author");
    for (const actor of [
      author,
      await makePerson(),
      await makeStaff("secretariat", "administrator"),
      (await organisationWithLead()).lead,
    ])
      await expect(changeProfile(actor, id, {}, 0)).rejects.toThrow(Refused);
  });

  test("the lead sends it again after changes were asked for, and only then", async () => {
    const { id, lead } = await organisationWithLead("changes_requested");
    await resubmitOrganisation(lead, id);
    expect((await db().organisation.findUniqueOrThrow({ where: { id } })).state).toBe("registered");
    await expect(resubmitOrganisation(lead, id)).rejects.toThrow(Conflict);
  });

  test("leaders and owners can be named and taken off, but one highest leader stays", async () => {
    const { id, lead } = await organisationWithLead("registered");
    await addKeyPerson(lead, id, { role: "highest_leader", fullName: "One" });
    await addKeyPerson(lead, id, { role: "owner", fullName: "Two", nationality: "TUV", birthYear: 1970 });
    const [one, two] = await db().keyPerson.findMany({ where: { organisationId: id }, orderBy: { fullName: "asc" } });
    await removeKeyPerson(lead, id, two?.id ?? "");
    await expect(removeKeyPerson(lead, id, one?.id ?? "")).rejects.toThrow(/no_leader_named/);
    const other = await organisationWithLead("registered");
    await expect(removeKeyPerson(other.lead, other.id, one?.id ?? "")).rejects.toThrow(NotFound);
    const cleared = await organisationWithLead("cleared");
    await expect(addKeyPerson(cleared.lead, cleared.id, { role: "owner", fullName: "Late" })).rejects.toThrow(
      /facts_fixed/,
    );
  });

  test("documents are added by leads, of known kinds, up to a limit", async () => {
    const { id, lead } = await organisationWithLead();
    const file = (content: string, name = "register.pdf") => new File([content], name, { type: "application/pdf" });
    await uploadDocument(lead, id, file("%PDF-1.7 one", "C:\\files\\re\u202Egister.pdf"));
    const [kept] = await db().organisationDocument.findMany({ where: { organisationId: id } });
    expect(kept).toMatchObject({ fileName: "register.pdf", mediaType: "application/pdf", uploadedBy: lead.id });
    await expect(uploadDocument(lead, id, file("<html>"))).rejects.toMatchObject({
      fields: { file: expect.anything() },
    });
    await expect(uploadDocument(lead, id, file(`%PDF-${"x".repeat(11_000_000)}`))).rejects.toThrow(Invalid);
    const author = await addMembership(await makePerson(), id, "author");
    await expect(uploadDocument(author, id, file("%PDF-1.7"))).rejects.toThrow(Refused);
    const row = {
      mediaType: "application/pdf",
      bytes: 1,
      uploadedBy: lead.id,
      uploadedAt: new Date(),
      organisationId: id,
    };
    await db().organisationDocument.createMany({
      data: Array.from({ length: 29 }, () => ({ ...row, storageKey: crypto.randomUUID(), fileName: "a.pdf" })),
    });
    await expect(uploadDocument(lead, id, file("%PDF-1.7"))).rejects.toThrow(/too_many_documents/);
  });

  test("a document sent twice with one receipt is kept once", async () => {
    const { id, lead } = await organisationWithLead();
    const receipt = { key: crypto.randomUUID(), bodyHash: "one" };
    const send = () => uploadDocument(lead, id, new File(["%PDF-1.7 one"], "a.pdf"), receipt);
    expect(await send()).toEqual(await send());
    expect(await db().organisationDocument.count({ where: { organisationId: id } })).toBe(1);
  });
});
