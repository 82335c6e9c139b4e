import type { Person } from "~/access/actor";
import { db } from "~/platform/db/client.server";
import type { Prisma } from "~/platform/db/generated/client";
import { formatInstant, formatNumber } from "~/platform/i18n/format";
import type { Language } from "~/platform/i18n/languages";

const ON_A_PAGE = 100;

export interface TrailView {
  q: string;
  total: number;
  page: number;
  pages: number;
  entries: {
    seq: string;
    at: string;
    /** A name where there is one: the trail itself holds ids only (R33). */
    actor: { kind: "person" | "system" | "anonymous"; id: string | null; name: string | null };
    event: string;
    subjectType: string;
    subjectId: string | null;
    data: string;
    demo: boolean;
  }[];
}

const isId = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** The audit trail, newest first, found by event or by the id of whoever or whatever it is about. `page` counts from 1. */
export async function listTrail(actor: Person, asked: { q: string; page: number }, lang: Language): Promise<TrailView> {
  const q = asked.q.trim().slice(0, 200);
  const where: Prisma.AuditEventWhereInput = isId.test(q)
    ? { OR: [{ actorId: q }, { subjectId: q }, { organisationId: q }] }
    : q
      ? { OR: [{ event: { contains: q, mode: "insensitive" } }, { subjectId: q }] }
      : {};
  const total = await db().auditEvent.count({ where });
  const pages = Math.max(1, Math.ceil(total / ON_A_PAGE));
  const page = Math.min(Math.max(1, asked.page), pages);
  const rows = await db().auditEvent.findMany({
    where,
    orderBy: { seq: "desc" },
    skip: (page - 1) * ON_A_PAGE,
    take: ON_A_PAGE,
  });
  const ids = [...new Set(rows.flatMap(({ actorId }) => actorId ?? []))];
  const names = await db().account.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
  return {
    q,
    total,
    page,
    pages,
    entries: rows.map((row) => ({
      seq: formatNumber(row.seq, lang),
      at: formatInstant(row.at, lang, actor.timeZone),
      actor: {
        kind: row.actorKind as "person",
        id: row.actorId,
        name: names.find(({ id }) => id === row.actorId)?.name ?? null,
      },
      event: row.event,
      subjectType: row.subjectType,
      subjectId: row.subjectId,
      data: detailsOf(row.data),
      demo: row.demo,
    })),
  };
}

/** "to: published, from: cleared": text that can break over lines, as compact JSON cannot. */
function detailsOf(data: unknown): string {
  return Object.entries(data as Record<string, unknown>)
    .map(([name, value]) => `${name}: ${typeof value === "string" ? value : JSON.stringify(value)}`)
    .join(", ");
}
