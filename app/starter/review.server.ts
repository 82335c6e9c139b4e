import { recordFinding, requestChanges, takeCase } from "~/due-diligence/commands.server";
import { decide, recommend } from "~/due-diligence/decisions/commands.server";
import { checklistOf } from "~/due-diligence/model";
import { db } from "~/platform/db/client.server";
import { found } from "~/platform/errors";
import { actAs } from "./people.server";

/** How far a case is walked: each stop includes those before it. */
export type CaseStop = "new" | "in_review" | "changes_requested" | "recommended" | "declined" | "cleared";

interface Walk {
  to: CaseStop;
  question?: string;
  reason?: string;
}

const openCase = async (where: { organisationId: string; kind: "organisation" } | { revisionId: string }) =>
  found(await db().case.findFirst({ where: { ...where, closedAt: null } }));

/** Walks the open case of an organisation or revision through the commands that staff use; the actors are the demo staff (R16). */
export async function walkCase(where: Parameters<typeof openCase>[0], { to, question, reason }: Walk): Promise<void> {
  if (to === "new") return;
  const [reviewer, approver] = [await actAs("reviewer"), await actAs("approver")];
  const { id: caseId, ...facts } = await openCase(where);
  const version = async () =>
    found(await db().case.findUnique({ where: { id: caseId }, select: { version: true } })).version;
  const byReviewer = { actor: reviewer, caseId };
  await takeCase(byReviewer, { version: await version() });
  if (to === "in_review") return;
  if (to === "changes_requested") {
    const asked = question ?? "Please say more about this.";
    return requestChanges(byReviewer, { version: await version(), reason: asked });
  }
  for (const { key } of checklistOf(facts))
    await recordFinding(byReviewer, {
      version: await version(),
      step: key as "identity",
      verdict: "met",
      text: "Starter content: recorded by a demo account, nothing was examined.",
    });
  await recommend(byReviewer, {
    version: await version(),
    recommendation: to === "declined" ? "decline" : "clear",
    riskRating: "low",
    reason: reason ?? "Starter content: recommended by a demo account.",
  });
  if (to === "recommended") return;
  await decide({ actor: approver, caseId }, { version: await version(), decision: to, reason });
}
