import { hasNoConflict, type Rules } from "../rules";

export const organisationsPolicy = {
  "organisation.register": { roles: ["person", "system"] },
  "organisation.record": { roles: ["secretariat", "system"] },
  "organisation.read_own": { roles: ["author", "lead"] },
  "organisation.change_profile": { roles: ["lead"] },
  "organisation.resubmit": { roles: ["lead"] },
  "organisation.ask_to_join": { roles: ["person"] },
  "organisation.answer_join_request": { roles: ["lead", "secretariat"] },
  "organisation.manage_people": { roles: ["lead"] },
  "organisation.leave": { roles: ["author", "lead"] },
  "organisation.list": { roles: ["reviewer", "approver", "secretariat", "administrator"] },
  "organisation.suspend": { roles: ["reviewer", "approver"], when: hasNoConflict },
  "participation.apply": { roles: ["lead"] },
  "participation.end_own": { roles: ["lead"] },
  "participation.decide": { roles: ["secretariat"], when: hasNoConflict },
  "participation.read": { roles: ["secretariat", "administrator"] },
} satisfies Rules;
