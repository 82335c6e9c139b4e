import type { Person } from "~/access/actor";
import { can, type Permission } from "~/access/policy";
import type { CaseSubject } from "../../transitions.server";
import type { CasePart } from "../parts/model";

/** Everything staff do on a case; each has a form and an address of its own. */
export const caseActs = [
  "take",
  "assignment",
  "findings",
  "messages",
  "notes",
  "changes",
  "recommendation",
  "decision",
  "return",
  "conflict",
  "controversies",
  "controversy-answer",
] as const;
export type CaseAct = (typeof caseActs)[number];

/** The permission that each act asks for. */
export const permissionOf: Record<CaseAct, Permission> = {
  take: "case.take",
  assignment: "case.assign",
  findings: "case.record_finding",
  messages: "case.message",
  notes: "case.note",
  changes: "case.request_changes",
  recommendation: "case.recommend",
  decision: "case.decide",
  return: "case.send_back",
  conflict: "case.declare_conflict",
  controversies: "case.record_controversy",
  "controversy-answer": "case.record_controversy",
};

/** The part of a case where each act happens: after it, or when it was refused, that part is shown. */
export const partOf: Record<CaseAct, CasePart> = {
  take: "checks",
  assignment: "checks",
  findings: "checks",
  messages: "messages",
  notes: "messages",
  changes: "checks",
  recommendation: "checks",
  decision: "checks",
  return: "checks",
  conflict: "checks",
  controversies: "checks",
  "controversy-answer": "checks",
};

const anyState = ["registered", "submitted", "in_review", "changes_requested", "recommended"];

/** States of what the case is about in which an act makes sense; a test holds this equal to what the commands accept. */
const statesOf: Record<CaseAct, readonly string[]> = {
  take: ["registered", "submitted", "in_review"],
  assignment: anyState,
  findings: ["in_review"],
  messages: anyState,
  notes: anyState,
  changes: ["in_review", "recommended"],
  recommendation: ["in_review"],
  decision: ["recommended"],
  return: ["recommended"],
  conflict: anyState,
  controversies: anyState,
  "controversy-answer": anyState,
};

export interface CaseStanding {
  state: string;
  closedAt: Date | null;
  assigneeId: string | null;
  track: string;
}

/** Exactly the acts that policy, state and track allow this person on this case now. */
export function allowedActs(actor: Person, row: CaseStanding, subject: CaseSubject): Record<CaseAct, boolean> {
  const may = (act: CaseAct): boolean => {
    if (row.closedAt || !statesOf[act].includes(row.state) || !can(actor, permissionOf[act], subject)) return false;
    // A compiled record has nobody who could answer (R16).
    if ((act === "messages" || act === "changes") && row.track === "compiled") return false;
    if (act !== "take") return true;
    const begun = row.state === "in_review";
    return row.assigneeId === null || (row.assigneeId === actor.id && !begun);
  };
  return Object.fromEntries(caseActs.map((act) => [act, may(act)])) as Record<CaseAct, boolean>;
}

export type BlockedBecause =
  | "closed"
  | "reviewed"
  | "approver_decides"
  | "organisation_answers"
  | "take_first"
  | "held";

/** Why this person cannot take the next step: said, rather than a button that is missing. */
export function blockedBecause(actor: Person, row: CaseStanding, subject: CaseSubject): BlockedBecause | null {
  if (row.closedAt) return "closed";
  if (row.state === "changes_requested") return "organisation_answers";
  const examines = can(actor, "case.recommend", subject);
  if (row.state === "recommended") {
    if (can(actor, "case.decide", subject)) return null;
    return actor.staffRoles.includes("approver") ? "reviewed" : "approver_decides";
  }
  if (!examines || row.state === "in_review") return null;
  return row.assigneeId && row.assigneeId !== actor.id ? "held" : "take_first";
}
