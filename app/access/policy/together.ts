import { hasNotSignedOff, type Rules } from "../rules";

/** Parts of joint pledges: the subject's organisation is the one that is asked (R10, R20). */
export const togetherPolicy = {
  "part.read": { roles: ["author", "lead"] },
  "part.confirm": { roles: ["lead"], when: hasNotSignedOff },
  "part.decline": { roles: ["lead"] },
  "part.withdraw": { roles: ["lead"] },
  "part.expire": { roles: ["system"] },
} satisfies Rules;
