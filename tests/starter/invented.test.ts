import { describe, expect, it } from "vitest";
import { languages } from "~/platform/i18n/languages";
import * as codes from "~/reference/codes";
import { country, isInGroup } from "~/reference/countries";
import { isCurrency, parseAmount } from "~/reference/currencies";
import { starterEvents } from "~/starter/events";
import { inventedOrganisations } from "~/starter/invented-organisations";
import { type InventedPledge, inventedPledges } from "~/starter/invented-pledges";
import { everyone, type Persona, personas } from "~/starter/personas";

const slugs = inventedOrganisations.map((organisation) => organisation.slug);
const named = inventedPledges.map((pledge) => [pledge.external_id, pledge] as const);

describe("personas", () => {
  it("have addresses that cannot exist, each once", () => {
    expect(new Set(everyone.map((persona) => persona.email)).size).toBe(everyone.length);
    for (const persona of everyone) {
      expect(persona.email).toMatch(/^[a-z.]+@example\.org$/);
      expect(languages).toContain(persona.language);
      if (persona.organisation) expect(slugs).toContain(persona.organisation);
      expect(persona.organisation === null).toBe(persona.organisationRole === null);
    }
    for (const [id, persona] of Object.entries(personas)) expect(persona.id).toBe(id);
  });

  it("can play every part: four eyes, conflict of interest, two organisations", () => {
    const withRole = (role: string) => everyone.filter((persona) => persona.staffRoles.some((held) => held === role));
    const independent = (role: string) => withRole(role).filter((persona) => !persona.organisation);
    for (const role of ["reviewer", "approver", "administrator"]) expect(independent(role)).toHaveLength(2);
    expect(independent("secretariat")).toHaveLength(1);
    expect(withRole("reviewer").some((persona) => persona.organisation)).toBe(true);
    expect(everyone.filter((persona) => persona.alsoIn)).toHaveLength(1);
  });

  it("include a lead for every organisation", () => {
    for (const slug of slugs) {
      expect(
        everyone.some((persona) => persona.organisation === slug && persona.organisationRole === "lead"),
        slug,
      ).toBe(true);
    }
  });
});

describe("invented organisations", () => {
  it("say in their name that they are invented", () => {
    expect(new Set(slugs).size).toBe(slugs.length);
    for (const organisation of inventedOrganisations) {
      for (const name of [organisation.official_name, organisation.short_name]) {
        expect(name).toMatch(/invented|inventad[ao]|inventée?|вымышлен|مُختلقة|虚构/);
      }
      expect(codes.constituencies).toContain(organisation.constituency);
      if (organisation.country) expect(country(organisation.country)).toBeDefined();
      expect(organisation.website).toMatch(/^https:\/\/[a-z-]+\.example\.org$/);
      expect(organisation.key_people.some((person) => person.role === "highest_leader")).toBe(true);
      for (const person of organisation.key_people) expect(country(person.nationality)).toBeDefined();
      for (const part of organisation.participation ?? []) {
        expect(codes.focusAreas).toContain(part.focus_area);
        expect(codes.participationGroups).toContain(part.represents);
      }
    }
  });
});

