import { randomUUID } from "node:crypto";
import type { Person } from "~/access/actor";
import { can } from "~/access/policy";
import { address } from "~/addresses";
import { now } from "~/platform/clock";
import { db } from "~/platform/db/client.server";
import { Prisma } from "~/platform/db/generated/client";
import { formatDay } from "~/platform/i18n/format";
import type { Language } from "~/platform/i18n/languages";
import { getT } from "~/platform/i18n/translate";
import { listHolidays } from "~/reference/holidays.server";
import { addWorkingDays, type Holidays, staffDay, workingDaysBetween } from "~/reference/working-days";
import { type QueueSearch, type QueueView, queueViews, searchOf } from "./schema";

export interface QueueEntry {
  id: string;
  href: string;
  kind: "organisation" | "pledge";
  /** What is examined, in the words of its author; `lang` is set where the author wrote another language. */
  title: string;
  lang?: string;
  reference: string | null;
  organisation: string;
  /** `short` for the list beside a case. */
  due: { tone: "due" | "open" | "stopped"; text: string; short: string };
  state: string;
  assignee: string | null;
  round: number;
  version: number;
}

export interface QueuePageView {
  views: { view: QueueView; label: string; count: number; href: string; current: boolean }[];
  entries: QueueEntry[];
  search: QueueSearch & { view: QueueView };
  page: number;
  pages: number;
  total: number;
  /** Who may hold a case: for the filter and for assigning several at once. */
  staff: { value: string; label: string }[];
  mayAssign: boolean;
  receipt: string;
  /** What has just been done, in words. */
  done: string | null;
}

interface Row {
  id: string;
  kind: "organisation" | "pledge";
  due_on: Date | null;
  waiting_since: Date | null;
  round: number;
  title: string | null;
  language: string | null;
  reference: string | null;
  organisation: string;
  state: string;
  assignee: string | null;
  version: number;
}

// What the case is about says where it stands; a case only knows who holds it (E4).
const state = Prisma.sql`coalesce(r.state::text, o.state::text)`;
const from = Prisma.sql`FROM cases c JOIN organisations o ON o.id = c.organisation_id
  LEFT JOIN pledge_revisions r ON r.id = c.revision_id LEFT JOIN pledges p ON p.id = c.pledge_id
  LEFT JOIN accounts a ON a.id = c.assignee_id`;

/** Open cases that this person may read: never one in which they have a conflict of interest (R11). */
function readable(actor: Person): Prisma.Sql {
  const own = [...actor.memberships.map(({ organisationId }) => organisationId), ...actor.formerOrganisationIds];
  return Prisma.sql`c.closed_at IS NULL AND c.organisation_id <> ALL (${own}::uuid[])
    AND NOT EXISTS (SELECT FROM conflict_declarations d WHERE d.case_id = c.id AND d.account_id = ${actor.id}::uuid)
    AND NOT EXISTS (SELECT FROM co_pledgers k JOIN pledge_revisions kr ON kr.id = k.revision_id
                     WHERE kr.pledge_id = c.pledge_id AND k.organisation_id = ANY (${own}::uuid[]))`;
}

function condition(view: QueueView, actor: Person, { today, soon }: Days): Prisma.Sql {
  const waiting = Prisma.sql`c.waiting_since IS NOT NULL`;
  const conditions: Record<QueueView, Prisma.Sql> = {
    mine: Prisma.sql`c.assignee_id = ${actor.id}::uuid`,
    new: Prisma.sql`${state} IN ('submitted', 'registered')`,
    unassigned: Prisma.sql`c.assignee_id IS NULL`,
    waiting,
    to_decide: Prisma.sql`${state} = 'recommended'`,
    due: Prisma.sql`c.due_on BETWEEN ${today} AND ${soon} AND NOT (${waiting})`,
    overdue: Prisma.sql`c.due_on < ${today} AND NOT (${waiting})`,
    all: Prisma.sql`true`,
  };
  return conditions[view];
}

interface Days {
  today: Date;
  /** Last day of what is due soon. */
  soon: Date;
}

/** Working days within which a case counts as due soon. */
const soonDays = 3;

const orders: Record<NonNullable<QueueSearch["sort"]>, Prisma.Sql> = {
  urgent: Prisma.sql`(c.waiting_since IS NOT NULL), c.due_on NULLS LAST, c.opened_at, c.id`,
  oldest: Prisma.sql`c.opened_at, c.id`,
  newest: Prisma.sql`c.opened_at DESC, c.id DESC`,
  organisation: Prisma.sql`o.official_name, c.opened_at, c.id`,
};

function filtersOf({ kind, track, language, constituency, risk, area, assignee, q }: QueueSearch): Prisma.Sql[] {
  return [
    kind && Prisma.sql`c.kind = ${kind}::case_kind`,
    track && Prisma.sql`c.track = ${track}::track`,
    language && Prisma.sql`r.language = ${language}`,
    constituency && Prisma.sql`o.constituency::text = ${constituency}`,
    risk && Prisma.sql`c.risk_rating = ${risk}::risk_rating`,
    area && Prisma.sql`${area} = ANY (r.focus_areas::text[])`,
    assignee && Prisma.sql`c.assignee_id = ${assignee}::uuid`,
    q && Prisma.sql`(o.official_name ILIKE ${like(q)} OR r.title ILIKE ${like(q)} OR p.reference ILIKE ${like(q)})`,
  ].filter((one): one is Prisma.Sql => Boolean(one));
}

