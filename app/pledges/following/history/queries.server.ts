import type { Person } from "~/access/actor";
import { listReasons } from "~/audit/reasons.server";
import { db } from "~/platform/db/client.server";
import { formatInstant } from "~/platform/i18n/format";
import type { Language } from "~/platform/i18n/languages";
import { getT } from "~/platform/i18n/translate";
import type { PublicationBlocker } from "../../model";
import { isShown, shownEvents } from "../model";
import type { HistoryEntry } from "./model";

interface EventData {
  revision?: number;
  blockers?: PublicationBlocker[];
}

/**
 * What happened to a pledge of this organisation, oldest first: only what its people may know. Notes and findings are elsewhere, what an
 * approver told the reviewer is left out, and staff are not named (R18, R33).
 */
export async function getHistory(actor: Person, pledgeId: string, lang: Language): Promise<HistoryEntry[]> {
  const entries = await db().auditEvent.findMany({
    where: { subjectType: "pledge", subjectId: pledgeId, event: { in: Object.keys(shownEvents) } },
    orderBy: { seq: "asc" },
    select: { seq: true, at: true, actorKind: true, actorId: true, event: true, organisationId: true, data: true },
  });
  const [names, reasons] = await Promise.all([colleagues(entries), listReasons(entries)]);
  const t = getT(lang, "my-pledges");
  const states = getT(lang, "pledges");
  return entries.flatMap(({ seq, at, actorKind, actorId, event, data }) => {
    if (!isShown(event)) return [];
    const { revision = 1, blockers = [] } = data as EventData;
    const name = actorId && names.get(actorId);
    const what = t(`event.${event.slice("pledge.".length) as "started"}`, { revision });
    return {
      key: String(seq),
      at: formatInstant(at, lang, actor.timeZone),
      iso: at.toISOString(),
      what: [what, ...blockers.map((blocker) => states(`blocker.${blocker}`))].join(" "),
      who: name || (actorKind === "person" ? t("history.staff") : t("history.platform")),
      reason: shownEvents[event].reason ? (reasons.get(seq) ?? null) : null,
      fromItu: actorKind === "person" && !name,
      event,
    };
  });
}

/** Names of those who acted for the organisation, now or earlier. */
async function colleagues(entries: { actorId: string | null; organisationId: string | null }[]) {
  const accounts = [...new Set(entries.flatMap(({ actorId }) => actorId ?? []))];
  const organisations = [...new Set(entries.flatMap(({ organisationId }) => organisationId ?? []))];
  const members = await db().membership.findMany({
    where: { accountId: { in: accounts }, organisationId: { in: organisations } },
    select: { accountId: true, account: { select: { name: true } } },
  });
  return new Map(members.map(({ accountId, account }) => [accountId, account.name]));
}
