import type { Person } from "~/access/actor";
import { recordRefusal } from "~/access/command.server";
import { can } from "~/access/policy";
import { address } from "~/addresses";
import { db } from "~/platform/db/client.server";
import type { Prisma } from "~/platform/db/generated/client";
import { found, Refused } from "~/platform/errors";
import { formatDay, formatInstant, formatList, formatPercent } from "~/platform/i18n/format";
import type { Language } from "~/platform/i18n/languages";
import { getT } from "~/platform/i18n/translate";
import type { EntryDetails } from "../lists/model";
import type { NamedAs } from "../runs/queries.server";
import { hitSubject } from "./commands.server";
import type { CaseScreening, HitRow, HitView } from "./model";

type Hit = Prisma.ScreeningHitGetPayload<object>;

/** Unresolved hits listed at once, those on cleared organisations first. */
const listed = 100;

/** Open hits, none of organisations that this person belongs to or belonged to (R11), and how many there are in all. */
export async function openHits(actor: Person, lang: Language): Promise<{ hits: HitRow[]; count: number }> {
  const own = [...actor.memberships.map(({ organisationId }) => organisationId), ...actor.formerOrganisationIds];
  const where = { state: "open", standing: true, organisationId: { notIn: own } } as const;
  const [rows, count] = await Promise.all([
    db().$queryRaw<{ id: string }[]>`
      SELECT h.id FROM screening_hits h JOIN organisations o ON o.id = h.organisation_id
       WHERE h.state = 'open' AND h.standing AND NOT o.id = ANY (${own}::uuid[])
       ORDER BY o.state = 'cleared' DESC, h.score DESC, h.id LIMIT ${listed}`,
    db().screeningHit.count({ where }),
  ]);
  const hits = await db().screeningHit.findMany({ where: { id: { in: rows.map(({ id }) => id) } } });
  const order = new Map(rows.map(({ id }, index) => [id, index]));
  hits.sort((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0));
  return { hits: await rowsOf(hits, lang), count };
}

async function rowsOf(hits: Hit[], lang: Language): Promise<HitRow[]> {
  const t = getT(lang, "screening");
  const states = getT(lang, "due-diligence");
  const organisations = await db().organisation.findMany({
    where: { id: { in: hits.map(({ organisationId }) => organisationId) } },
    select: { id: true, officialName: true, state: true },
  });
  const byId = new Map(organisations.map((one) => [one.id, one]));
  return hits.map((hit) => {
    const { officialName, state } = found(byId.get(hit.organisationId));
    return {
      id: hit.id,
      name: hit.name,
      role: t(`role.${hit.role as NamedAs}`),
      organisation: { name: officialName, state: states(`state.${state}`), cleared: state === "cleared" },
      listedName: hit.listedName,
      score: formatPercent(hit.score, lang),
      state: { code: hit.state, label: t(`state.${hit.state}`) },
    };
  });
}

/** One hit, with everything needed to tell whether it is the same person or body. `Refused`, recorded, for whoever is in conflict. */
export async function getHit(actor: Person, id: string, lang: Language): Promise<HitView> {
  const hit = found(await db().screeningHit.findUnique({ where: { id } }));
  const subject = await hitSubject(db(), hit);
  if (!can(actor, "screening.read", subject)) {
    const refused = new Refused("screening.read", subject);
    await recordRefusal(actor, refused);
    throw refused;
  }
  const t = getT(lang, "screening");
  const [rows, resolver, cases] = await Promise.all([
    rowsOf([hit], lang),
    hit.resolvedBy ? db().account.findUnique({ where: { id: hit.resolvedBy }, select: { name: true } }) : null,
    db().case.findMany({ where: { organisationId: hit.organisationId, closedAt: null }, orderBy: { openedAt: "asc" } }),
  ]);
  const entry = hit.entry as unknown as EntryDetails;
  const when = (at: Date) => formatInstant(at, lang, actor.timeZone);
  return {
    ...found(rows[0]),
    lowQuality: hit.lowQuality,
    facts: [
      { term: t("entry.kind"), value: t(`kind.${entry.kind}`) },
      { term: t("entry.reference"), value: entry.reference },
      { term: t("entry.list_type"), value: entry.listType },
      { term: t("entry.listed_on"), value: entry.listedOn },
      { term: t("entry.nationality"), value: formatList(entry.nationalities, lang) || null },
    ],
    names: entry.names,
    raised: when(hit.raisedAt),
    resolution:
      hit.resolvedAt && hit.reason
        ? {
            reason: hit.reason,
            by: resolver?.name || getT(lang, "due-diligence")("former_user"),
            at: when(hit.resolvedAt),
          }
        : null,
    resolves: hit.standing && can(actor, "screening.resolve", subject),
    cases: cases.map((row) => ({ href: address.case(lang, row.id), label: t(`case.${row.kind}`) })),
  };
}

/** What the screening step of a case shows. */
export async function screeningOf(organisationId: string, lang: Language): Promise<CaseScreening> {
  const [list, screening, hits] = await Promise.all([
    db().sanctionsList.findFirst({ where: { state: "current" }, select: { id: true, generatedAt: true } }),
    db().screening.findUnique({ where: { organisationId } }),
    db().screeningHit.findMany({
      where: { organisationId, standing: true },
      orderBy: [{ state: "asc" }, { score: "desc" }, { id: "asc" }],
    }),
  ]);
  const t = getT(lang, "screening");
  const current = list !== null && screening?.listId === list.id;
  return {
    hits: (await rowsOf(hits, lang)).map((row) => ({ ...row, href: address.screeningHit(lang, row.id) })),
    screened: current
      ? t("screened_with", {
          count: screening.names,
          day: formatDay(screening.at, lang),
          list: formatDay(list.generatedAt, lang),
        })
      : null,
    waits: list !== null && !current,
  };
}
