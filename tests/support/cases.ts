import type { Person } from "~/access/actor";
import { recordFinding, takeCase } from "~/due-diligence/commands.server";
import { decide, recommend } from "~/due-diligence/decisions/commands.server";
import { checklistOf } from "~/due-diligence/model";
import { registerOrganisation } from "~/organisations/registration/commands.server";
import { db } from "~/platform/db/client.server";
import { registerProjections } from "~/server/projections";
import { freshPerson, makePerson, makeStaff } from "./actors";
import { registration } from "./registration";

// Cases open by themselves, as they do in every process of the server.
registerProjections();

let count = 0;

/** An organisation that registered itself, its lead, and the case that this opened. */
export async function makeRegistered(different: Parameters<typeof registration>[0] = {}) {
  count += 1;
  const person = await makePerson();
  const officialName = `${String.fromCharCode(65 + (count % 26))}${count} Example Telecom`;
  const { id } = await registerOrganisation(
    person,
    registration({ officialName, similarAnswer: "different", ...different }),
  );
  const opened = await openCase({ organisationId: id, kind: "organisation" });
  return { organisationId: id, lead: await freshPerson(person), caseId: opened.id };
}

export const openCase = (where: { organisationId: string; kind: "organisation" } | { revisionId: string }) =>
  db().case.findFirstOrThrow({ where: { ...where, closedAt: null } });

export const caseRow = (id: string) => db().case.findUniqueOrThrow({ where: { id } });
export const versionOf = async (id: string) => (await caseRow(id)).version;

/** A reviewer, an approver and someone of the secretariat, none of whom has anything to do with any organisation. */
export const makeTeam = async () => ({
  reviewer: await makeStaff("reviewer"),
  approver: await makeStaff("approver"),
  secretariat: await makeStaff("secretariat"),
});

export const take = async (actor: Person, caseId: string) =>
  takeCase({ actor, caseId }, { version: await versionOf(caseId) });

/** A finding "met" at every step of the case's checklist, except those named. */
export async function findAll(actor: Person, caseId: string, except: readonly string[] = []) {
  for (const { key } of checklistOf(await caseRow(caseId))) {
    if (except.includes(key)) continue;
    const found = { step: key as "screening", verdict: "met", text: `Looked at ${key}.` } as const;
    await recordFinding({ actor, caseId }, { version: await versionOf(caseId), ...found });
  }
}

export const advise = async (actor: Person, caseId: string, recommendation: "clear" | "decline" = "clear") =>
  recommend(
    { actor, caseId },
    { version: await versionOf(caseId), recommendation, riskRating: "low", reason: "Everything was looked at." },
  );

/** Takes a case, records every finding and recommends. */
export async function review(actor: Person, caseId: string, recommendation: "clear" | "decline" = "clear") {
  await take(actor, caseId);
  await findAll(actor, caseId);
  await advise(actor, caseId, recommendation);
}

type Decision = Parameters<typeof decide>[1];

export const settle = async (actor: Person, caseId: string, values: Partial<Decision> = {}) =>
  decide({ actor, caseId }, { version: await versionOf(caseId), decision: "cleared", ...values });
