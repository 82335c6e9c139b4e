import { applyForParticipation, decideParticipation } from "~/organisations/participation/commands.server";
import { leaderCriteria } from "~/organisations/participation/schema";
import { answerJoinRequest, requestToJoin } from "~/organisations/people/commands.server";
import { registerOrganisation } from "~/organisations/registration/commands.server";
import { registrationSchema } from "~/organisations/registration/schema";
import { type InventedOrganisation, inventedOrganisations } from "./invented-organisations";
import { actAs } from "./people.server";
import { everyone, type PersonaId } from "./personas";
import { walkCase } from "./review.server";

const organisationOf = (persona: (typeof everyone)[number], slug: string) =>
  persona.organisation === slug
    ? persona.organisationRole
    : persona.alsoIn?.organisation === slug
      ? persona.alsoIn.role
      : null;

/** Registers the invented organisations through the commands that people use, and walks their cases. Answers ids by slug. */
export async function registerInvented(
  wanted: (organisation: InventedOrganisation) => boolean,
): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  for (const organisation of inventedOrganisations.filter(wanted))
    ids.set(organisation.slug, await register(organisation));
  return ids;
}

async function register(invented: InventedOrganisation): Promise<string> {
  const people = everyone.filter((persona) => organisationOf(persona, invented.slug));
  const lead = people.find((persona) => organisationOf(persona, invented.slug) === "lead");
  if (!lead) throw new Error(`${invented.slug} has no lead among the personas`);
  const { id } = await registerOrganisation(
    await actAs(lead.id as PersonaId),
    registrationSchema.parse(formOf(invented)),
  );
  for (const person of people.filter((one) => one !== lead)) {
    const request = await requestToJoin(await actAs(person.id as PersonaId), id, undefined);
    await answerJoinRequest(
      await actAs(lead.id as PersonaId),
      request.id,
      organisationOf(person, invented.slug) ?? "author",
    );
  }
  await walkCase(
    { organisationId: id, kind: "organisation" },
    { to: invented.target_state === "registered" ? "new" : invented.target_state, question: invented.question },
  );
  for (const wish of invented.participation ?? []) await participate(id, wish, lead.id as PersonaId);
  return id;
}

function formOf(invented: InventedOrganisation) {
  return {
    shortName: invented.short_name,
    description: invented.description,
    website: invented.website,
    publicContact: invented.public_contact,
    officialName: invented.official_name,
    constituency: invented.constituency,
    country: invented.country,
    legalForm: invented.legal_form,
    registrationNumber: invented.registration_number,
    registrationAuthority: invented.registration_authority,
    registeredAddress: invented.registered_address,
    yearFounded: invented.year_founded,
    hostOrganisation: invented.host_organisation,
    compactCommitment: true,
    mayAct: true,
    similarAnswer: "different",
    people: invented.key_people.map((person) => ({
      role: person.role,
      fullName: person.full_name,
      originalName: person.original_name,
      nationality: person.nationality,
      birthYear: person.birth_year,
    })),
  };
}

async function participate(
  organisationId: string,
  wish: NonNullable<InventedOrganisation["participation"]>[number],
  lead: PersonaId,
) {
  const { id } = await applyForParticipation(await actAs(lead), organisationId, {
    kind: wish.kind,
    focusArea: wish.focus_area,
    represents: wish.represents,
    statement: wish.statement,
    criteria: wish.kind === "leader" ? [...leaderCriteria] : [],
  });
  if (wish.target_state !== "admitted") return;
  await decideParticipation(await actAs("secretariat"), id, {
    decision: "admit",
    represents: wish.represents,
    reason: "Starter content: admitted by a demo account.",
    consultation:
      wish.kind === "leader" ? "Starter content: no consultation took place, the organisation is invented." : undefined,
    startsOn: wish.kind === "leader" ? "2026-01-01" : undefined,
    version: 0,
  });
}
