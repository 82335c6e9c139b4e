import { hasNoConflict, hasNotReviewed, type Rules } from "../rules";

export const organisationsPolicy = {
  "organisation.register": { roles: ["person", "system"] },
  "organisation.record": { roles: ["secretariat", "system"] },
  "organisation.read_own": { roles: ["author", "lead"] },
  "organisation.change_profile": { roles: ["lead"] },
  "organisation.accept_profile": { roles: ["reviewer", "approver", "secretariat"], when: hasNoConflict },
  "organisation.resubmit": { roles: ["lead"] },
  "organisation.ask_to_join": { roles: ["person"] },
  "organisation.answer_join_request": { roles: ["lead", "secretariat"] },
  "organisation.escalate_join_request": { roles: ["system"] },
  "organisation.appoint_lead": { roles: ["secretariat"], when: hasNoConflict },
  "organisation.manage_people": { roles: ["lead"] },
  "organisation.invite": { roles: ["lead"] },
  // Whoever holds the link of the mail; the command compares the address.
  "organisation.answer_invitation": { roles: ["anyone"] },
  "organisation.leave": { roles: ["author", "lead"] },
  "organisation.list": { roles: ["reviewer", "approver", "secretariat", "administrator"] },
  "organisation.appeal": { roles: ["lead"] },
  "organisation.suspend": { roles: ["reviewer", "approver"], when: hasNoConflict },
  // Whoever suspended it counts as having reviewed it: another approver decides (R2).
  "organisation.restore": {
    roles: ["approver"],
    when: (actor, subject) => hasNoConflict(actor, subject) && hasNotReviewed(actor, subject),
  },
  "organisation.remove": {
    roles: ["approver"],
    when: (actor, subject) => hasNoConflict(actor, subject) && hasNotReviewed(actor, subject),
  },
  "organisation.close": { roles: ["lead", "secretariat"] },
  "participation.apply": { roles: ["lead"] },
  "participation.end_own": { roles: ["lead"] },
  "participation.decide": { roles: ["secretariat"], when: hasNoConflict },
  "participation.read": { roles: ["secretariat", "administrator"] },
} satisfies Rules;
