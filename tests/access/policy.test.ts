import { describe, expect, test } from "vitest";
import { type Actor, anonymous, type MemberRole, type Person, type StaffRole, systemActor } from "~/access/actor";
import { can, type Permission, policy } from "~/access/policy";
import type { Rule } from "~/access/rules";

const own = "organisation-own";
const other = "organisation-other";

function person({
  staff = [],
  role,
  id = "me",
  former = [],
}: {
  staff?: StaffRole[];
  role?: MemberRole;
  id?: string;
  former?: string[];
}): Person {
  return {
    kind: "person",
    id,
    sessionId: "s",
    name: "N",
    email: "n@example.org",
    language: "en",
    timeZone: "UTC",
    demo: false,
    staffRoles: staff,
    owesSecondFactor: false,
    formerOrganisationIds: former,
    activeOrganisationId: role ? own : null,
    memberships: role ? [{ organisationId: own, organisationName: "Own", role }] : [],
  };
}

const actors: Record<string, Actor> = {
  anyone: anonymous,
  person: person({}),
  author: person({ role: "author" }),
  lead: person({ role: "lead" }),
  reviewer: person({ staff: ["reviewer"] }),
  approver: person({ staff: ["approver"] }),
  secretariat: person({ staff: ["secretariat"] }),
  administrator: person({ staff: ["administrator"] }),
  system: systemActor("test"),
};
const permissions = Object.keys(policy) as Permission[];
const roleOf = (name: string, rule: Rule) =>
  rule.roles.some(
    (role) => role === name || role === "anyone" || (role === "person" && !["anyone", "system"].includes(name)),
  );

describe("the policy table, every role against every permission", () => {
  for (const permission of permissions)
    for (const [name, actor] of Object.entries(actors))
      test(`${name} ${roleOf(name, policy[permission]) ? "may" : "may not"} ${permission}`, () => {
        expect(can(actor, permission)).toBe(roleOf(name, policy[permission]));
      });
});

describe("a role in one organisation is worth nothing in another", () => {
  for (const permission of permissions.filter((name) =>
    (policy[name] as Rule).roles.every((role) => role === "author" || role === "lead"),
  ))
    for (const role of ["author", "lead"] as const)
      test(`${role} of another organisation may not ${permission}`, () => {
        expect(can(person({ role }), permission, { organisationId: other })).toBe(false);
      });
});

const staffWork = permissions.filter((name) => name.startsWith("case.") && "when" in policy[name]);

describe("conflict of interest (R11)", () => {
  for (const permission of staffWork) {
    const staff = { staff: ["reviewer", "approver", "secretariat"] as StaffRole[] };
    test(`staff who belong to the pledging organisation may not ${permission}`, () => {
      expect(can(person({ ...staff, role: "lead" }), permission, { organisationId: own })).toBe(false);
      expect(can(person({ ...staff, role: "lead" }), permission, { organisationId: other })).toBe(true);
    });
    test(`nor staff who left it within 24 months, belong to a partner, or declared a conflict: ${permission}`, () => {
      expect(can(person({ ...staff, former: [own] }), permission, { organisationId: own })).toBe(false);
      expect(
        can(person({ ...staff, role: "author" }), permission, { organisationId: other, partnerOrganisationIds: [own] }),
      ).toBe(false);
      expect(can(person(staff), permission, { organisationId: other, declaredConflicts: ["me"] })).toBe(false);
    });
  }
});

describe("four eyes (R11)", () => {
  test("whoever reviewed a case in any round may not decide it", () => {
    const both = person({ staff: ["reviewer", "approver"] });
    expect(can(both, "case.decide", { organisationId: other, reviewerIds: ["me", "someone"] })).toBe(false);
    expect(can(both, "case.decide", { organisationId: other, reviewerIds: ["someone"] })).toBe(true);
  });
  test("nobody changes their own staff roles", () => {
    expect(can(person({ staff: ["administrator"] }), "account.change_staff_roles", { accountId: "me" })).toBe(false);
    expect(can(person({ staff: ["administrator"] }), "account.change_staff_roles", { accountId: "you" })).toBe(true);
  });
});
