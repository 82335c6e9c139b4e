import { address } from "~/addresses";
import { totalsOf } from "~/counting/totals/model";
import { today } from "~/platform/clock";
import { pool } from "~/platform/db/client.server";
import { formatPartialDate } from "~/platform/i18n/format";
import type { Language } from "~/platform/i18n/languages";
import { getT } from "~/platform/i18n/translate";
import { countHeadline, gather, gatheredParts, usdHeadline } from "../gathering/queries.server";
import { emptySearch, searchString } from "../model";
import type { GatheringView } from "../pages/gathering";

/** Pledges announced at one event, or null: an event without a published pledge has no page (R3). */
export async function getEventPage(slug: string, page: number, lang: Language): Promise<GatheringView | null> {
  const { rows } = await pool().query<{ name: string; place: string | null; starts_on: string | null }>(
    "SELECT coalesce(names->>$2, names->>'en', slug) AS name, place, starts_on FROM compendium_events WHERE slug = $1",
    [slug, lang],
  );
  const event = rows[0];
  if (!event) return null;
  const search = { ...emptySearch(), event: [slug], page };
  const gathered = await gather(search, lang);
  if (gathered.total === 0) return null;
  const t = getT(lang, "compendium");
  const totals = totalsOf(gathered.counted, today());
  return {
    ...gatheredParts(gathered),
    crumbs: [{ label: t("list.title"), href: address.compendium(lang) }, { label: event.name }],
    over: [{ label: t("facets.event") }],
    title: event.name,
    lead:
      [event.starts_on && formatPartialDate(event.starts_on, lang), event.place].filter(Boolean).join(" · ") || null,
    notices: [],
    figures: [
      countHeadline(gathered.total, lang, {
        label: t("gathering.pledges", { count: gathered.total }),
        note: t("events.pledges_note"),
      }),
      usdHeadline(totals.valued > 0 ? totals.usdMinor : null, lang, {
        label: t("home.pledged"),
        note: t("home.pledged_note", { count: totals.pledges, valued: totals.valued, n: totals.pledges }),
      }),
    ],
    facts: [],
    lists: [],
    entriesTitle: t("gathering.entries"),
    empty: {
      title: t("list.nothing"),
      text: t("focus.none_text"),
      link: { label: t("home.browse"), href: address.compendium(lang) },
    },
    baseHref: address.event(lang, slug),
    links: [{ label: t("gathering.search"), href: address.compendium(lang, searchString({ ...search, page: 1 })) }],
  };
}
