import { beforeAll, describe, expect, test } from "vitest";
import type { Actor, Person } from "~/access/actor";
import { type CaseAct, caseActs } from "~/due-diligence/case/acts/model";
import { getCase } from "~/due-diligence/case/queries.server";
import * as commands from "~/due-diligence/commands.server";
import { answerControversy, recordControversy } from "~/due-diligence/controversies/commands.server";
import { decide, recommend, sendBack } from "~/due-diligence/decisions/commands.server";
import { sendMessage } from "~/due-diligence/questions/commands.server";
import { Conflict, Refused } from "~/platform/errors";
import { addMembership, makePerson, makeStaff } from "../support/actors";
import { useDatabase } from "../support/database";
import { insertCase, insertOrganisation } from "../support/rows";

useDatabase();
let reviewer: Person;
beforeAll(async () => {
  reviewer = await makeStaff("reviewer");
});

const states = ["registered", "in_review", "changes_requested", "recommended", "cleared"] as const;
type State = (typeof states)[number];

/** What the rules give to whom (R11, R12); an empty list: nothing, in any state. */
const examine: CaseAct[] = [
  "take",
  "findings",
  "messages",
  "notes",
  "changes",
  "recommendation",
  "conflict",
  "controversies",
  "controversy-answer",
];
const given: Record<string, CaseAct[]> = {
  reviewer: examine,
  approver: [...examine, "decision", "return"],
  "approver who reviewed": examine,
  "approver of the organisation": [],
  "approver who left the organisation": [],
  "approver who declared a conflict": [],
  secretariat: ["assignment", "notes", "conflict"],
  administrator: [],
  "lead of the organisation": [],
  "anybody with an account": [],
  "nobody signed in": [],
};

const possible: Record<State, CaseAct[]> = {
  registered: ["take", "assignment", "messages", "notes", "conflict", "controversies", "controversy-answer"],
  in_review: [
    "take",
    "assignment",
    "findings",
    "messages",
    "notes",
    "changes",
    "recommendation",
    "conflict",
    "controversies",
    "controversy-answer",
  ],
  changes_requested: ["assignment", "messages", "notes", "conflict", "controversies", "controversy-answer"],
  recommended: [
    "assignment",
    "messages",
    "notes",
    "changes",
    "decision",
    "return",
    "conflict",
    "controversies",
    "controversy-answer",
  ],
  // Cleared: the case is closed.
  cleared: [],
};

async function actorFor(role: string, organisationId: string): Promise<Actor> {
  if (role === "nobody signed in") return { kind: "anonymous" };
  if (role === "anybody with an account") return makePerson();
  if (role === "lead of the organisation") return addMembership(await makePerson(), organisationId, "lead");
  if (role === "approver of the organisation")
    return addMembership(await makeStaff("approver"), organisationId, "author");
  if (role === "approver who left the organisation")
    return { ...(await makeStaff("approver")), formerOrganisationIds: [organisationId] };
  return makeStaff(role.split(" ")[0] as "reviewer");
}

/** A case in a state, with everything that any act may need: findings, a recommendation, one unanswered controversy. */
async function caseIn(state: State, role: string) {
  const organisation = await insertOrganisation({ state });
  const actor = await actorFor(role, organisation.id);
  const own = actor.kind === "person" ? actor.id : "";
  const row = await insertCase({
    organisationId: organisation.id,
    reviewerId: role === "approver who reviewed" ? own : reviewer.id,
    recommended: state === "recommended",
    closed: state === "cleared",
    declaredBy: role === "approver who declared a conflict" ? own : undefined,
    controversy: true,
  });
  return { actor, caseId: row.id, controversyId: row.controversies[0]?.id ?? "" };
}

type Made = Awaited<ReturnType<typeof caseIn>>;
const reason = "Because of the reasons given.";
const send: Record<CaseAct, (on: Made) => Promise<unknown>> = {
  take: (on) => commands.takeCase(on, { version: 0 }),
  assignment: (on) => commands.assignCase(on, { version: 0, reason }),
  findings: (on) => commands.recordFinding(on, { version: 0, step: "screening", verdict: "met", text: "Seen." }),
  messages: (on) => sendMessage(on, { version: 0, field: undefined, body: "Well?" }),
  notes: (on) => commands.addNote(on, { version: 0, body: "Noted." }),
  changes: (on) => commands.requestChanges(on, { version: 0, reason }),
  recommendation: (on) => recommend(on, { version: 0, recommendation: "decline", riskRating: "low", reason }),
  decision: (on) => decide(on, { version: 0, decision: "declined", reason, internalReason: reason }),
  return: (on) => sendBack(on, { version: 0, reason }),
  conflict: (on) => commands.declareConflict(on, { version: 0, reason }),
  controversies: (on) => recordControversy(on, { version: 0, source: "https://example.org/2", summary: "Reported." }),
  "controversy-answer": (on) =>
    answerControversy(on, { version: 0, controversyId: on.controversyId, response: "Yes.", assessment: "Settled." }),
};

describe.each(Object.keys(given))("%s", (role) => {
  test.each(states)(
    "on a case that is %s: may do exactly what the rules give, and sees exactly those buttons",
    { timeout: 60_000 },
    async (state) => {
      const allowed = caseActs.filter((act) => given[role]?.includes(act) && possible[state].includes(act));
      // A refused act changes nothing, so that one case serves them all.
      const refused = await caseIn(state, role);
      for (const act of caseActs) {
        if (allowed.includes(act)) {
          await send[act](await caseIn(state, role));
          continue;
        }
        const outcome: unknown = await send[act](refused).catch((error: unknown) => error);
        expect(outcome instanceof Refused || outcome instanceof Conflict, `${act}: ${outcome}`).toBe(true);
      }
      const { actor, caseId } = refused;
      const page = await getCase(actor as Person, caseId, "en", { part: "checks" }).catch((error: unknown) => error);
      if (given[role]?.length === 0 && role !== "administrator") return expect(page).toBeInstanceOf(Refused);
      const { acts } = page as { acts: Record<CaseAct, boolean> };
      expect(caseActs.filter((act) => acts[act])).toEqual(allowed);
    },
  );
});
