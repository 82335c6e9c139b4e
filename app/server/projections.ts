import { registerProjection } from "~/access/command.server";
import { caseOpeningEvents, projectCase } from "~/due-diligence/projections.server";

/** What follows from an event inside the transaction that records it, feature by feature (E1). Called once per process. */
export function registerProjections(): void {
  registerProjection(caseOpeningEvents, projectCase);
}
