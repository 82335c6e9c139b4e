import type { Actor } from "~/access/actor";
import { command, type Receipt, type Run } from "~/access/command.server";
import type { Tx } from "~/platform/db/client.server";
import { Conflict, found } from "~/platform/errors";
import { movePledge } from "~/pledges/transitions.server";
import { minorUnits } from "~/reference/currencies";
import { reportLife } from "../lifecycle";
import { type LockedReport, lockReport, lockRequest, moveReport, moveRequest } from "../transitions.server";
import { needsTwo, pledgeMoveAfter, usdOf } from "./model";
import type { CheckInput } from "./schema";

/**
 * One step of the check by staff: take, ask the organisation, agree as the first of two, accept. Nobody of the pledge's organisations may
 * (R11), and where two are needed the one who agreed is not the one who accepts. An accepted report answers its request and moves the
 * pledge if it says that it has ended (R31). Throws `Refused`, `Conflict`, `Invalid`, `NotFound`.
 */
export async function checkReport(
  actor: Actor,
  id: string,
  { act, reason, version }: CheckInput,
  receipt: Receipt | null = null,
): Promise<void> {
  await command({ actor, name: reportLife[act].permission, receipt }, async (run) => {
    const report = await lockReport(run.tx, id);
    const who = run.actor.kind === "person" ? run.actor.id : null;
    switch (act) {
      case "take":
        return moveReport(run, report, act, { version, data: { assigneeId: who } });
      case "ask":
        await moveReport(run, report, act, { version, reason, data: { agreedBy: null } });
        await run.tx.reportMessage.create({
          data: { reportId: id, body: reason ?? "", fromStaff: true, authorId: who, at: run.now },
        });
        return;
      case "agree":
        if (!(await asksForTwo(run.tx, report))) throw new Conflict("progress:error.one_is_enough");
        return moveReport(run, report, act, { version, data: { agreedBy: who } });
      case "accept":
        if (report.state === "in_check" && (await asksForTwo(run.tx, report)))
          throw new Conflict("progress:error.needs_two");
        await moveReport(run, report, act, { version, data: { acceptedBy: who, acceptedAt: run.now } });
        return follow(run, report);
    }
  });
}

/** Whether this report needs two members of staff, by the threshold that an administrator set. */
export async function asksForTwo(
  tx: Pick<Tx, "reportingSettings" | "revision">,
  report: Pick<LockedReport, "status" | "disbursedMinor" | "currency" | "revisionId">,
): Promise<boolean> {
  const { fourEyesUsdMinor } = await tx.reportingSettings.findUniqueOrThrow({ where: { id: 1 } });
  const { status, disbursedMinor, currency } = report;
  const revision = report.revisionId ? await tx.revision.findUnique({ where: { id: report.revisionId } }) : null;
  const rate = currency === "USD" ? 1 : revision?.rate && revision.currency === currency ? Number(revision.rate) : null;
  const usdMinor =
    disbursedMinor !== null && currency && rate !== null ? usdOf(disbursedMinor, minorUnits(currency), rate) : null;
  return needsTwo({ status, disbursedMinor, usdMinor }, fourEyesUsdMinor);
}

/** What an accepted report of the lead pledger leads to: partners' reports are about their part only (R31). */
async function follow(run: Run, report: LockedReport): Promise<void> {
  if (report.organisationId !== report.pledge.organisationId) return;
  if (report.requestId) {
    const request = await lockRequest(run.tx, report.requestId);
    if (request.state === "open" || request.state === "paused") await moveRequest(run, request, "answer");
  }
  const corrected = report.correctsId ? await run.tx.report.findUnique({ where: { id: report.correctsId } }) : null;
  const move = pledgeMoveAfter(found(report.status), report.pledge.state, corrected?.status === "completed");
  const reason = move === "reopen" ? report.correctionReason : report.statusReason;
  if (move) await movePledge(run, report.pledgeId, move, { reason: reason ?? undefined });
}
