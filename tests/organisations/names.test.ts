import { describe, expect, test } from "vitest";
import { getOrganisationPage, presentSlug } from "~/compendium/organisation/queries.server";
import { rebuildCompendium } from "~/compendium/projections.server";
import { answerProposal, proposeProfile } from "~/organisations/profile/commands.server";
import { registerOrganisation } from "~/organisations/registration/commands.server";
import { similarOrganisations } from "~/organisations/registration/queries.server";
import { registrationSchema } from "~/organisations/registration/schema";
import type { ProfileInput } from "~/organisations/schema";
import { db } from "~/platform/db/client.server";
import { registerProjections } from "~/server/projections";
import { addMembership, makePerson, makeStaff } from "../support/actors";
import { useDatabase } from "../support/database";
import { registration } from "../support/registration";
import { insertOrganisation } from "../support/rows";

useDatabase();
registerProjections();

const rowOf = (id: string) => db().organisation.findUniqueOrThrow({ where: { id } });

async function clearedWithLead(slug: string, shortName: string) {
  const { id } = await insertOrganisation({ slug, shortName, officialName: `${shortName} Limited` });
  return { id, lead: await addMembership(await makePerson(), id, "lead") };
}
async function change(who: Awaited<ReturnType<typeof clearedWithLead>>, values: ProfileInput) {
  await proposeProfile(who.lead, who.id, values, { version: (await rowOf(who.id)).version });
  const { id, version } = await db().profileProposal.findFirstOrThrow({
    where: { organisationId: who.id, state: "submitted" },
  });
  await answerProposal(await makeStaff("secretariat"), id, { version, answer: "accept" });
}
const rename = (who: Awaited<ReturnType<typeof clearedWithLead>>, shortName: string) => change(who, { shortName });

describe("names in the other languages", () => {
  test("are kept at registration, and the public page in that language shows them", async () => {
    const { id } = await registerOrganisation(
      await makePerson(),
      registration({ officialName: "Tidal Fibre Partners", names: { zh: "潮汐光纤", ar: "شركاء الألياف" } }),
    );
    await db().organisation.update({ where: { id }, data: { state: "cleared" } });
    await rebuildCompendium();
    const { slug } = await rowOf(id);
    expect((await getOrganisationPage(slug, 1, "zh"))?.title).toBe("潮汐光纤");
    expect((await getOrganisationPage(slug, 1, "fr"))?.title).toBe("Tidal Fibre Partners");
  });

  test("what is too long or turns text round comes back to its own field", () => {
    const issues = (zh: string) =>
      registrationSchema.safeParse(registration({ names: { zh } })).error?.issues.map(({ path }) => path.join("."));
    expect(issues("好".repeat(201))).toEqual(["names.zh"]);
    expect(issues("a\u202Eb")).toEqual(["names.zh"]);
  });
});

describe("addresses follow names, and old ones lead on for ever (R13)", () => {
  test("a new name gives a new address; the old one leads to it, also over two changes", async () => {
    const one = await clearedWithLead("blue-lagoon", "Blue Lagoon");
    await rename(one, "Green Lagoon");
    await rename(one, "Коралл");
    expect((await rowOf(one.id)).slug).toBe("korall");
    expect(await presentSlug("blue-lagoon")).toBe("korall");
    expect(await presentSlug("green-lagoon")).toBe("korall");
    expect(await presentSlug("never-there")).toBeNull();
    await rebuildCompendium();
    expect(await presentSlug("blue-lagoon")).toBe("korall");
  });

  test("nobody else gets an address that was somebody's before, also of two who ask at once", async () => {
    const one = await clearedWithLead("old-harbour", "Old Harbour");
    await rename(one, "New Harbour");
    const [two, three] = await Promise.all([clearedWithLead("x-two", "Two"), clearedWithLead("x-three", "Three")]);
    await Promise.all([rename(two, "Old Harbour"), rename(three, "Old Harbour")]);
    const slugs = [(await rowOf(two.id)).slug, (await rowOf(three.id)).slug].sort();
    expect(slugs).toEqual(["old-harbour-2", "old-harbour-3"]);
  });

  test("a changed name is the one by which likely duplicates are found", async () => {
    const one = await clearedWithLead("deep-sea", "Deep Sea");
    await change(one, { shortName: "Deep Sea", names: { ru: "Глубоководные линии связи" } });
    expect(
      await similarOrganisations({ officialName: "Glubokovodnye linii svyazi", email: "a@b.example" }),
    ).toMatchObject([{ id: one.id }]);
  });
});
