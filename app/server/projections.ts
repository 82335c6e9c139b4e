import { registerProjection } from "~/access/command.server";
<<<<<<< HEAD
import { caseOpeningEvents, projectCase } from "~/due-diligence/projections.server";

/** What follows from an event inside the transaction that records it, feature by feature (E1). Called once per process. */
export function registerProjections(): void {
  registerProjection(caseOpeningEvents, projectCase);
=======
import { projectEvent } from "~/compendium/projections.server";
import { publicOrganisationEvents } from "~/organisations/events";
import { publicPledgeEvents } from "~/pledges/events";

/** Influence that runs upward: which features follow which events, inside the command's own transaction (E1). */
export function registerProjections(): void {
  registerProjection([...publicPledgeEvents, ...publicOrganisationEvents], projectEvent);
>>>>>>> 091e1c8 (Read model, search, facets, public pages of the compendium)
}
