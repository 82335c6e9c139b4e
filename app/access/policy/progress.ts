import { hasNoConflict, hasNotReviewed, type Rules } from "../rules";

export const progressPolicy = {
  "report.read_own": { roles: ["author", "lead"] },
  "report.draft": { roles: ["author", "lead"] },
  "report.submit": { roles: ["lead"] },
  "report.withdraw": { roles: ["lead"] },
  "report.list": { roles: ["reviewer", "approver", "secretariat", "administrator"] },
  "report.read": { roles: ["reviewer", "approver", "secretariat", "administrator"], when: hasNoConflict },
  "report.assign": { roles: ["secretariat"], when: hasNoConflict },
  "report.check": { roles: ["reviewer", "approver", "secretariat"], when: hasNoConflict },
  // Four eyes where they are asked for: whoever agreed first is not the one who accepts.
  "report.accept": {
    roles: ["reviewer", "approver", "secretariat"],
    when: (actor, subject) => hasNoConflict(actor, subject) && hasNotReviewed(actor, subject),
  },
  "reporting.manage": { roles: ["secretariat", "system"] },
  "reporting.remind": { roles: ["system"] },
  "reporting.set_threshold": { roles: ["administrator"] },
  // Two members of staff, neither of them of the organisation, end what nobody reports on (R5).
  "reporting.end": {
    roles: ["reviewer", "approver", "secretariat"],
    when: (actor, subject) => hasNoConflict(actor, subject) && hasNotReviewed(actor, subject),
  },
} satisfies Rules;
