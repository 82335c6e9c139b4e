import type * as z from "zod";
import type { Run } from "~/access/command.server";
import { Conflict, Invalid, Refused } from "~/platform/errors";
import { msg } from "~/platform/i18n/message";
import { publishWaiting } from "~/pledges/transitions.server";
import {
  act,
  addText,
  clockRuns,
  noRecommendation,
  type OnCase,
  personId,
  requireSomebodyToAsk,
  tellOrganisation,
} from "../commands.server";
import { requireAnswered } from "../controversies/commands.server";
import { recommendationStep, unfinishedSteps, unmetSteps } from "../model";
import type * as schema from "../schema";
import { requireScreened } from "../screening/hits/commands.server";
import { changeCase, type LockedCase, moveSubject } from "../transitions.server";

type Values<Name extends keyof typeof schema> = z.output<(typeof schema)[Name]>;

/** Recommends to the approver. Every step needs a finding; to clear, none may be unmet and every controversy answered. */
export const recommend = (on: OnCase, { version, ...advice }: Values<"recommendationSchema">) =>
  act(on, "case.recommend", version, async (run, row, subject) => {
    refuseSteps("error.step_missing", unfinishedSteps(row, row.findings));
    if (advice.recommendation === "clear") {
      refuseSteps("error.step_unmet", unmetSteps(row, row.findings));
      requireAnswered(row);
      await requireScreened(run.tx, row.organisationId);
    }
    if (advice.recommendation === "request_changes") requireSomebodyToAsk(row);
    const authorId = personId(on.actor);
    await run.tx.finding.create({
      data: {
        caseId: row.id,
        round: row.round,
        step: recommendationStep,
        verdict: "not_applicable",
        text: advice.reason,
        authorId,
        at: run.now,
      },
    });
    await moveSubject(run, row, "recommend", subject);
    await changeCase(run, row, "recommended", {
      data: {
        recommendation: advice.recommendation,
        riskRating: advice.riskRating,
        recommendationReason: advice.reason,
        conditions: advice.conditions ?? null,
        recommendedBy: authorId,
        recommendedAt: run.now,
        ...(await clockRuns(run, row)),
      },
      details: { recommendation: advice.recommendation },
    });
  });

function refuseSteps(error: string, steps: string[]): void {
  if (steps.length > 0) throw new Invalid({ "": steps.map((step) => msg(`due-diligence:${error}`, { step })) });
}

/** The approver gives the case back to its reviewer; the organisation is not disturbed, and the reason stays among the notes. */
export const sendBack = (on: OnCase, { version, reason }: Values<"returnSchema">) =>
  act(on, "case.send_back", version, async (run, row, subject) => {
    await moveSubject(run, row, "send_back", subject);
    await addText(run, row, reason);
    await changeCase(run, row, "sentBack", { data: noRecommendation });
  });

const moveFor = { cleared: "clear", changes_requested: "request_changes", declined: "decline" } as const;

/**
 * The decision of an approver who reviewed nothing in this case (R11). A pledge that is cleared is published in this transaction unless
 * something stands in the way (R4); an organisation that is cleared lets its waiting pledges follow. Deciding against the recommendation
 * needs an internal reason.
 */
export const decide = (on: OnCase, values: Values<"decisionSchema">) =>
  act(on, "case.decide", values.version, async (run, row, subject) => {
    const { decision, reason = "", internalReason = null } = values;
    const move = moveFor[decision];
    if (!row.recommendation) throw new Conflict("due-diligence:error.no_recommendation");
    if (row.recommendation !== move && !internalReason)
      throw new Invalid({ internalReason: [msg("due-diligence:error.against_recommendation")] });
    if (decision === "cleared") {
      requireAnswered(row);
      await requireScreened(run.tx, row.organisationId);
    }
    if (decision === "changes_requested") requireSomebodyToAsk(row);
    await requireAnotherThanBefore(run, row);
    const decidedBy = personId(on.actor);
    await moveSubject(run, row, move, subject, reason || undefined);
    if (reason && row.track !== "compiled") await tellOrganisation(run, row, reason);
    await run.tx.caseDecision.create({
      data: { caseId: row.id, round: row.round, decision, reason, internalReason, decidedBy, decidedAt: run.now },
    });
    const final = {
      decision,
      decisionReason: reason,
      internalReason,
      decidedBy,
      decidedAt: run.now,
      closedAt: run.now,
    };
    await changeCase(run, row, "decided", {
      data: decision === "changes_requested" ? { waitingSince: run.now, ...noRecommendation } : final,
      details: { decision },
    });
    if (decision === "cleared" && row.kind === "organisation") await publishWaiting(run, row.organisationId);
    return { decision };
  });

/** An appeal goes to an approver who has not declined this case before (R12). */
async function requireAnotherThanBefore(run: Run, row: LockedCase): Promise<void> {
  const before = await run.tx.caseDecision.count({
    where: { caseId: row.id, decision: "declined", decidedBy: personId(run.actor) },
  });
  if (before > 0) throw new Refused("case.decide", { organisationId: row.organisationId });
}
