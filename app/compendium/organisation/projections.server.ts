import type { Tx } from "~/platform/db/client.server";
import type { FocusArea, ParticipationGroup } from "~/reference/codes";
import type { PublicParticipation } from "./model";

const day = (at: Date | null) => at?.toISOString().slice(0, 10) ?? null;

/**
 * Rebuilds an organisation's public row. It has one if it is cleared or a public pledge names it; of a suspended one only the name is left,
 * and what it says of itself is shown only once staff accepted it (R2, R3, R7, R13).
 */
export async function projectOrganisationRow(tx: Tx, organisationId: string): Promise<void> {
  const organisation = await tx.organisation.findUnique({
    where: { id: organisationId },
    include: { participations: { where: { state: { in: ["admitted", "ended"] } } }, oldSlugs: true },
  });
  const pledges = await tx.$queryRaw<{ one: number }[]>`
    SELECT 1 AS one FROM compendium_pledges
    WHERE organisation_ids @> ARRAY[${organisationId}::uuid] OR organisation_id = ${organisationId}::uuid LIMIT 1`;
  await tx.$executeRaw`DELETE FROM compendium_organisations WHERE id = ${organisationId}::uuid`;
  await tx.$executeRaw`DELETE FROM compendium_old_slugs WHERE organisation_id = ${organisationId}::uuid`;
  if (!organisation || (organisation.state !== "cleared" && pledges.length === 0)) return;
  for (const { slug } of organisation.oldSlugs)
    await tx.$executeRaw`INSERT INTO compendium_old_slugs (slug, organisation_id) VALUES (${slug}, ${organisationId}::uuid)`;
  const accepted = ["cleared", "recorded", "closed"].includes(organisation.state);
  const participations: PublicParticipation[] =
    organisation.state !== "cleared"
      ? []
      : organisation.participations.map((one) => ({
          kind: one.kind,
          focusArea: one.focusArea as FocusArea,
          represents: one.represents as ParticipationGroup,
          startsOn: day(one.startsOn) ?? day(one.decidedAt),
          endsOn: day(one.endsOn),
        }));
  await tx.$executeRaw`
    INSERT INTO compendium_organisations (id, slug, state, name, short_name, names, constituency, country, website, description,
      public_contact, itu_member, compiled, part_of_id, participations)
    VALUES (${organisation.id}::uuid, ${organisation.slug}, ${organisation.state},
      ${organisation.officialName}, ${accepted ? organisation.shortName : null}, ${JSON.stringify(organisation.names ?? {})}::jsonb,
      ${organisation.constituency}, ${organisation.country}, ${accepted ? organisation.website : null},
      ${accepted ? organisation.description : null}, ${accepted ? organisation.publicContact : null},
      ${organisation.ituMember && organisation.ituMemberConfirmedOn !== null}, ${organisation.compiled}, ${organisation.partOfId}::uuid,
      ${JSON.stringify(participations)}::jsonb)`;
}
