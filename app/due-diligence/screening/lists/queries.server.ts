import type { Person } from "~/access/actor";
import { can } from "~/access/policy";
import { db } from "~/platform/db/client.server";
import type { SanctionsList } from "~/platform/db/generated/client";
import { Refused } from "~/platform/errors";
import { formatDay, formatInstant, formatNumber } from "~/platform/i18n/format";
import type { Language } from "~/platform/i18n/languages";
import { getT } from "~/platform/i18n/translate";
import type { HitRow } from "../hits/model";
import { openHits } from "../hits/queries.server";
import type { ListChanges } from "./model";

interface ListView {
  id: string;
  generated: string;
  fileName: string;
  contents: string;
  /** Who brought it, and when. */
  origin: string;
}

export interface ScreeningPageView {
  current: ListView | null;
  /** Organisations screened with the list in use, of how many. */
  progress: { done: number; of: number; text: string } | null;
  prepared:
    | (ListView & {
        changes: { kind: keyof ListChanges; count: string; names: { name: string; reference: string | null }[] }[];
      })
    | null;
  hits: HitRow[];
  hitCount: number;
  /** This person may bring and change lists. */
  changes: boolean;
}

/** The lists, how far screening is, and every hit that waits for a person. */
export async function getScreening(actor: Person, lang: Language): Promise<ScreeningPageView> {
  if (!can(actor, "screening.read")) throw new Refused("screening.read");
  const lists = await db().sanctionsList.findMany({ where: { state: { in: ["prepared", "current"] } } });
  const current = lists.find(({ state }) => state === "current");
  const prepared = lists.find(({ state }) => state === "prepared");
  const people = await db().account.findMany({
    where: {
      id: { in: lists.map(({ takenBy, uploadedBy, state }) => (state === "current" && takenBy) || uploadedBy) },
    },
    select: { id: true, name: true },
  });
  const t = getT(lang, "screening");
  const nameOf = (id: string | null) =>
    people.find((one) => one.id === id)?.name || getT(lang, "due-diligence")("former_user");
  const viewOf = (list: SanctionsList): ListView => ({
    id: list.id,
    generated: formatDay(list.generatedAt, lang),
    fileName: list.fileName,
    contents: t("contents", {
      individuals: formatNumber(list.individuals, lang),
      entities: formatNumber(list.entities, lang),
      names: formatNumber(list.names, lang),
    }),
    origin: t("origin", {
      name: nameOf(list.takenBy ?? list.uploadedBy),
      at: formatInstant(list.takenAt ?? list.uploadedAt, lang, actor.timeZone),
    }),
  });
  const { hits, count } = await openHits(actor, lang);
  return {
    current: current ? viewOf(current) : null,
    progress: current ? await progressOf(current.id, lang) : null,
    prepared: prepared
      ? {
          ...viewOf(prepared),
          changes: (["added", "removed", "changed"] as const).map((kind) => {
            const { count, first } = (prepared.changes as unknown as ListChanges)[kind];
            return { kind, count: formatNumber(count, lang), names: first };
          }),
        }
      : null,
    hits,
    hitCount: count,
    changes: can(actor, "screening.change_list"),
  };
}

async function progressOf(listId: string, lang: Language): Promise<ScreeningPageView["progress"]> {
  const rows = await db().$queryRaw<{ done: bigint; all: bigint }[]>`
    SELECT count(s.organisation_id) AS done, count(*) AS all
      FROM organisations o LEFT JOIN screenings s ON s.organisation_id = o.id AND s.list_id = ${listId}::uuid
     WHERE o.state NOT IN ('declined', 'removed', 'closed')`;
  const { done = 0n, all = 0n } = rows[0] ?? {};
  const text = getT(lang, "screening")("progress", { done: formatNumber(done, lang), all: formatNumber(all, lang) });
  return { done: Number(done), of: Number(all), text };
}
