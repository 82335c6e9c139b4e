import type { Actor } from "~/access/actor";
import { command } from "~/access/command.server";
import type { Audience } from "~/access/lifecycle";
import { type ReminderStep, reminderToSend } from "../calendar/model";
import { lockRequest, publicRevision, reportersOf } from "../transitions.server";

const dayOf = (at: Date): string => at.toISOString().slice(0, 10);

/** Who is reminded of what: the people of the organisation, and in the end its leads and the secretariat. */
const reminders: Record<ReminderStep, { event: string; tell: readonly Audience[] }> = {
  [-30]: { event: "report_request.due", tell: ["organisation_people"] },
  [-7]: { event: "report_request.due", tell: ["organisation_people"] },
  0: { event: "report_request.due", tell: ["organisation_people"] },
  14: { event: "report_request.overdue", tell: ["organisation_people"] },
  30: { event: "report_request.escalated", tell: ["organisation_leads", "secretariat"] },
};

/**
 * Sends what is due today on one request: to each organisation that has not sent its report, the latest step reached, once. Answers how
 * many organisations were reminded; doing it again, or twice at once, reminds nobody a second time.
 */
export async function remind(actor: Actor, requestId: string): Promise<number> {
  return command({ actor, name: "reporting.remind" }, async (run) => {
    const request = await lockRequest(run.tx, requestId);
    const revision = await publicRevision(run.tx, request.pledgeId);
    if (request.state !== "open" || request.pledge.state !== "published" || !revision) return 0;
    const sentReports = await run.tx.report.findMany({
      where: { requestId, correctsId: null, state: { notIn: ["draft", "ready", "withdrawn"] } },
      select: { organisationId: true },
    });
    const answered = new Set(sentReports.map(({ organisationId }) => organisationId));
    const sent = await run.tx.reportReminder.findMany({ where: { requestId } });
    let count = 0;
    for (const organisationId of reportersOf(revision)) {
      if (answered.has(organisationId)) continue;
      const step = reminderToSend({
        dueOn: dayOf(request.dueOn),
        openedOn: dayOf(request.openedAt),
        sent: sent.filter((one) => one.organisationId === organisationId).map((one) => one.step),
        today: dayOf(run.now),
      });
      if (step === null) continue;
      await run.tx.reportReminder.create({ data: { requestId, organisationId, step, sentAt: run.now } });
      const { event, tell } = reminders[step];
      run.record({
        event,
        subjectType: "report_request",
        subjectId: requestId,
        organisationId,
        data: { pledgeId: request.pledgeId, step },
        tell,
      });
      count += 1;
    }
    return count;
  });
}
