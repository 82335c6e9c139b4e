import { hasNoConflict, hasNotReviewed, type Rules } from "../rules";

export const dueDiligencePolicy = {
  "case.list": { roles: ["reviewer", "approver", "secretariat", "administrator"] },
  "case.read": { roles: ["reviewer", "approver", "secretariat", "administrator"], when: hasNoConflict },
  "case.take": { roles: ["reviewer", "approver"], when: hasNoConflict },
  "case.assign": { roles: ["secretariat"], when: hasNoConflict },
  "case.record_finding": { roles: ["reviewer", "approver"], when: hasNoConflict },
  "case.message": { roles: ["reviewer", "approver"], when: hasNoConflict },
  "case.note": { roles: ["reviewer", "approver", "secretariat"], when: hasNoConflict },
  "case.request_changes": { roles: ["reviewer", "approver"], when: hasNoConflict },
  "case.recommend": { roles: ["reviewer", "approver"], when: hasNoConflict },
  "case.decide": {
    roles: ["approver"],
    when: (actor, subject) => hasNoConflict(actor, subject) && hasNotReviewed(actor, subject),
  },
  "case.send_back": {
    roles: ["approver"],
    when: (actor, subject) => hasNoConflict(actor, subject) && hasNotReviewed(actor, subject),
  },
  "case.declare_conflict": { roles: ["reviewer", "approver", "secretariat"] },
  "case.record_controversy": { roles: ["reviewer", "approver"], when: hasNoConflict },
} satisfies Rules;
