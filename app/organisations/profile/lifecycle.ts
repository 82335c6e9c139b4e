import type { Lifecycle } from "~/access/lifecycle";
import type { ProfileProposalState } from "~/platform/db/generated/enums";

/** Every state a proposed profile can be in. A test holds them equal to the database's enum. */
export const proposalStates = [
  "submitted",
  "accepted",
  "refused",
  "withdrawn",
] as const satisfies readonly ProfileProposalState[];

/** The life of what an organisation would like readers to see: shown once one member of staff accepts it (R13). */
export const proposalLife = {
  accept: {
    from: ["submitted"],
    to: "accepted",
    permission: "organisation.accept_profile",
    reason: "none",
    event: "organisation.profile_accepted",
    tell: ["organisation_leads"],
  },
  refuse: {
    from: ["submitted"],
    to: "refused",
    permission: "organisation.accept_profile",
    reason: "required",
    event: "organisation.profile_refused",
    tell: ["organisation_leads"],
  },
  take_back: {
    from: ["submitted"],
    to: "withdrawn",
    permission: "organisation.change_profile",
    reason: "none",
    event: "organisation.profile_withdrawn",
    tell: [],
  },
} as const satisfies Lifecycle<ProfileProposalState>;

export type ProposalMove = keyof typeof proposalLife;
