import type * as z from "zod";
import type { Actor } from "~/access/actor";
import { command, type Receipt } from "~/access/command.server";
import type { Subject } from "~/access/rules";
import { lockOrganisation, moveOrganisation } from "~/organisations/transitions.server";
import type { Tx } from "~/platform/db/client.server";
import { Conflict, found } from "~/platform/errors";
import { personId } from "../../commands.server";
import { screeningEvents } from "../events";
import type { hitResolutionSchema } from "./schema";

/**
 * What a person makes of a hit, with a reason; it can be seen otherwise later, and counts as reviewing (R11). A match suspends a cleared
 * organisation in the same transaction (R2). Throws `Conflict` where somebody resolved it since, or it stands no more.
 */
export async function resolveHit(
  { actor, hitId, receipt }: { actor: Actor; hitId: string; receipt?: Receipt | null },
  { was, verdict, reason, toOrganisation }: z.output<typeof hitResolutionSchema>,
): Promise<void> {
  await command({ actor, name: "screening.resolve", receipt }, async (run) => {
    const by = personId(actor);
    const hit = found(await run.tx.screeningHit.findUnique({ where: { id: hitId } }));
    const organisation = await lockOrganisation(run.tx, hit.organisationId);
    run.check("screening.resolve", await hitSubject(run.tx, hit));
    const { count } = await run.tx.screeningHit.updateMany({
      where: { id: hitId, state: was, standing: true },
      data: { state: verdict, reason, resolvedBy: by, resolvedAt: run.now, resolvers: { push: by } },
    });
    if (count !== 1 || was === verdict) throw new Conflict("screening:error.resolved_meanwhile");
    run.record({
      event: screeningEvents.resolved,
      subjectType: "screening_hit",
      subjectId: hitId,
      organisationId: hit.organisationId,
      data: { was, verdict },
      reason,
    });
    if (verdict === "match" && organisation.state === "cleared")
      await moveOrganisation(run, organisation.id, "suspend", { reason: toOrganisation });
  });
}

/** Who is in conflict of interest over a hit: as over the open cases of the organisation, and its partners in the pledge (R11). */
export async function hitSubject(
  tx: Pick<Tx, "coPledger" | "conflictDeclaration">,
  { organisationId, pledgeId }: { organisationId: string; pledgeId: string | null },
): Promise<Subject> {
  const [partners, conflicts] = await Promise.all([
    pledgeId
      ? tx.coPledger.findMany({ where: { revision: { pledgeId } }, select: { organisationId: true } })
      : Promise.resolve([]),
    tx.conflictDeclaration.findMany({
      where: { case: { organisationId, closedAt: null } },
      select: { accountId: true },
    }),
  ]);
  return {
    organisationId,
    partnerOrganisationIds: partners.flatMap((partner) => partner.organisationId ?? []),
    declaredConflicts: conflicts.map(({ accountId }) => accountId),
  };
}

/** Throws `Conflict` while a hit stands open or as a match, or the organisation waits to be screened with the list in use: nobody clears it then. */
export async function requireScreened(tx: Tx, organisationId: string): Promise<void> {
  const [hits, list, screening] = await Promise.all([
    tx.screeningHit.count({ where: { organisationId, standing: true, state: { not: "no_match" } } }),
    tx.sanctionsList.findFirst({ where: { state: "current" }, select: { id: true } }),
    tx.screening.findUnique({ where: { organisationId }, select: { listId: true } }),
  ]);
  if (hits > 0) throw new Conflict("screening:error.hit_stands");
  if (list && screening?.listId !== list.id) throw new Conflict("screening:error.not_screened");
}
