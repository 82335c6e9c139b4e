import type { Permission } from "./policy";

/** Who is told of an event; `notifications` turns the name into people when it sends (E1). */
export type Audience =
  | "organisation_leads"
  | "organisation_people"
  | "author"
  | "reviewers"
  | "assigned_reviewer"
  | "approvers"
  | "secretariat"
  | "administrators"
  | "subject_account";

/**
 * One row of a lifecycle table: the only description of a move between states. Buttons, guards, audit entries and messages read it.
 * `to: "before_suspension"` returns to the state that was kept when the move began.
 */
export interface Transition<State extends string> {
  from: readonly State[];
  to: State | "before_suspension";
  permission: Permission;
  reason: "required" | "optional" | "none";
  event: string;
  tell: readonly Audience[];
}

export type Lifecycle<State extends string> = Record<string, Transition<State>>;
