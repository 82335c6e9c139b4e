import type { PledgeState, RevisionState } from "~/platform/db/generated/enums";

/** Who must do something now. `event`: it waits for an event or for the organisation's own clearance. */
export type NextActor = "you" | "lead" | "staff" | "event" | "nobody";

/** Whose turn it is with the newest revision of a pledge. */
export function nextActor(pledge: { state: PledgeState }, revision: { state: RevisionState }): NextActor {
  if (pledge.state === "withdrawn" || pledge.state === "removed") return "nobody";
  if (pledge.state === "suspended") return "staff";
  const byRevision: Record<RevisionState, NextActor> = {
    draft: "you",
    ready: "lead",
    submitted: "staff",
    in_review: "staff",
    changes_requested: "you",
    recommended: "staff",
    cleared: "event",
    declined: "lead",
    withdrawn: "nobody",
    published: "nobody",
    superseded: "nobody",
  };
  return byRevision[revision.state];
}

/** How a state is marked: begun, under way, a person must act, finished, stopped. */
export type StateTone = "done" | "open" | "half" | "due" | "quiet" | "stopped";

export function stateTone(status: PledgeState | RevisionState): StateTone {
  switch (status) {
    case "draft":
    case "unpublished":
      return "open";
    case "ready":
    case "changes_requested":
      return "due";
    case "submitted":
    case "in_review":
    case "recommended":
    case "cleared":
      return "half";
    case "published":
    case "completed":
      return "done";
    case "declined":
    case "suspended":
    case "discontinued":
      return "stopped";
    default:
      return "quiet";
  }
}

/** What the list of an organisation's pledges may be narrowed to. */
export const pledgeViews = ["all", "yours", "drafts", "staff", "public", "ended"] as const;
export type PledgeListFilter = (typeof pledgeViews)[number];

/** Whether a pledge belongs under a filter of the list. */
export function isUnder(
  filter: PledgeListFilter,
  pledge: { state: PledgeState },
  revision: { state: RevisionState },
): boolean {
  switch (filter) {
    case "all":
      return true;
    case "yours":
      return ["you", "lead"].includes(nextActor(pledge, revision)) && revision.state !== "declined";
    case "drafts":
      return revision.state === "draft" || revision.state === "ready";
    case "staff":
      return nextActor(pledge, revision) === "staff";
    case "public":
      return ["published", "completed", "discontinued"].includes(pledge.state);
    case "ended":
      return (
        ["withdrawn", "removed", "discontinued", "completed"].includes(pledge.state) ||
        (pledge.state === "unpublished" && ["withdrawn", "declined"].includes(revision.state))
      );
  }
}
