import { registerProjection } from "~/access/command.server";
import { projectEvent } from "~/compendium/projections.server";
import { caseOpeningEvents } from "~/due-diligence/events";
import { projectCase } from "~/due-diligence/projections.server";
import { publicOrganisationEvents } from "~/organisations/events";
import { publicPledgeEvents } from "~/pledges/events";
import { publicPartEvents } from "~/pledges/together/events";

/** What follows from an event inside the transaction that records it, feature by feature (E1). Called once per process. */
export function registerProjections(): void {
  registerProjection(caseOpeningEvents, projectCase);
  registerProjection([...publicPledgeEvents, ...publicPartEvents, ...publicOrganisationEvents], projectEvent);
}
