import type { Person } from "~/access/actor";
import { can } from "~/access/policy";
import { address } from "~/addresses";
import type { Need } from "~/organisations/model";
import { ownOrganisation } from "~/organisations/queries.server";
import { now } from "~/platform/clock";
import { db } from "~/platform/db/client.server";
import type { Report, ReportRequest } from "~/platform/db/generated/client";
import { found, NotFound } from "~/platform/errors";
import { formatDay } from "~/platform/i18n/format";
import { isLanguage, type Language } from "~/platform/i18n/languages";
import { getT } from "~/platform/i18n/translate";
import { decimalText } from "~/reference/currencies";
import { isOverdue } from "../calendar/model";
import { writableStates } from "../lifecycle";
import { reportTone } from "../model";
import type { MyReportRow, MyReportsView } from "../pages/my-reports";
import type { OwnReportView } from "../pages/report-form";
import { periodOf, viewOf, wholeReport } from "../queries.server";

const dayOf = (at: Date): string => at.toISOString().slice(0, 10);

/** What the active organisation owes, writes and has reported. */
export async function getMyReports(actor: Person, lang: Language): Promise<MyReportsView> {
  const rows = await listRows(actor, lang);
  const groups = ["overdue", "due", "under_way", "answered"] as const;
  return {
    groups: groups.map((group) => ({ group, rows: rows.filter((row) => row.group === group) })),
  };
}

/** Reports that somebody waits for, for the organisation's home. */
export async function getReportNeeds(actor: Person, lang: Language): Promise<Need[]> {
  const t = getT(lang, "progress");
  const rows = await listRows(actor, lang);
  return rows
    .filter(({ group, waits }) => group === "overdue" || group === "due" || waits)
    .map((row) => ({
      key: row.key,
      when: row.due ?? row.period,
      title: t("need", { title: row.title }),
      href: row.href ?? address.myReports(lang),
      note: row.state,
      due: row.group !== "due" || row.waits,
    }));
}

async function listRows(actor: Person, lang: Language): Promise<MyReportRow[]> {
  const organisationId = ownOrganisation(actor, "report.read_own");
  const partner = {
    state: "published" as const,
    coPledgers: { some: { organisationId, state: "confirmed" as const } },
  };
  const pledges = await db().pledge.findMany({
    where: { compiled: false, OR: [{ organisationId }, { revisions: { some: partner } }] },
    select: { id: true, revisions: { where: { state: "published" }, select: { title: true, language: true } } },
  });
  const texts = new Map(pledges.map(({ id, revisions }) => [id, revisions[0]]));
  const ids = [...texts.keys()];
  const requests = await db().reportRequest.findMany({ where: { pledgeId: { in: ids } }, orderBy: { dueOn: "desc" } });
  const reports = await db().report.findMany({
    where: { pledgeId: { in: ids }, organisationId, state: { not: "withdrawn" } },
    orderBy: { createdAt: "desc" },
  });
  const rowOf = (request: ReportRequest | null, report: Report | null): MyReportRow => {
    const text = texts.get(request?.pledgeId ?? report?.pledgeId ?? "");
    return { ...standingOf(request, report, lang), title: text?.title ?? "", titleLang: text?.language ?? "en" };
  };
  const answers = new Map(reports.filter(({ correctsId }) => !correctsId).map((one) => [one.requestId, one]));
  return [
    ...requests.map((request) => rowOf(request, answers.get(request.id) ?? null)),
    ...reports.filter(({ correctsId }) => correctsId).map((report) => rowOf(null, report)),
  ];
}

/** Where a request and its report stand: the report's own state once there is one. */
function standingOf(
  request: ReportRequest | null,
  report: Report | null,
  lang: Language,
): Omit<MyReportRow, "title" | "titleLang"> {
  const t = getT(lang, "progress");
  const asked = request?.state === "open" || request?.state === "paused";
  const unsent = !report || report.state === "draft" || report.state === "ready";
  const due = request && asked && unsent ? dayOf(request.dueOn) : null;
  const late = due !== null && request?.state === "open" && isOverdue(due, now());
  const group = late
    ? "overdue"
    : due && !report
      ? "due"
      : report && report.state !== "accepted"
        ? "under_way"
        : "answered";
  const row = report ?? request;
  return {
    key: (report ?? request)?.id ?? "",
    group,
    period: row ? periodOf(row, lang) : "",
    due: due && request ? t(late ? "was_due" : "due", { date: formatDay(request.dueOn, lang) }) : null,
    state: report ? t(`report_state.${report.state}`) : t(`request_state.${request?.state ?? "open"}`),
    tone: report ? reportTone(report.state) : late ? "due" : asked ? "open" : "quiet",
    reason: report ? null : (request?.reason ?? null),
    correction: report?.correctsId !== null && report !== null,
    href: report ? address.myReport(lang, report.id) : null,
    beginId: !report && asked ? (request?.id ?? null) : null,
    waits: report?.state === "questions" || report?.state === "ready",
  };
}

/** A report of one of the actor's organisations, with what they may do with it. `NotFound` to others. */
export async function getOwnReport(actor: Person, id: string, lang: Language): Promise<OwnReportView> {
  const report = found(await db().report.findUnique({ where: { id }, include: wholeReport }));
  const subject = { organisationId: report.organisationId };
  if (!can(actor, "report.read_own", subject)) throw new NotFound();
  const { view, revision } = await viewOf(report, lang, actor.timeZone);
  const lead = can(actor, "report.submit", subject);
  const corrected = await db().report.count({ where: { correctsId: id, state: { not: "withdrawn" } } });
  const money = report.disbursedMinor !== null && report.currency;
  const indicator = (key: string) => report.indicators.find((one) => one.key === key);
  return {
    ...view,
    lead,
    writable: revision !== null && writableStates.includes(report.state),
    acts: [
      ...(report.state === "ready" && lead ? (["submit"] as const) : []),
      ...(report.state === "ready" ? (["back_to_draft"] as const) : []),
      ...(report.state === "questions" && lead ? (["resubmit"] as const) : []),
      ...(lead && ["submitted", "in_check", "questions", "agreed"].includes(report.state)
        ? (["withdraw"] as const)
        : []),
      ...(report.state === "accepted" && corrected === 0 ? (["correct"] as const) : []),
    ],
    values: {
      language: isLanguage(report.language) ? report.language : "en",
      status: report.status ?? undefined,
      statusReason: report.statusReason ?? undefined,
      disbursed: money ? decimalText(report.disbursedMinor ?? 0n, money) : undefined,
      disbursedNote: report.disbursedNote ?? undefined,
      people: report.people?.toString(),
      peopleNote: report.peopleNote ?? undefined,
      indicators: (revision?.indicators ?? []).map(({ key }) => ({
        key,
        value: indicator(key)?.value?.toString(),
        note: indicator(key)?.note ?? undefined,
      })),
      milestones: view.milestones.map(({ key, done }) => ({ key, done: done ?? undefined })),
      narrative: report.narrative,
      obstacles: report.obstacles,
      nextSteps: report.nextSteps,
      links: report.links.join("\n"),
    },
  };
}
