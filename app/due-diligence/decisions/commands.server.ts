import type * as z from "zod";
import type { Run } from "~/access/command.server";
import { Conflict, Invalid, Refused } from "~/platform/errors";
import { msg } from "~/platform/i18n/message";
import { publishWaiting } from "~/pledges/transitions.server";
import { act, addText, noRecommendation, type OnCase, personId } from "../commands.server";
import { requireAnswered } from "../controversies/commands.server";
import { recommendationStep, unfinishedSteps } from "../model";
import type * as schema from "../schema";
import { changeCase, type LockedCase, moveSubject } from "../transitions.server";

type Values<Name extends keyof typeof schema> = z.output<(typeof schema)[Name]>;

/** Recommends to the approver. Every step needs a finding; to clear, every controversy an answer. */
export const recommend = (on: OnCase, values: Values<"recommendationSchema">) =>
  act(on, "case.recommend", async (run, row, subject) => {
    const missing = unfinishedSteps(row, row.findings);
    if (missing.length > 0)
      throw new Invalid({ "": [msg("due-diligence:error.steps_missing", { steps: missing.join(" ") })] });
    if (values.recommendation === "clear") requireAnswered(row);
    const authorId = personId(on.actor);
    await run.tx.finding.create({
      data: {
        caseId: row.id,
        round: row.round,
        step: recommendationStep,
        verdict: "not_applicable",
        text: values.reason,
        authorId,
        at: run.now,
      },
    });
    await moveSubject(run, row, "recommend", subject);
    await changeCase(
      run,
      row,
      values.version,
      "recommended",
      {
        recommendation: values.recommendation,
        riskRating: values.riskRating,
        recommendationReason: values.reason,
        conditions: values.conditions ?? null,
        recommendedBy: authorId,
        recommendedAt: run.now,
      },
      { recommendation: values.recommendation },
    );
  });

/** The approver gives the case back to its reviewer; the organisation is not disturbed. */
export const sendBack = (on: OnCase, { version, reason }: Values<"returnSchema">) =>
  act(on, "case.send_back", async (run, row, subject) => {
    await moveSubject(run, row, "send_back", subject, reason);
    await addText(run, row, reason);
    await changeCase(run, row, version, "sentBack", noRecommendation);
  });

/**
 * The decision of an approver who reviewed nothing in this case (R11). A pledge that is cleared is published in this transaction unless
 * something stands in the way (R4); an organisation that is cleared lets its waiting pledges follow.
 */
export const decide = (on: OnCase, values: Values<"decisionSchema">) =>
  act(on, "case.decide", async (run, row, subject) => {
    const { decision, reason = "", internalReason, version } = values;
    if (!row.recommendation) throw new Conflict("due-diligence:error.no_recommendation");
    if (decision === "cleared") requireAnswered(row);
    await requireAnotherThanBefore(run, row);
    const decidedBy = personId(on.actor);
    await moveSubject(run, row, moveFor[decision], subject, reason || undefined);
    await run.tx.caseDecision.create({
      data: { caseId: row.id, round: row.round, decision, reason, internalReason, decidedBy, decidedAt: run.now },
    });
    const outcome =
      decision === "changes_requested"
        ? { waitingSince: run.now, ...noRecommendation }
        : {
            decision,
            decisionReason: reason,
            internalReason: internalReason ?? null,
            decidedBy,
            decidedAt: run.now,
            closedAt: run.now,
          };
    await changeCase(run, row, version, "decided", outcome, { decision });
    if (decision === "cleared" && row.kind === "organisation") await publishWaiting(run, row.organisationId);
    return { decision };
  });

const moveFor = { cleared: "clear", changes_requested: "request_changes", declined: "decline" } as const;

/** An appeal goes to an approver who has not decided on this case before (R12). */
async function requireAnotherThanBefore(run: Run, row: LockedCase): Promise<void> {
  const declined = await run.tx.caseDecision.findMany({
    where: { caseId: row.id, decision: "declined" },
    select: { decidedBy: true },
  });
  if (declined.some(({ decidedBy }) => decidedBy === personId(run.actor)))
    throw new Refused("case.decide", { organisationId: row.organisationId });
}
