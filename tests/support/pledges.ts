import type { Person } from "~/access/actor";
import { command } from "~/access/command.server";
import { db } from "~/platform/db/client.server";
import { createDraft, saveStep } from "~/pledges/drafting/commands.server";
import type { StepValues } from "~/pledges/drafting/schema";
import { submitPledge } from "~/pledges/submission/commands.server";
import { moveRevision } from "~/pledges/transitions.server";
import { addMembership, makePerson, makeStaff } from "./actors";
import { insertOrganisation } from "./rows";

/** A cleared organisation with a lead and an author. */
export async function makePledger(data: Parameters<typeof insertOrganisation>[0] = {}) {
  const organisation = await insertOrganisation(data);
  const lead = await addMembership(await makePerson(), organisation.id, "lead");
  const author = await addMembership(await makePerson(), organisation.id, "author");
  return { organisation, lead, author };
}

/** Everything that a submitted pledge must have; a test changes what it is about. */
export const completeSteps = {
  what: {
    type: "project",
    focusAreas: ["access"],
    language: "en",
    title: "Solar-powered 4G for 14 outer islands",
    summary:
      "We will build 14 solar-powered 4G sites so that 6,200 people on the outer islands of Tuvalu are in reach.",
    description:
      "Each site is a 30 m mast with solar panels and batteries, linked by satellite. We build seven sites a year with two local crews.",
    sdgs: [9],
    wsis: [],
  },
  "for-whom": {
    scope: "countries",
    countries: [{ iso3: "TUV", share: 100 }],
    regions: [],
    ldcExtent: "exclusively",
    lldcExtent: "none",
    sidsExtent: "exclusively",
    people: "6200",
    peopleNote: "Residents of the 14 islands at the last census.",
  },
  "how-much": {
    amountMinor: 250_000_000n,
    currency: "USD",
    amountBasis: "total",
    valueKind: "cash",
    additionality: "new",
    amountOrigin: "own",
  },
  "with-whom": { partners: ["Example Island Power"], coPledgers: [], links: [] },
  measures: {
    startsOn: "2027-01-01",
    endsOn: "2028-12-31",
    indicators: [
      {
        name: "People in reach of 4G",
        unit: "people",
        baseline: "0",
        baselineDate: "2026-10-01",
        target: "6200",
        due: "2028-12-31",
        verification: "Coverage measured by the national regulator every March.",
      },
    ],
    milestones: [],
  },
} satisfies { [Step in keyof StepValues]: Omit<StepValues[Step], "version"> };

type Steps = { [Step in keyof StepValues]?: Partial<Omit<StepValues[Step], "version">> };

/** A draft with everything filled in, except for what `changes` says. Answers the pledge's id and the draft's version. */
export async function makeDraft(person: Person, changes: Steps = {}): Promise<{ pledgeId: string; version: number }> {
  const organisationId = person.activeOrganisationId ?? "";
  const { pledgeId } = await createDraft(person, { organisationId, language: "en" });
  let version = 0;
  for (const step of Object.keys(completeSteps) as (keyof StepValues)[]) {
    const values = { ...completeSteps[step], ...changes[step], version } as StepValues[typeof step];
    ({ version } = await saveStep(person, pledgeId, step, values));
  }
  return { pledgeId, version };
}

/** A pledge that its lead has signed off and sent. */
export async function makeSubmitted(lead: Person, changes: Steps = {}) {
  const { pledgeId, version } = await makeDraft(lead, changes);
  const { reference } = await submitPledge(lead, pledgeId, { version });
  return { pledgeId, reference, revisionId: (await newestRevision(pledgeId)).id };
}

export const newestRevision = (pledgeId: string) =>
  db().revision.findFirstOrThrow({
    where: { pledgeId },
    orderBy: { number: "desc" },
    include: { pledge: true, countries: true, indicators: true },
  });

/** Takes a submitted revision through review by two different people; `clear` answers once the approver has decided. */
export async function clearRevision(revisionId: string) {
  const reviewer = await makeStaff("reviewer");
  const approver = await makeStaff("approver");
  const subject = { reviewerIds: [reviewer.id], declaredConflicts: [] };
  const none = { reviewerIds: [], declaredConflicts: [] };
  const { state } = await db().revision.findUniqueOrThrow({ where: { id: revisionId } });
  if (state === "submitted")
    await command({ actor: reviewer, name: "case.take" }, (run) =>
      moveRevision(run, revisionId, "start_review", { case: none }),
    );
  await command({ actor: reviewer, name: "case.recommend" }, (run) =>
    moveRevision(run, revisionId, "recommend", { case: none }),
  );
  await command({ actor: approver, name: "case.decide" }, (run) =>
    moveRevision(run, revisionId, "clear", { case: subject }),
  );
  return { reviewer, approver };
}
