import type { Actor, Role } from "./actor";
import { accountsPolicy } from "./policy/accounts";
import { dueDiligencePolicy } from "./policy/due-diligence";
import { organisationsPolicy } from "./policy/organisations";
import { platformPolicy } from "./policy/platform";
import { pledgesPolicy } from "./policy/pledges";
import { progressPolicy } from "./policy/progress";
import { togetherPolicy } from "./policy/together";
import type { Rule, Subject } from "./rules";

/** Who may do what: the only place that says so. Staff and administrators have rows like everyone; there is no bypass. */
export const policy = {
  ...accountsPolicy,
  ...organisationsPolicy,
  ...pledgesPolicy,
  ...dueDiligencePolicy,
  ...progressPolicy,
  ...platformPolicy,
  ...togetherPolicy,
};

export type Permission = keyof typeof policy;

/** Whether `actor` has `role`; a role in an organisation counts for the subject's organisation only, or for any if no subject is given. */
function holds(actor: Actor, role: Role, subject?: Subject): boolean {
  if (role === "anyone") return true;
  if (actor.kind === "system") return role === "system";
  if (actor.kind !== "person") return false;
  if (role === "person") return true;
  if (role === "author" || role === "lead")
    return actor.memberships.some(
      (membership) => membership.role === role && (!subject || membership.organisationId === subject.organisationId),
    );
  return role !== "system" && actor.staffRoles.includes(role);
}

/**
 * Whether `actor` may do `permission` to `subject`. Pure: pages use it to show or hide, guards and commands to refuse.
 * Without a subject it answers whether the actor could do it to anything at all.
 */
export function can(actor: Actor, permission: Permission, subject?: Subject): boolean {
  const rule: Rule = policy[permission];
  return (
    rule.roles.some((role) => holds(actor, role, subject)) && (!subject || !rule.when || rule.when(actor, subject))
  );
}
