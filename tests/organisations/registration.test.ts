import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { systemActor } from "~/access/actor";
import { slugOf } from "~/organisations/names/model";
import { recordOrganisation, registerOrganisation } from "~/organisations/registration/commands.server";
import { websiteDomain } from "~/organisations/registration/model";
import { similarOrganisations } from "~/organisations/registration/queries.server";
import { registrationSchema } from "~/organisations/registration/schema";
import { db } from "~/platform/db/client.server";
import { Conflict, Invalid, Refused } from "~/platform/errors";
import { freshPerson, makePerson } from "../support/actors";
import { useDatabase } from "../support/database";
import { registration } from "../support/registration";
import { insertOrganisation } from "../support/rows";

useDatabase();

const wrongFields = (different: Record<string, unknown>) => {
  const result = registrationSchema.safeParse({ ...registration(), ...different });
  return result.success
    ? {}
    : Object.fromEntries(result.error.issues.map((issue) => [issue.path.join("."), issue.message]));
};

describe("registering an organisation", () => {
  test("makes it registered, the person its lead, and tells reviewers", async () => {
    const person = await makePerson();
    const { id } = await registerOrganisation(person, registration({ officialName: "Atoll Data Cooperative" }));
    const row = await db().organisation.findUniqueOrThrow({ where: { id }, include: { people: true } });
    expect([row.state, row.slug, row.people.length]).toEqual(["registered", "atoll-data-cooperative", 1]);
    expect((await freshPerson(person)).memberships).toMatchObject([{ organisationId: id, role: "lead" }]);
    const event = await db().auditEvent.findFirstOrThrow({ where: { subjectId: id } });
    expect([event.event, event.actorId]).toEqual(["organisation.registered", person.id]);
    expect(JSON.stringify(event.data)).not.toContain("Lead One");
  });

  test("sent twice with one receipt, one is made; the same receipt with another text is refused (E10)", async () => {
    const person = await makePerson();
    const receipt = { key: randomUUID(), bodyHash: "one" };
    const values = registration({ officialName: "Twice Sent Telecom" });
    const [one, two] = await Promise.all([
      registerOrganisation(person, values, receipt),
      registerOrganisation(person, values, receipt),
    ]);
    expect(one.id).toBe(two.id);
    expect(await db().organisation.count({ where: { officialName: "Twice Sent Telecom" } })).toBe(1);
    await expect(registerOrganisation(person, values, { ...receipt, bodyHash: "two" })).rejects.toThrow(Conflict);
  });

  test("needs a person: the platform itself registers nothing", async () => {
    await expect(registerOrganisation(systemActor("test"), registration())).rejects.toThrow(Refused);
    await expect(registerOrganisation({ kind: "anonymous" }, registration())).rejects.toThrow(Refused);
  });

  test("names in six scripts are kept as written, and two of one name get two addresses", async () => {
    const names = [
      "شركة الشعاب المرجانية",
      "珊瑚网络有限公司",
      "Café Réseaux",
      "Коралловые сети",
      "Redes Ñandú",
      "कोरल नेटवर्क",
    ];
    for (const officialName of names) {
      const { id } = await registerOrganisation(
        await makePerson(),
        registration({ officialName, people: [{ role: "highest_leader", fullName: officialName }] }),
      );
      const row = await db().organisation.findUniqueOrThrow({ where: { id }, include: { people: true } });
      expect([row.officialName, row.people[0]?.fullName]).toEqual([officialName, officialName]);
      expect(row.slug).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    }
    const again = registration({ officialName: "Café Réseaux", similarAnswer: "different" });
    const { id } = await registerOrganisation(await makePerson(), again);
    expect((await db().organisation.findUniqueOrThrow({ where: { id } })).slug).toBe("cafe-reseaux-2");
  });

  test("twenty of one name at once all get their own address", async () => {
    const people = await Promise.all(Array.from({ length: 20 }, () => makePerson()));
    const values = registration({ officialName: "Same Name Union", similarAnswer: "different" });
    await Promise.all(people.map((person) => registerOrganisation(person, values)));
    const slugs = (await db().organisation.findMany({ where: { officialName: "Same Name Union" } })).map(
      (row) => row.slug,
    );
    expect(new Set(slugs).size).toBe(20);
  });
});

describe("what the form asks for (R15)", () => {
  test("a complete company is accepted", () => expect(wrongFields({})).toEqual({}));

  test("too long, and marks that hide or turn text, come back to their fields", () => {
    expect(Object.keys(wrongFields({ officialName: "a".repeat(100_000) }))).toEqual(["officialName"]);
    expect(Object.keys(wrongFields({ registeredAddress: "a".repeat(100_000) }))).toEqual(["registeredAddress"]);
    for (const bad of ["a\u0000b", "a\u0007b", "a\nb", "a\u202Eb"])
      expect(wrongFields({ officialName: bad })).toEqual({ officialName: "error.control_characters" });
    expect(wrongFields({ registeredAddress: "1 Road\r\nTown" })).toEqual({});
  });

  test("a blank name, an unknown country, a year to come, another protocol are not taken", () => {
    expect(Object.keys(wrongFields({ officialName: "  " }))).toEqual(["officialName"]);
    expect(wrongFields({ country: "XXX" })).toEqual({ country: "error.invalid_choice" });
    expect(wrongFields({ yearFounded: 2999 })).toEqual({ yearFounded: "error.in_the_future" });
    for (const website of ["javascript:alert(1)", "ftp://example.org", "https://user@example.org", "example"])
      expect(wrongFields({ website })).toEqual({ website: "error.invalid_url" });
  });

  test("a company names its register; a ministry need not; a youth group without legal form names its host", () => {
    const without = {
      legalForm: undefined,
      registrationNumber: undefined,
      registrationAuthority: undefined,
      yearFounded: undefined,
    };
    expect(Object.keys(wrongFields(without)).sort()).toEqual([
      "legalForm",
      "registrationAuthority",
      "registrationNumber",
      "yearFounded",
    ]);
    expect(wrongFields({ ...without, constituency: "government", compactCommitment: false })).toEqual({});
    expect(Object.keys(wrongFields({ ...without, constituency: "youth" }))).toEqual(["hostOrganisation"]);
    expect(wrongFields({ ...without, constituency: "youth", hostOrganisation: "Example Youth Trust" })).toEqual({});
    expect(Object.keys(wrongFields({ compactCommitment: false }))).toEqual(["compactCommitment"]);
  });

  test("somebody must be named as highest leader", () => {
    expect(wrongFields({ people: [{ role: "owner", fullName: "Owner" }] })).toEqual({
      people: "organisations:error.no_leader_named",
    });
  });
});

