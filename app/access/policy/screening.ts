import { hasNoConflict, type Rules } from "../rules";

export const screeningPolicy = {
  "screening.read": { roles: ["reviewer", "approver", "secretariat", "administrator"], when: hasNoConflict },
  "screening.change_list": { roles: ["reviewer", "secretariat", "administrator"] },
  "screening.resolve": { roles: ["reviewer", "approver"], when: hasNoConflict },
  "screening.run": { roles: ["system"] },
} satisfies Rules;