/** Reviewers begin with their own cases, approvers with what awaits a decision. */
const firstView = (actor: Person): QueueView =>
  actor.staffRoles.includes("approver") ? "to_decide" : actor.staffRoles.includes("reviewer") ? "mine" : "all";

/** The queue as one person sees it: most urgent first, with counts of every view that are right at this moment. */
export async function getQueue(
  actor: Person,
  search: QueueSearch,
  lang: Language,
  pageSize = 50,
): Promise<QueuePageView> {
  const holidays = await listHolidays(db());
  const today = staffDay(now());
  const days = { today, soon: addWorkingDays(now(), soonDays, holidays) };
  const view = search.view ?? firstView(actor);
  const where = Prisma.join([condition(view, actor, days), ...filtersOf(search)], " AND ");
  // One pass counts every view and what the filters leave of this one, so that all of them agree.
  const [counts] = await db().$queryRaw<(Record<QueueView, bigint> & { total: bigint })[]>`
    SELECT ${Prisma.join(queueViews.map((name) => Prisma.sql`count(*) FILTER (WHERE ${condition(name, actor, days)}) AS ${Prisma.raw(`"${name}"`)}`))},
           count(*) FILTER (WHERE ${where}) AS total ${from} WHERE ${readable(actor)}`;
  const total = Number(counts?.total ?? 0);
  const pages = Math.max(1, Math.ceil(total / pageSize));
  const page = Math.min(search.page, pages);
  const rows = await db().$queryRaw<Row[]>`
    SELECT c.id, c.version, c.kind::text AS kind, c.due_on, c.waiting_since, c.round, r.title, r.language, p.reference,
           o.official_name AS organisation, ${state} AS state, a.name AS assignee
      ${from} WHERE ${readable(actor)} AND ${where}
     ORDER BY ${orders[search.sort ?? "urgent"]}
     LIMIT ${pageSize} OFFSET ${(page - 1) * pageSize}`;
  const t = getT(lang, "due-diligence");
  const link = (changes: Partial<QueueSearch>) =>
    address.queue(lang, searchOf({ ...search, view, page: 1, ...changes }));
  return {
    views: queueViews.map((name) => ({
      view: name,
      label: t(`view.${name}`),
      count: Number(counts?.[name] ?? 0),
      href: link({ view: name }),
      current: name === view,
    })),
    entries: rows.map((row) => entryOf(row, holidays, lang)),
    search: { ...search, view },
    page,
    pages,
    total,
    staff: await assignableStaff(),
    mayAssign: can(actor, "case.assign"),
    receipt: randomUUID(),
    done: doneOf(search, lang),
  };
}

function doneOf({ done, assigned, left }: QueueSearch, lang: Language): string | null {
  const t = getT(lang, "due-diligence");
  if (assigned !== undefined)
    return [t("queue_bulk.done", { count: assigned }), left ? t("queue_bulk.left", { count: left }) : ""]
      .join(" ")
      .trim();
  return done ? t(`done.${done}`) : null;
}

/** Everyone who may hold a case, by name. */
export async function assignableStaff(): Promise<{ value: string; label: string }[]> {
  const accounts = await db().account.findMany({
    where: { state: "active", staffRoles: { some: { role: { in: ["reviewer", "approver"] } } } },
    select: { id: true, name: true },
    orderBy: { name: "asc" },
  });
  return accounts.map(({ id, name }) => ({ value: id, label: name }));
}

const like = (words: string) => `%${words.replace(/[\\%_]/g, "\\$&")}%`;

function entryOf(row: Row, holidays: Holidays, lang: Language): QueueEntry {
  const t = getT(lang, "due-diligence");
  return {
    id: row.id,
    href: address.case(lang, row.id),
    kind: row.kind,
    title: row.kind === "pledge" ? row.title || t("untitled") : t("organisation_check"),
    lang: row.kind === "pledge" && row.language && row.language !== lang ? row.language : undefined,
    reference: row.reference,
    organisation: row.organisation,
    due: dueOf({ dueOn: row.due_on, waitingSince: row.waiting_since }, holidays, lang),
    state: t(`state.${row.state as "in_review"}`),
    assignee: row.assignee,
    round: row.round,
    version: row.version,
  };
}

/** How much time is left, in words: working days, or that the clock stands (R19). */
export function dueOf(
  { dueOn, waitingSince }: { dueOn: Date | null; waitingSince: Date | null },
  holidays: Holidays,
  lang: Language,
): QueueEntry["due"] {
  const t = getT(lang, "due-diligence");
  const said = (tone: "due" | "open" | "stopped", text: string, short = text) => ({ tone, text, short });
  if (waitingSince) return said("stopped", t("due.stopped"));
  if (!dueOn) return said("open", t("due.none"));
  const days = workingDaysBetween(now(), dueOn, holidays);
  if (days < 0) return said("due", t("due.over", { count: -days }), t("due.over_short", { count: -days }));
  if (days === 0) return said("due", t("due.today"));
  return said(
    "open",
    t("due.left", { count: days, date: formatDay(dueOn, lang) }),
    t("due.left_short", { count: days }),
  );
}
