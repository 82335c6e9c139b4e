import type { Rules } from "../rules";

export const platformPolicy = {
  "audit.read": { roles: ["administrator"] },
  "mail.retry": { roles: ["administrator", "secretariat"] },
  "mail.read": { roles: ["administrator", "secretariat"] },
  "compendium.rebuild": { roles: ["system"] },
  "starter.load": { roles: ["system"] },
  "style.read": { roles: ["anyone"] },
} satisfies Rules;
