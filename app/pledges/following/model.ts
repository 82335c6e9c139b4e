import type { Permission } from "~/access/policy";
import type { PledgeState, RevisionState } from "~/platform/db/generated/enums";
import type { Tone } from "~/ui/tags";
import { isEditable, isOpen, pledgeLife, type RevisionMove, revisionLife } from "../lifecycle";
import { appealDays } from "../model";

/** Where one pledge stands, as far as its own people must know it. `revisionState` is that of the newest revision. */
export interface Standing {
  pledgeState: PledgeState;
  revisionState: RevisionState;
  /** Until when a refusal may be appealed; null: never, or no longer. */
  appealUntil: Date | null;
  /** A question of the reviewer waits for an answer. */
  asked: boolean;
}

/** What decides the words on every page: the revision that is under way, or what became of the pledge. */
export type Stage =
  | Exclude<RevisionState, "published" | "superseded">
  | "asked"
  | "declined_open"
  | "published"
  | "completed"
  | "discontinued"
  | "suspended"
  | "withdrawn_public"
  | "removed";

/** The stage of a pledge (R1). A revision under way says more than the pledge it revises, unless that has ended. */
export function stageOf({ pledgeState, revisionState, appealUntil, asked }: Standing): Stage {
  if (pledgeState === "withdrawn") return "withdrawn_public";
  if (pledgeState === "removed") return "removed";
  if (asked && (revisionState === "in_review" || revisionState === "submitted")) return "asked";
  if (revisionState === "declined" && appealUntil) return "declined_open";
  if (isOpen(revisionState)) return revisionState as Stage;
  if (pledgeState !== "unpublished") return pledgeState;
  return revisionState === "declined" ? "declined" : "withdrawn";
}

/** Who must act next. `platform`: nobody, it goes on by itself. */
export type NextActor = "people" | "lead" | "reviewer" | "approver" | "platform" | "nobody";

const nextActors: Record<Stage, NextActor> = {
  draft: "people",
  ready: "lead",
  submitted: "reviewer",
  in_review: "reviewer",
  asked: "people",
  changes_requested: "people",
  recommended: "approver",
  cleared: "platform",
  declined_open: "lead",
  declined: "nobody",
  withdrawn: "nobody",
  published: "nobody",
  completed: "nobody",
  discontinued: "nobody",
  suspended: "approver",
  withdrawn_public: "nobody",
  removed: "nobody",
};

export const nextActor = (stage: Stage): NextActor => nextActors[stage];

/** Whether a pledge at this stage waits for this person. */
export const needs = (stage: Stage, isLead: boolean): boolean =>
  nextActor(stage) === "people" || (isLead && nextActor(stage) === "lead");

const tones: Partial<Record<Stage, Tone>> = {
  draft: "open",
  ready: "half",
  asked: "due",
  changes_requested: "due",
  cleared: "done",
  declined_open: "stopped",
  declined: "stopped",
  withdrawn: "quiet",
  published: "done",
  completed: "done",
  discontinued: "stopped",
  suspended: "stopped",
  withdrawn_public: "quiet",
  removed: "stopped",
};

/** How a stage is marked; what is not named is under way. */
export const stageTone = (stage: Stage): Tone => tones[stage] ?? "half";

/** The ways to look at the list; each is an address. */
export const views = ["all", "needs-me", "drafts", "with-itu", "published", "ended"] as const;
export type View = (typeof views)[number];
export const viewOf = (value: string | null): View => views.find((view) => view === value) ?? "all";

const drafts: readonly RevisionState[] = ["draft", "ready"];
const withItu: readonly RevisionState[] = ["submitted", "in_review", "changes_requested", "recommended", "cleared"];