describe("likely duplicates (R9)", () => {
  test("a similar name is pointed out, and must be answered", async () => {
    const known = await insertOrganisation({ officialName: "Meridian Cable Foundation", slug: "meridian" });
    const person = await makePerson();
    const values = registration({ officialName: "Meridian Cable Fundation" });
    await expect(registerOrganisation(person, values)).rejects.toThrow(Invalid);
    const { id } = await registerOrganisation(person, { ...values, similarAnswer: `part_of:${known.id}` });
    expect((await db().organisation.findUniqueOrThrow({ where: { id } })).partOfId).toBe(known.id);
  });

  test("an organisation without a public page is not named, and cannot be chosen as parent", async () => {
    const hidden = await insertOrganisation({ officialName: "Quiet Lagoon Research Institute", state: "in_review" });
    const candidate = { officialName: "Quiet Lagoon Research Institute", email: "a@elsewhere.example" };
    expect(await similarOrganisations(candidate)).toEqual([{ id: hidden.id, name: null, slug: null, because: "name" }]);
    const values = registration({ officialName: candidate.officialName, similarAnswer: `part_of:${hidden.id}` });
    await expect(registerOrganisation(await makePerson(), values)).rejects.toThrow(Invalid);
  });

  test("the same website or mail domain points it out; public providers and shared sites do not", async () => {
    const known = await insertOrganisation({ officialName: "Zephyr", website: "https://www.zephyr.example/en" });
    const find = (website: string | undefined, email: string) =>
      similarOrganisations({ officialName: "Wholly Other Words", website, email });
    expect(await find("https://zephyr.example", "a@elsewhere.example")).toMatchObject([
      { id: known.id, because: "website" },
    ]);
    expect(await find(undefined, "a@zephyr.example")).toMatchObject([{ id: known.id, because: "mail" }]);
    await insertOrganisation({ officialName: "Aurora", website: "https://gmail.com" });
    expect(await find(undefined, "a@gmail.com")).toEqual([]);
    expect(websiteDomain("https://www.facebook.com/zephyr")).toBeUndefined();
  });

  test("names in other languages count, and so do other scripts", async () => {
    const known = await insertOrganisation({ officialName: "Fondation du Grand Large", names: { zh: "远洋基金会" } });
    expect(await similarOrganisations({ officialName: "远洋基金会", email: "a@b.example" })).toMatchObject([
      { id: known.id },
    ]);
  });

  test("a name in one script is found by the same name in another", async () => {
    const { id } = await registerOrganisation(
      await makePerson(),
      registration({ officialName: "Коралловые сети Полинезии", similarAnswer: "different" }),
    );
    const [closest] = await similarOrganisations({ officialName: "Korallovye Seti Polinezii", email: "a@b.example" });
    expect(closest).toMatchObject({ id, because: "name", name: null });
  });

  test("what was removed or closed is not pointed out", async () => {
    await insertOrganisation({ officialName: "Obsolete Beacon Trust", state: "closed" });
    expect(await similarOrganisations({ officialName: "Obsolete Beacon Trust", email: "a@b.example" })).toEqual([]);
  });
});

describe("recording from public sources (R16)", () => {
  const facts = { officialName: "Recorded Broadband Alliance", constituency: "private_sector" };

  test("makes a record that nobody acts for", async () => {
    const { id } = await recordOrganisation(systemActor("starter"), { ...facts, externalId: "ext-1" });
    const row = await db().organisation.findUniqueOrThrow({ where: { id }, include: { memberships: true } });
    expect([row.state, row.compiled, row.memberships]).toEqual(["recorded", true, []]);
  });

  test("is not for everyone", async () => {
    await expect(recordOrganisation(await makePerson(), facts)).rejects.toThrow(Refused);
  });
});

test("slugs are made of Latin letters and digits only, whatever the script of the name", () => {
  expect(slugOf("Ministère de l’Économie & du Numérique")).toBe("ministere-de-leconomie-du-numerique");
  expect(slugOf("珊瑚网络")).toBe("shan-hu-wang-luo");
  expect(slugOf("Коралловые сети")).toBe("korallovye-seti");
  expect(slugOf("شركة الشعاب")).toMatch(/^[a-z]+-[a-z]+$/);
  expect(slugOf("!?")).toBe("");
  expect(slugOf("a".repeat(500)).length).toBeLessThanOrEqual(60);
});
