import type { Lifecycle } from "~/access/lifecycle";
import type { PartState, RevisionState } from "~/platform/db/generated/enums";
import { openStates } from "../lifecycle";

/** Life of an organisation's part of a joint pledge (R20). What the lead pledger changes is asked anew: see `writeParts`. */
export const partLife = {
  confirm: {
    from: ["invited"],
    to: "confirmed",
    permission: "part.confirm",
    reason: "none",
    event: "part.confirmed",
    tell: ["organisation_people"],
  },
  decline: {
    from: ["invited"],
    to: "declined",
    permission: "part.decline",
    reason: "required",
    event: "part.declined",
    tell: ["organisation_people"],
  },
  withdraw: {
    from: ["confirmed"],
    to: "withdrawn",
    permission: "part.withdraw",
    reason: "required",
    event: "part.withdrawn",
    tell: ["organisation_people", "assigned_reviewer"],
  },
  expire: {
    from: ["invited"],
    to: "expired",
    permission: "part.expire",
    reason: "none",
    event: "part.expired",
    tell: ["organisation_people"],
  },
} as const satisfies Lifecycle<PartState>;

export type PartMove = keyof typeof partLife;

/** Revisions whose parts the asked organisations see: a draft is its writers' own until it is submitted. */
export const shownStates = [
  ...openStates.filter((state) => state !== "draft" && state !== "ready"),
  "published",
] as const satisfies readonly RevisionState[];

/** Revisions whose parts may still change: those shown, and drafts that carry a copy. */
export const liveStates = [...openStates, "published"] as const satisfies readonly RevisionState[];

/** Days within which an organisation answers; then its part expires (R20). */
export const answerDays = 60;