/** Whether a pledge belongs into a view. A public pledge with a revision under way stands in two. */
export function isInView(view: View, standing: Standing, isLead: boolean): boolean {
  const { pledgeState, revisionState } = standing;
  const ended = ["completed", "discontinued", "withdrawn", "removed"].includes(pledgeState);
  switch (view) {
    case "all":
      return true;
    case "needs-me":
      return needs(stageOf(standing), isLead);
    case "drafts":
      return !ended && drafts.includes(revisionState);
    case "with-itu":
      return !ended && withItu.includes(revisionState);
    case "published":
      return pledgeState === "published" || pledgeState === "suspended";
    case "ended":
      return ended || (pledgeState === "unpublished" && ["declined", "withdrawn"].includes(revisionState));
  }
}

/** What the people of an organisation can do with a pledge; each stands for one address. */
export type Act =
  | "continue"
  | "ask_sign_off"
  | "submit"
  | "resubmit"
  | "back_to_draft"
  | "appeal"
  | "revise"
  | "withdraw"
  | "delete_draft";

const allows = (move: RevisionMove, state: RevisionState) =>
  (revisionLife[move].from as readonly RevisionState[]).includes(state);

/** Whether the published pledge itself can be withdrawn. */
export const isWithdrawable = (state: PledgeState): boolean =>
  (pledgeLife.withdraw.from as readonly PledgeState[]).includes(state);

/** What the tables allow now, whoever asks, with the permission each needs; the first are the ones that lead on. */
export function actsOf(standing: Standing): { act: Act; permission: Permission }[] {
  const { pledgeState, revisionState: state, appealUntil } = standing;
  const ended = pledgeState === "withdrawn" || pledgeState === "removed";
  const possible: Record<Act, [boolean, Permission]> = {
    submit: [!ended && allows("submit", state), revisionLife.submit.permission],
    resubmit: [!ended && allows("resubmit", state), revisionLife.resubmit.permission],
    ask_sign_off: [!ended && allows("ask_sign_off", state), revisionLife.ask_sign_off.permission],
    continue: [!ended && isEditable(state), "pledge.draft"],
    back_to_draft: [!ended && allows("back_to_draft", state), revisionLife.back_to_draft.permission],
    appeal: [!ended && appealUntil !== null, revisionLife.appeal.permission],
    revise: [pledgeState === "published" && !isOpen(state), "pledge.draft"],
    withdraw: [!ended && (allows("withdraw", state) || isWithdrawable(pledgeState)), revisionLife.withdraw.permission],
    delete_draft: [!ended && drafts.includes(state), "pledge.delete_draft"],
  };
  return (Object.keys(possible) as Act[])
    .filter((act) => possible[act][0])
    .map((act) => ({ act, permission: possible[act][1] }));
}

/** The last instant at which a refusal may be appealed, or null (R1, R12). */
export function appealEnd(declinedAt: Date, appealed: boolean, now: Date): Date | null {
  const until = new Date(declinedAt.getTime() + appealDays * 86_400_000);
  return appealed || until < now ? null : until;
}

/** Events of a pledge's trail that its own people read, with whether their reason is meant for them (R18). */
export const shownEvents = {
  "pledge.started": { reason: false },
  "pledge.recorded": { reason: false },
  "pledge.ready": { reason: false },
  "pledge.back_to_draft": { reason: true },
  "pledge.submitted": { reason: false },
  "pledge.resubmitted": { reason: false },
  "pledge.review_started": { reason: false },
  "pledge.changes_requested": { reason: true },
  "pledge.recommended": { reason: false },
  "pledge.cleared": { reason: true },
  "pledge.declined": { reason: true },
  "pledge.review_reopened": { reason: false },
  "pledge.appealed": { reason: true },
  "pledge.withdrawn_before_publication": { reason: true },
  "pledge.publication_held": { reason: false },
  "pledge.published": { reason: false },
  "pledge.completed": { reason: false },
  "pledge.discontinued": { reason: true },
  "pledge.reopened": { reason: true },
  "pledge.suspended": { reason: true },
  "pledge.restored": { reason: true },
  "pledge.removed": { reason: true },
  "pledge.withdrawn": { reason: true },
  "pledge.revision_started": { reason: false },
  "pledge.draft_deleted": { reason: false },
} as const;
export type ShownEvent = keyof typeof shownEvents;
export const isShown = (event: string): event is ShownEvent => event in shownEvents;
