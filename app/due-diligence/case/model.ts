import type { PledgeBodyView } from "~/pledges/pages/pledge-body";
import type { QuestionField } from "../questions/model";
import type { QueueEntry, QueuePageView } from "../queue/queries.server";
import type { CaseScreening } from "../screening/hits/model";
import type { CaseAct } from "./acts/model";
import type { CasePart } from "./parts/model";

export interface When {
  iso: string;
  text: string;
}

export type Verdict = "met" | "not_met" | "not_applicable";

export interface FindingView {
  verdict: Verdict;
  text: string;
  evidence: string | null;
  round: number;
  by: string;
  at: When;
}

/** One step of the checklist with everything found there, newest first. */
export interface StepView {
  key: string;
  number: number;
  name: string;
  hint: string;
  findings: FindingView[];
  receipt: string;
}

export interface ControversyView {
  id: string;
  source: string;
  date: string | null;
  summary: string;
  answer: { response: string; assessment: string } | null;
  by: string;
  at: When;
  receipt: string;
}

export interface MessageView {
  id: string;
  body: string;
  field: string | null;
  theirs: boolean;
  by: string;
  at: When;
}

export interface DecisionView {
  what: string;
  reason: string;
  internalReason: string | null;
  by: string;
  at: When;
  round: number;
}

/** What the organisation told for due diligence (R15): for staff only. */
export interface OrganisationRecord {
  facts: { term: string; value: string | null }[];
  people: { key: string; role: string; name: string; detail: string }[];
  documents: { id: string; name: string; href: string; size: string }[];
  cases: { href: string; title: string; lang?: string; outcome: string; day: string }[];
}

/** One case on one screen, formatted for one language. */
export interface CaseView {
  id: string;
  part: CasePart;
  version: number;
  kind: "organisation" | "pledge";
  title: { text: string; lang?: string };
  reference: string | null;
  round: number;
  track: { code: string; label: string };
  checklistVersion: number;
  /** Null once the case is closed. */
  due: QueueEntry["due"] | null;
  state: { code: string; label: string };
  assignee: string | null;
  mine: boolean;
  organisation: { name: string; state: string; clearedUntil: string | null };
  pledge: PledgeBodyView | null;
  measurability: { name: string; met: boolean; reason: string }[];
  record: OrganisationRecord;
  checklist: StepView[];
  recommendation: {
    code: "clear" | "request_changes" | "decline";
    what: string;
    risk: string;
    reason: string;
    conditions: string | null;
    by: string;
    at: When | null;
  } | null;
  decisions: DecisionView[];
  screening: CaseScreening;
  controversies: ControversyView[];
  messages: MessageView[];
  notes: { id: string; body: string; by: string; at: When }[];
  history: { at: When; text: string; by: string | null }[];
  duplicates: {
    key: string;
    title: string;
    lang?: string;
    reference: string | null;
    organisation: string;
    state: string;
    likeness: string;
  }[];
  acts: Record<CaseAct, boolean>;
  /** Why the next step is not this person's, in words. */
  blocked: string | null;
  /** Names of the steps without a finding, and of those whose newest finding says "not met". */
  missing: string[];
  unmet: string[];
  unanswered: number;
  assignees: { value: string; label: string }[];
  fields: { value: QuestionField; label: string }[];
  /** A form's idempotency key, by act (E10). */
  receipts: Record<CaseAct, string>;
  queue: Pick<QueuePageView, "views" | "entries">;
  /** What has just been done, in words. */
  done: string | null;
}
