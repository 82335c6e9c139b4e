import { isOwnAccount, type Rules } from "../rules";

export const accountsPolicy = {
  "account.register": { roles: ["anyone"] },
  "account.confirm": { roles: ["anyone"] },
  "account.sign_in": { roles: ["anyone"] },
  "account.reset_password": { roles: ["anyone"] },
  "account.sign_out": { roles: ["person"] },
  "account.give_second_factor": { roles: ["person"] },
  "account.read_own": { roles: ["person"], when: isOwnAccount },
  "account.change_own": { roles: ["person"], when: isOwnAccount },
  "account.delete_own": { roles: ["person"], when: isOwnAccount },
  "account.list": { roles: ["administrator"] },
  "account.change_staff_roles": {
    roles: ["administrator", "system"],
    when: (actor, subject) => !isOwnAccount(actor, subject),
  },
  "account.reset_second_factor": {
    roles: ["administrator", "system"],
    when: (actor, subject) => !isOwnAccount(actor, subject),
  },
  "account.suspend": { roles: ["administrator"], when: (actor, subject) => !isOwnAccount(actor, subject) },
} satisfies Rules;