describe("invented pledges", () => {
  it("stand in every state of both lives (R1)", () => {
    expect(new Set(inventedPledges.map((pledge) => pledge.target_state))).toEqual(
      new Set([
        ...["draft", "ready", "submitted", "in_review", "recommended", "changes_requested", "cleared", "declined"],
        ...["withdrawn_before_publication", "published", "superseded", "completed", "discontinued", "suspended"],
        ...["withdrawn", "removed"],
      ]),
    );
    expect(new Set(inventedPledges.map((pledge) => pledge.language))).toEqual(new Set(languages));
    expect(new Set(inventedPledges.map((pledge) => pledge.type))).toEqual(new Set(codes.pledgeTypes));
    expect(new Set(inventedPledges.map((pledge) => pledge.external_id)).size).toBe(inventedPledges.length);
  });

  it.each(named)("%s is written and signed off by people of its organisation", (_id, pledge) => {
    expect(slugs).toContain(pledge.organisation);
    const author: Persona = personas[pledge.author];
    const organisations = [author.organisation, author.alsoIn?.organisation];
    expect(organisations).toContain(pledge.organisation);
    const signed = !["draft", "ready"].includes(pledge.target_state);
    expect(pledge.signed_off_by !== undefined).toBe(signed);
    if (pledge.signed_off_by) {
      expect(personas[pledge.signed_off_by]).toMatchObject({
        organisation: pledge.organisation,
        organisationRole: "lead",
      });
    }
    for (const part of pledge.co_pledgers ?? []) expect(slugs).toContain(part.organisation);
  });

  it.each(named)("%s keeps to the lengths and says what the next step needs", (_id, pledge) => {
    expect(JSON.stringify(pledge)).not.toContain("null");
    const texts = [pledge, ...Object.values(pledge.translations ?? {})];
    for (const { title, summary } of texts) {
      expect(title.length).toBeLessThanOrEqual(120);
      expect(summary.length).toBeLessThanOrEqual(400);
    }
    if (pledge.translations) expect(Object.keys({ ...pledge.translations, [pledge.language]: 0 })).toHaveLength(6);
    if (pledge.target_state === "changes_requested") expect(pledge.question).toBeDefined();
    const ended = ["declined", "withdrawn_before_publication", "discontinued", "suspended", "withdrawn", "removed"];
    expect(pledge.reason !== undefined).toBe(ended.includes(pledge.target_state));
    expect(pledge.next_revision !== undefined).toBe(pledge.target_state === "superseded");
    if (pledge.event) expect(starterEvents.map((event) => event.slug)).toContain(pledge.event);
    if (pledge.target_state === "cleared") expect(pledge.event).toBeDefined();
  });

  it.each(named.filter(([, pledge]) => pledge.target_state !== "draft"))(
    "%s has what submission asks for",
    (_id, pledge) => {
      expect(pledge.focus_areas?.length).toBeGreaterThan(0);
      expect(pledge.scope).toBeDefined();
      expect(pledge.end).toBeDefined();
      expect(pledge.public_contact).toContain("@");
      const measured = pledge.type === "financial" || pledge.type === "project" ? pledge.indicators : pledge.milestones;
      expect(measured?.length).toBeGreaterThan(0);
      for (const { due } of measured ?? []) expect(due <= (pledge.end ?? "")).toBe(true);
      if (pledge.amount !== undefined && pledge.currency !== undefined) {
        expect(isCurrency(pledge.currency)).toBe(true);
        expect(parseAmount(pledge.amount, pledge.currency).ok).toBe(true);
      }
    },
  );

  it.each(named.filter(([, pledge]) => pledge.target_state !== "draft"))(
    "%s claims a benefit that agrees with its share and with the lists of the day (R22, R23)",
    (_id, pledge) => {
      for (const group of codes.groups) {
        const [extent, share] = claim(pledge, group);
        expect(codes.extents).toContain(extent);
        if (extent === undefined || share === undefined) throw new Error(`${group}: extent or share is missing`);
        expect(codes.extentAgrees(extent, share), `${group}: ${extent} ${share}`).toBe(true);
        if (pledge.scope === "countries") expect(share, group).toBe(derivedShare(pledge, group));
      }
    },
  );
});

function claim(pledge: InventedPledge, group: codes.Group): [codes.Extent | undefined, number | undefined] {
  if (group === "ldc") return [pledge.ldc_extent, pledge.ldc_share];
  if (group === "lldc") return [pledge.lldc_extent, pledge.lldc_share];
  return [pledge.sids_extent, pledge.sids_share];
}

function derivedShare(pledge: InventedPledge, group: codes.Group): number | "unknown" {
  const entries = (pledge.countries ?? []).map((entry) => entry.split(":"));
  const members = entries.filter(([iso3 = ""]) => isInGroup(iso3, group, pledge.pledged_on));
  if (members.length === entries.length) return 100;
  if (members.length === 0) return 0;
  if (entries.some(([, share]) => share === undefined)) return "unknown";
  return members.reduce((sum, [, share]) => sum + Number(share), 0);
}
