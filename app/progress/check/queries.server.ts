import type { Person } from "~/access/actor";
import { can } from "~/access/policy";
import { db } from "~/platform/db/client.server";
import { found, Refused } from "~/platform/errors";
import type { Language } from "~/platform/i18n/languages";
import { reportLife } from "../lifecycle";
import type { StaffReportView } from "../pages/staff-report";
import { viewOf, wholeReport } from "../queries.server";
import { subjectOf } from "../transitions.server";
import { asksForTwo } from "./commands.server";

/** A report as staff check it, with what this person may do. Drafts are the organisation's own: `NotFound`. */
export async function getStaffReport(actor: Person, id: string, lang: Language): Promise<StaffReportView> {
  const sent = { id, state: { notIn: ["draft" as const, "ready" as const] } };
  const report = found(await db().report.findFirst({ where: sent, include: wholeReport }));
  const pledge = await db().pledge.findUniqueOrThrow({ where: { id: report.pledgeId } });
  const subject = await subjectOf(db(), report, pledge);
  if (!can(actor, "report.read", subject)) throw new Refused("report.read", subject);
  const { view } = await viewOf(report, lang, actor.timeZone);
  const two = await asksForTwo(db(), report);
  const may = (act: "take" | "ask" | "agree" | "accept") => {
    const row = reportLife[act];
    if (!(row.from as readonly string[]).includes(report.state) || !can(actor, row.permission, subject)) return false;
    if (act === "agree") return two;
    return act !== "accept" || report.state === "agreed" || !two;
  };
  const assignee = report.assigneeId ? await db().account.findUnique({ where: { id: report.assigneeId } }) : null;
  return {
    ...view,
    two,
    assignee: assignee?.name ?? null,
    acts: (["take", "ask", "agree", "accept"] as const).filter(may),
  };
}
