import { recordOrganisation } from "~/organisations/registration/commands.server";
import { recordCompiledPledge } from "~/pledges/compiled/commands.server";
import { compiledPledges } from "./compiled-pledges";
import { actAs } from "./people.server";
import { walkCase } from "./review.server";

/** Records the pledges known from public announcements on the compiled track, confirmed by two demo members of staff (R16). */
export async function recordCompiled(events: Map<string, string>): Promise<void> {
  const secretariat = await actAs("secretariat");
  const organisations = new Map<string, string>();
  for (const pledge of compiledPledges) {
    const {
      organisation: officialName,
      constituency,
      organisation_country: country,
      event,
      status: _status,
      ...record
    } = pledge;
    const organisationId =
      organisations.get(officialName) ??
      (await recordOrganisation(secretariat, { officialName, constituency, country })).id;
    organisations.set(officialName, organisationId);
    const eventId = event ? (events.get(event) ?? null) : null;
    const { revisionId } = await recordCompiledPledge(secretariat, {
      organisationId,
      record: record as never,
      eventId,
    });
    await walkCase({ revisionId }, { to: "cleared" });
  }
}
