/** What happens to lists and hits. Data holds ids, codes and counts only: names and reasons stay in the staff pages. */
export const screeningEvents = {
  prepared: "screening.list_prepared",
  discarded: "screening.list_discarded",
  taken: "screening.list_taken",
  hitsRaised: "screening.hits_raised",
  resolved: "screening.hit_resolved",
} as const;

/** What may bring new names with it: the organisation is screened again. */
export const namingEvents = [
  "organisation.registered",
  "organisation.recorded",
  "organisation.resubmitted",
  "organisation.appealed",
  "organisation.profile_changed",
  "organisation.profile_accepted",
  "organisation.key_person_added",
  "organisation.key_person_removed",
  "pledge.submitted",
  "pledge.recorded",
  "pledge.resubmitted",
  "pledge.appealed",
  // What they named is named no more.
  "pledge.declined",
  "pledge.withdrawn_before_publication",
] as const;
