import type { Person } from "~/access/actor";
import { can } from "~/access/policy";
import { address } from "~/addresses";
import { now } from "~/platform/clock";
import { db } from "~/platform/db/client.server";
import type { Prisma } from "~/platform/db/generated/client";
import { found } from "~/platform/errors";
import { formatDay } from "~/platform/i18n/format";
import type { Language } from "~/platform/i18n/languages";
import { getT } from "~/platform/i18n/translate";
import { isOverdue } from "../calendar/model";
import { reportTone } from "../model";
import type { RequestView } from "../pages/report-request";
import type { ReportingRow, ReportingView } from "../pages/reporting";
import { periodOf } from "../queries.server";
import { publicRevision, reportersOf } from "../transitions.server";
import { type ReportingSearch, searchOf } from "./schema";

const perPage = 50;

interface Page {
  rows: ReportingRow[];
  total: number;
}

/** The staff page of reporting: what waits for a check, who owes a report, and which pledges could be asked. */
export async function getReporting(actor: Person, search: ReportingSearch, lang: Language): Promise<ReportingView> {
  const manages = can(actor, "reporting.manage");
  const lists = {
    check: listToCheck,
    owed: (page: number) => listOwed(page, manages, lang),
    choose: listToAsk,
  } as const;
  const { rows, total } = await lists[search.view](search.page, lang);
  const pages = Math.max(1, Math.ceil(total / perPage));
  return {
    view: search.view,
    rows,
    total,
    page: search.page,
    pages,
    manages,
    views: (["check", "owed", "choose"] as const).map((view) => ({
      view,
      href: address.reporting(lang, searchOf({ view })),
      current: view === search.view,
    })),
  };
}

const pageOf = (page: number) => ({ skip: (page - 1) * perPage, take: perPage });

/** Titles and organisations of pledges by id. */
async function pledgesBy(ids: string[]) {
  const rows = await db().pledge.findMany({
    where: { id: { in: ids } },
    include: {
      organisation: true,
      revisions: { where: { state: "published" }, select: { title: true, language: true } },
    },
  });
  return new Map(rows.map((row) => [row.id, row]));
}

type PledgeText = Prisma.PledgeGetPayload<{
  include: { organisation: true; revisions: { select: { title: true; language: true } } };
}>;

const wordsOf = (pledge: PledgeText | undefined) => ({
  title: pledge?.revisions[0]?.title ?? "",
  titleLang: pledge?.revisions[0]?.language ?? "en",
  reference: pledge?.reference ?? null,
  organisation: pledge?.organisation.shortName ?? pledge?.organisation.officialName ?? "",
});

async function listToCheck(page: number, lang: Language): Promise<Page> {
  const t = getT(lang, "progress");
  const where = { state: { in: ["submitted", "in_check", "questions", "agreed"] } } satisfies Prisma.ReportWhereInput;
  const reports = await db().report.findMany({ where, orderBy: { submittedAt: "asc" }, ...pageOf(page) });
  const pledges = await pledgesBy(reports.map(({ pledgeId }) => pledgeId));
  const rows = reports.map((report) => ({
    id: report.id,
    ...wordsOf(pledges.get(report.pledgeId)),
    href: address.staffReport(lang, report.id),
    period: periodOf(report, lang),
    state: t(`report_state.${report.state}`),
    tone: reportTone(report.state),
    note: report.submittedAt && t("received", { date: formatDay(report.submittedAt, lang) }),
  }));
  return { rows, total: await db().report.count({ where }) };
}

async function listOwed(page: number, manages: boolean, lang: Language): Promise<Page> {
  const t = getT(lang, "progress");
  const where = { state: { in: ["open", "paused"] } } satisfies Prisma.ReportRequestWhereInput;
  const requests = await db().reportRequest.findMany({ where, orderBy: { dueOn: "asc" }, ...pageOf(page) });
  const pledges = await pledgesBy(requests.map(({ pledgeId }) => pledgeId));
  const rows = requests.map((request) => {
    const late = request.state === "open" && isOverdue(request.dueOn.toISOString().slice(0, 10), now());
    return {
      id: request.id,
      ...wordsOf(pledges.get(request.pledgeId)),
      href: manages ? address.reportRequest(lang, request.id) : null,
      period: periodOf(request, lang),
      state: late ? t("overdue") : t(`request_state.${request.state}`),
      tone: late ? ("due" as const) : request.state === "open" ? ("open" as const) : ("quiet" as const),
      note: t(late ? "was_due" : "due", { date: formatDay(request.dueOn, lang) }),
    };
  });
  return { rows, total: await db().reportRequest.count({ where }) };
}

async function listToAsk(page: number, lang: Language): Promise<Page> {
  const t = getT(lang, "progress");
  const open = await db().reportRequest.findMany({
    where: { state: { in: ["open", "paused"] } },
    select: { pledgeId: true },
  });
  const where = { state: "published", compiled: false, id: { notIn: open.map(({ pledgeId }) => pledgeId) } } as const;
  const found = await db().pledge.findMany({
    where,
    orderBy: { publishedAt: "asc" },
    select: { id: true },
    ...pageOf(page),
  });
  const pledges = await pledgesBy(found.map(({ id }) => id));
  const last = await db().reportRequest.groupBy({
    by: ["pledgeId"],
    where: { pledgeId: { in: found.map(({ id }) => id) } },
    _max: { periodTo: true },
  });
  const asked = new Map(last.map(({ pledgeId, _max }) => [pledgeId, _max.periodTo]));
  const rows = found.map(({ id }) => {
    const until = asked.get(id);
    const published = pledges.get(id)?.publishedAt;
    return {
      id,
      ...wordsOf(pledges.get(id)),
      href: null,
      period: until ? t("asked_until", { date: formatDay(until, lang) }) : t("never_asked"),
      state: null,
      tone: "quiet" as const,
      note: published ? t("published_on", { date: formatDay(published, lang) }) : null,
    };
  });
  return { rows, total: await db().pledge.count({ where }) };
}

/** One request: who owes what, whom to ask, and what the secretariat may do. */
export async function getRequest(id: string, lang: Language): Promise<RequestView> {
  const t = getT(lang, "progress");
  const request = found(await db().reportRequest.findUnique({ where: { id }, include: { reports: true } }));
  const revision = found(await publicRevision(db(), request.pledgeId));
  const organisations = await db().organisation.findMany({
    where: { id: { in: reportersOf(revision) } },
    include: {
      memberships: {
        where: { endedAt: null, role: "lead" },
        include: { account: { select: { name: true, email: true } } },
      },
    },
  });
  return {
    id,
    version: request.version,
    state: request.state,
    stateText: t(`request_state.${request.state}`),
    title: revision.title,
    titleLang: revision.language,
    reference: revision.pledge.reference,
    period: periodOf(request, lang),
    due: formatDay(request.dueOn, lang),
    reason: request.reason,
    acts: request.state === "open" ? ["pause", "skip"] : request.state === "paused" ? ["resume", "skip"] : [],
    owed: organisations.map((organisation) => {
      const report = request.reports.find(
        (one) => one.organisationId === organisation.id && !one.correctsId && one.state !== "withdrawn",
      );
      const seen = report && report.state !== "draft" && report.state !== "ready";
      return {
        id: organisation.id,
        organisation: organisation.officialName,
        state: report ? t(`report_state.${report.state}`) : t("nothing_yet"),
        tone: report ? reportTone(report.state) : ("open" as const),
        href: seen ? address.staffReport(lang, report.id) : null,
        leads: organisation.memberships.map(({ account }) => ({ name: account.name, email: account.email })),
      };
    }),
  };
}
