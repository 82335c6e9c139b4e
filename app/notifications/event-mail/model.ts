/** Events with words of their own; `_staff` is what staff read of the same event. Everything else gets the general words. */
export const eventTemplates = [
  "organisation_registered_staff",
  "organisation_changes_requested",
  "organisation_cleared",
  "organisation_declined",
  "organisation_join_requested",
  "organisation_member_joined",
  "organisation_join_declined",
  "organisation_invitation_accepted",
  "organisation_invitation_declined",
  "participation_applied_staff",
  "participation_admitted",
  "participation_declined",
  "part_confirmed",
  "part_declined",
  "part_expired",
  "part_invited",
  "part_withdrawn",
  "pledge_ready",
  "pledge_submitted",
  "pledge_submitted_staff",
  "pledge_changes_requested",
  "pledge_cleared",
  "pledge_declined",
  "pledge_published",
  "pledge_withdrawn",
  "resubmitted_staff",
  "recommended_staff",
  "role_proposed_staff",
  "roles_changed",
  "general",
  "general_staff",
] as const;

export type EventTemplate = (typeof eventTemplates)[number];

const shared: Record<string, EventTemplate> = {
  "pledge.resubmitted": "resubmitted_staff",
  "organisation.resubmitted": "resubmitted_staff",
  "pledge.recommended": "recommended_staff",
  "organisation.recommended": "recommended_staff",
  "account.role_proposed": "role_proposed_staff",
  "account.role_granted": "roles_changed",
  "account.role_revoked": "roles_changed",
};

/** Which words an event gets for this kind of reader. */
export function templateOf(event: string, asStaff: boolean): EventTemplate {
  const common = shared[event];
  if (common?.endsWith("_staff") === asStaff && common) return common;
  const own = `${event.replace(".", "_")}${asStaff ? "_staff" : ""}`;
  return eventTemplates.find((name) => name === own) ?? (asStaff ? "general_staff" : "general");
}
