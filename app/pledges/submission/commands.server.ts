import type { Person } from "~/access/actor";
import type { Receipt, Run } from "~/access/command.server";
import { Conflict } from "~/platform/errors";
import { isOpen } from "../lifecycle";
import { mayAppeal } from "../model";
import { askPartners } from "../together/transitions.server";
import { lockRevision, movePledge, moveRevision } from "../transitions.server";
import { ownRevision, pledgeCommand } from "../writing/commands.server";
import { consentVersion } from "./schema";
import { freezeOnDay, giveReference, keepSubmission, recordDrafting, requireComplete } from "./transitions.server";

interface Move {
  version: number;
  reason?: string;
}

/** Hands a draft to the leads for their sign-off. Throws `Conflict` while something is missing. */
export async function askSignOff(actor: Person, pledgeId: string, move: Move, receipt: Receipt | null = null) {
  await pledgeCommand({ actor, name: "pledge.ask_sign_off", receipt }, async (run) => {
    const revision = await lockOwn(run, actor, pledgeId);
    run.check("pledge.ask_sign_off", { organisationId: revision.pledge.organisationId });
    await requireComplete(run, revision.id);
    await recordDrafting(run, revision);
    await moveRevision(run, revision.id, "ask_sign_off", { expectedVersion: move.version });
  });
}

/** Takes a draft back from the leads, so that it can be changed. */
export async function backToDraft(actor: Person, pledgeId: string, move: Move, receipt: Receipt | null = null) {
  await pledgeCommand({ actor, name: "pledge.back_to_draft", receipt }, async (run) => {
    const revision = await lockOwn(run, actor, pledgeId);
    await moveRevision(run, revision.id, "back_to_draft", { expectedVersion: move.version, reason: move.reason });
  });
}

/**
 * Signs a pledge off and sends it to due diligence: by a lead only, with the consent text of this version (R5, R33). The first time it
 * gets its reference (R6); value and country groups are frozen on this day (R23, R24). Sent twice at once, it is submitted once.
 */
export async function submitPledge(
  actor: Person,
  pledgeId: string,
  move: Move,
  receipt: Receipt | null = null,
): Promise<{ reference: string }> {
  return pledgeCommand({ actor, name: "pledge.submit", receipt }, async (run) => {
    const revision = await lockOwn(run, actor, pledgeId);
    const { pledge } = revision;
    run.check("pledge.submit", { organisationId: pledge.organisationId });
    if (["suspended", "removed", "closed"].includes(pledge.organisation.state))
      throw new Conflict("pledges:blocker.organisation_suspended");
    const again = revision.state === "changes_requested";
    if (!again && revision.state !== "draft" && revision.state !== "ready")
      throw new Conflict(`pledges:conflict.${revision.state}`);
    await requireComplete(run, revision.id);
    await recordDrafting(run, revision);
    const on = run.now.toISOString().slice(0, 10);
    const reference = await giveReference(run, revision);
    if (!pledge.firstSubmittedOn)
      await run.tx.pledge.update({ where: { id: pledge.id }, data: { firstSubmittedOn: run.now } });
    const judgedOn = pledge.firstSubmittedOn ? firstDay(pledge.firstSubmittedOn, revision.number, on) : on;
    await freezeOnDay(run, revision, judgedOn);
    await askPartners(run, revision, judgedOn);
    await run.tx.revision.update({
      where: { id: revision.id },
      data: { consentAt: run.now, consentVersion },
    });
    await keepSubmission(run, revision.id);
    await moveRevision(run, revision.id, again ? "resubmit" : "submit", {
      expectedVersion: move.version,
      data: { reference, consentVersion },
    });
    return { reference };
  });
}

// A second round of the first revision keeps the day of the first submission; a revision is judged on its own day (R23, R24).
const firstDay = (first: Date, number: number, today: string): string =>
  number === 1 ? first.toISOString().slice(0, 10) : today;

/**
 * Withdraws a pledge: a revision under way leaves no public trace; a published pledge keeps a page with date and, once staff have read it,
 * the reason (R1, R3). With `whole`, a published pledge goes together with the revision of it that is under way. By a lead, with a reason.
 */
export async function withdrawPledge(
  actor: Person,
  pledgeId: string,
  move: Move & { reason: string; whole?: boolean },
  receipt: Receipt | null = null,
): Promise<void> {
  await pledgeCommand({ actor, name: "pledge.withdraw", receipt }, async (run) => {
    const revision = await lockOwn(run, actor, pledgeId);
    const { pledge } = revision;
    run.check("pledge.withdraw", { organisationId: pledge.organisationId });
    const isDraft = revision.state === "draft" || revision.state === "ready";
    // A draft was never handed over: alone it can be deleted, and there is nothing to withdraw.
    if (isDraft && !move.whole) throw new Conflict(`pledges:conflict.${revision.state}`);
    if (move.whole || !isOpen(revision.state)) {
      await movePledge(run, pledge.id, "withdraw", { reason: move.reason });
      if (!isOpen(revision.state)) return;
    }
    if (isDraft) {
      await run.tx.revision.delete({ where: { id: revision.id } });
      run.record({
        event: "pledge.draft_deleted",
        subjectType: "pledge",
        subjectId: pledge.id,
        organisationId: pledge.organisationId,
        data: { revisionId: revision.id, revision: revision.number },
      });
    } else await moveRevision(run, revision.id, "withdraw", { expectedVersion: move.version, reason: move.reason });
  });
}

/** Asks for another approver's decision after a refusal: once, within 60 days (R1, R12). By a lead, with a reason. */
export async function appealDecision(
  actor: Person,
  pledgeId: string,
  move: Move & { reason: string },
  receipt: Receipt | null = null,
): Promise<void> {
  await pledgeCommand({ actor, name: "pledge.appeal", receipt }, async (run) => {
    const revision = await lockOwn(run, actor, pledgeId);
    run.check("pledge.appeal", { organisationId: revision.pledge.organisationId });
    if (revision.state !== "declined") throw new Conflict(`pledges:conflict.${revision.state}`);
    const appeals = await countAppeals(run, revision.pledgeId, revision.id);
    if (!mayAppeal(revision.updatedAt, appeals, run.now)) throw new Conflict("pledges:conflict.appeal_closed");
    await moveRevision(run, revision.id, "appeal", { expectedVersion: move.version, reason: move.reason });
  });
}

async function countAppeals(run: Run, pledgeId: string, revisionId: string): Promise<number> {
  return run.tx.auditEvent.count({
    where: {
      event: "pledge.appealed",
      subjectType: "pledge",
      subjectId: pledgeId,
      data: { path: ["revisionId"], equals: revisionId },
    },
  });
}

async function lockOwn(run: Run, actor: Person, pledgeId: string) {
  const { id } = await ownRevision(run.tx, actor, pledgeId);
  return lockRevision(run.tx, id);
}
