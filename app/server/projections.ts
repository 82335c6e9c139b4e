import { registerProjection } from "~/access/command.server";
import { publicReportEvents } from "~/compendium/progress/events";
import { projectEvent } from "~/compendium/projections.server";
import { caseOpeningEvents } from "~/due-diligence/events";
import { projectCase } from "~/due-diligence/projections.server";
import { namingEvents } from "~/due-diligence/screening/events";
import { projectNames } from "~/due-diligence/screening/projections.server";
import { publicOrganisationEvents } from "~/organisations/events";
import { publicPledgeEvents } from "~/pledges/events";
import { publicPartEvents } from "~/pledges/together/events";

/** What follows from an event inside the transaction that records it, feature by feature (E1). Called once per process. */
export function registerProjections(): void {
  registerProjection(publicReportEvents, projectEvent);
  registerProjection(caseOpeningEvents, projectCase);
  registerProjection(namingEvents, projectNames);
  registerProjection([...publicPledgeEvents, ...publicPartEvents, ...publicOrganisationEvents], projectEvent);
}
