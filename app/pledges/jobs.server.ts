import * as z from "zod";
import { systemActor } from "~/access/actor";
import { command } from "~/access/command.server";
import { lockRevision, publishAtEmbargo, publishWhenDue } from "./transitions.server";

const payload = z.object({ revisionId: z.uuid() });

/**
 * Publishes a cleared revision at its event's embargo instant, or once its organisation was cleared, after checking everything again (R4).
 * What still stands in the way leaves it cleared; secretariat and leads are told. Running it twice changes nothing.
 */
export async function publishCleared(input: unknown): Promise<void> {
  const { revisionId } = payload.parse(input);
  await command({ actor: systemActor(publishAtEmbargo), name: "pledge.publish" }, async (run) => {
    const exists = await run.tx.revision.count({ where: { id: revisionId } });
    if (!exists) return;
    const revision = await lockRevision(run.tx, revisionId);
    if (revision.state !== "cleared") return;
    const blockers = await publishWhenDue(run, revisionId);
    if (blockers.length === 0 || blockers.includes("embargo")) return;
    run.record({
      event: "pledge.publication_held",
      subjectType: "pledge",
      subjectId: revision.pledgeId,
      organisationId: revision.pledge.organisationId,
      data: { revisionId, blockers },
      tell: ["secretariat", "organisation_leads"],
    });
  });
}

/** The jobs of this feature by name; `server` gives them to the worker. */
export const pledgeJobs = { [publishAtEmbargo]: publishCleared };
