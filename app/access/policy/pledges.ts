import { hasConfirmedNoPart, hasNoConflict, isOwnAccount, type Rules } from "../rules";

export const pledgesPolicy = {
  "translation.write": { roles: ["author", "lead"] },
  "translation.list": { roles: ["reviewer", "approver", "secretariat"] },
  // Accepted by somebody else than its author (R25).
  "translation.accept": {
    roles: ["reviewer", "approver", "secretariat"],
    when: (actor, subject) => hasNoConflict(actor, subject) && !isOwnAccount(actor, subject),
  },
  "reference.read": { roles: ["secretariat", "administrator"] },
  "reference.maintain": { roles: ["secretariat"], when: hasNoConflict },
  "pledge.read_own": { roles: ["author", "lead"] },
  "pledge.draft": { roles: ["author", "lead"] },
  "pledge.ask_sign_off": { roles: ["author", "lead"] },
  "pledge.back_to_draft": { roles: ["author", "lead"] },
  "pledge.delete_draft": { roles: ["author", "lead"] },
  "pledge.submit": { roles: ["lead"], when: hasConfirmedNoPart },
  "pledge.withdraw": { roles: ["lead"] },
  "pledge.appeal": { roles: ["lead"] },
  "pledge.answer": { roles: ["author", "lead"] },
  "pledge.record": { roles: ["secretariat", "system"] },
  "pledge.publish": { roles: ["approver", "system"], when: hasNoConflict },
  "pledge.suspend": { roles: ["reviewer", "approver"], when: hasNoConflict },
  "pledge.restore": { roles: ["approver"], when: hasNoConflict },
  "pledge.remove": { roles: ["approver"], when: hasNoConflict },
  "pledge.discontinue": { roles: ["secretariat", "system"] },
  "pledge.complete": { roles: ["secretariat", "system"] },
} satisfies Rules;
