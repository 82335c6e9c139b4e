import type { Person } from "~/access/actor";
import { addNote, declareConflict, recordFinding, requestChanges, takeCase } from "~/due-diligence/commands.server";
import { decide, recommend, sendBack } from "~/due-diligence/decisions/commands.server";
import { checklistOf } from "~/due-diligence/model";
import { applyForParticipation } from "~/organisations/participation/commands.server";
import { db } from "~/platform/db/client.server";
import { createDraft, deleteDraft, saveStep, startRevision } from "~/pledges/drafting/commands.server";
import {
  appealDecision,
  askSignOff,
  backToDraft,
  submitPledge,
  withdrawPledge,
} from "~/pledges/submission/commands.server";
import { makePerson, makeStaff } from "./actors";
import { makeRegistered } from "./cases";
import { completeSteps, makePledger } from "./pledges";

/** Everyone who acts in a sequence, and the two organisations they act for: one cleared, one that has just registered. */
export interface World {
  people: Record<"lead" | "author" | "newcomer" | "outsider" | "reviewer" | "approver" | "both", Person>;
  organisationIds: [string, string];
}

export type Who = keyof World["people"];
export const everyone: readonly Who[] = ["lead", "author", "newcomer", "outsider", "reviewer", "approver", "both"];

export async function makeWorld(): Promise<World> {
  const cleared = await makePledger();
  const registered = await makeRegistered();
  return {
    organisationIds: [cleared.organisation.id, registered.organisationId],
    people: {
      lead: cleared.lead,
      author: cleared.author,
      newcomer: registered.lead,
      outsider: await makePerson(),
      reviewer: await makeStaff("reviewer"),
      approver: await makeStaff("approver"),
      // Reviews and decides elsewhere; here the four eyes must hold them apart.
      both: await makeStaff("reviewer", "approver"),
    },
  };
}

interface On {
  actor: Person;
  world: World;
  /** Any number: chooses among what there is. */
  choice: number;
}

/** One command that a sequence may contain. `fits` may have a chance to succeed; a sequence lets anyone try. */
export interface CommandRow {
  fits: readonly Who[];
  /** Commands that write no entry of their own: saving a draft (E12). */
  silent?: true;
  /** Answers false when there is nothing yet to try it on. */
  run: (on: On) => Promise<unknown>;
}

const nothing = false as const;

async function onPledge({ world, choice }: On) {
  const pledges = await db().pledge.findMany({
    where: { organisationId: { in: world.organisationIds } },
    include: { revisions: { orderBy: { number: "desc" }, take: 1 } },
    orderBy: { id: "asc" },
  });
  const pledge = pledges[choice % Math.max(1, pledges.length)];
  const revision = pledge?.revisions[0];
  return pledge && revision ? { id: pledge.id, version: revision.version } : null;
}

async function onCase({ world, choice }: On) {
  const cases = await db().case.findMany({
    where: { organisationId: { in: world.organisationIds } },
    orderBy: { id: "asc" },
  });
  return cases[choice % Math.max(1, cases.length)] ?? null;
}

const withPledge =
  (act: (actor: Person, id: string, version: number) => Promise<unknown>): CommandRow["run"] =>
  async (on) => {
    const pledge = await onPledge(on);
    return pledge ? act(on.actor, pledge.id, pledge.version) : nothing;
  };

type CaseRow = NonNullable<Awaited<ReturnType<typeof onCase>>>;
const withCase =
  (act: (on: { actor: Person; caseId: string }, row: CaseRow, choice: number) => Promise<unknown>): CommandRow["run"] =>
  async (on) => {
    const row = await onCase(on);
    return row ? act({ actor: on.actor, caseId: row.id }, row, on.choice) : nothing;
  };

const pledgers = ["lead", "author", "newcomer"] as const;
const leads = ["lead", "newcomer"] as const;
const staff = ["reviewer", "both"] as const;
const approvers = ["approver", "both"] as const;
const reason = "For a reason.";

/** A draft is begun and filled in, so that later commands find something complete. */
async function draftWhole({ actor, world, choice }: On) {
  const organisationId = actor.activeOrganisationId ?? world.organisationIds[choice % 2] ?? "";
  const { pledgeId } = await createDraft(actor, { organisationId, language: "en" });
  let version = 0;
  for (const step of Object.keys(completeSteps) as (keyof typeof completeSteps)[])
    ({ version } = await saveStep(actor, pledgeId, step, { ...completeSteps[step], version } as never));
}

/** Records a finding at every step that has none, then recommends. */
async function examine(on: { actor: Person; caseId: string }, row: CaseRow, choice: number) {
  for (const { key } of checklistOf(row)) {
    const { version } = await db().case.findUniqueOrThrow({ where: { id: row.id } });
    await recordFinding(on, { version, step: key as "screening", verdict: "met", text: "Looked at." });
  }
  const { version } = await db().case.findUniqueOrThrow({ where: { id: row.id } });
  const recommendation = choice % 5 === 0 ? "decline" : "clear";
  await recommend(on, { version, recommendation, riskRating: "low", reason });
}

/** Every command that sequences are made of. A feature adds its commands here; nothing else has to be told of them. */
export const commands: Record<string, CommandRow> = {
  draft: { fits: pledgers, run: draftWhole },
  change: {
    fits: pledgers,
    silent: true,
    run: withPledge((actor, id, version) =>
      saveStep(actor, id, "what", { ...completeSteps.what, title: `Draft ${version}`, version } as never),
    ),
  },
  askSignOff: { fits: pledgers, run: withPledge((actor, id, version) => askSignOff(actor, id, { version })) },
  backToDraft: { fits: pledgers, run: withPledge((actor, id, version) => backToDraft(actor, id, { version })) },
  submit: { fits: leads, run: withPledge((actor, id, version) => submitPledge(actor, id, { version })) },
  deleteDraft: { fits: pledgers, run: withPledge((actor, id) => deleteDraft(actor, id)) },
  revise: { fits: pledgers, run: withPledge((actor, id) => startRevision(actor, id)) },
  withdraw: { fits: leads, run: withPledge((actor, id, version) => withdrawPledge(actor, id, { version, reason })) },
  appeal: { fits: leads, run: withPledge((actor, id, version) => appealDecision(actor, id, { version, reason })) },
  take: { fits: staff, run: withCase((on, { version }) => takeCase(on, { version })) },
  examine: { fits: staff, run: withCase(examine) },
  note: { fits: staff, run: withCase((on, { version }) => addNote(on, { version, body: "Seen." })) },
  requestChanges: { fits: staff, run: withCase((on, { version }) => requestChanges(on, { version, reason })) },
  sendBack: { fits: approvers, run: withCase((on, { version }) => sendBack(on, { version, reason })) },
  declareConflict: { fits: staff, run: withCase((on, { version }) => declareConflict(on, { version, reason })) },
  decide: {
    fits: approvers,
    run: withCase((on, { version }, choice) =>
      decide(on, { version, decision: choice % 7 === 0 ? "declined" : "cleared", reason }),
    ),
  },
  apply: {
    fits: leads,
    run: ({ actor, world, choice }) =>
      applyForParticipation(actor, world.organisationIds[choice % 2] ?? "", {
        kind: "member",
        focusArea: "access",
        represents: "private_sector",
        statement: "We take part.",
      } as never),
  },
};
