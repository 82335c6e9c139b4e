import { address } from "~/addresses";
import { today } from "~/platform/clock";
import { pool } from "~/platform/db/client.server";
import { formatNumber } from "~/platform/i18n/format";
import type { Language } from "~/platform/i18n/languages";
import { getT } from "~/platform/i18n/translate";
import { type FocusArea, focusAreas } from "~/reference/codes";
import { countHeadline, gather, gatheredParts, usdHeadline } from "../gathering/queries.server";
import { emptySearch, searchString } from "../model";
import { isHeld } from "../organisation/model";
import type { OrganisationRow } from "../organisation/queries.server";
import type { GatheringView } from "../pages/gathering";
import { organisationName } from "../record/model";
import { getTotals } from "../totals/queries.server";

/** A focus area: its Leaders and Members of today, its pledges, what they add up to. Null for an unknown code. */
export async function getFocusAreaPage(code: string, page: number, lang: Language): Promise<GatheringView | null> {
  const area = focusAreas.find((one) => one === code);
  if (!area) return null;
  const search = { ...emptySearch(), focus: [area], page };
  const [gathered, holders, totals] = await Promise.all([gather(search, lang), listHolders(area), getTotals()]);
  const t = getT(lang, "compendium");
  const reference = getT(lang, "reference");
  const tally = totals.byFocusArea.find(({ key }) => key === area);
  const title = reference(`focus_areas.${area}`);
  const n = (value: number) => formatNumber(value, lang);
  return {
    ...gatheredParts(gathered),
    crumbs: [{ label: t("list.title"), href: address.compendium(lang) }, { label: title }],
    over: [{ shape: area, label: t("facets.focus") }],
    title,
    lead: reference(`focus_areas_help.${area}`),
    notices: [],
    figures: [
      countHeadline(gathered.total, lang, {
        label: t("gathering.pledges", { count: gathered.total }),
        note: t("focus.pledges_note", { count: tally?.primary ?? 0, n: n(tally?.primary ?? 0) }),
      }),
      usdHeadline(tally && tally.usdMinor > 0n ? tally.usdMinor : null, lang, {
        label: t("focus.value"),
        note: t("focus.value_note"),
      }),
    ],
    facts: [],
    lists: [
      {
        id: "leaders",
        title: t("focus.leaders"),
        note: t("focus.leaders_note"),
        items: namesOf(holders, area, "leader", lang),
        empty: t("focus.no_leaders"),
      },
      {
        id: "members",
        title: t("focus.members"),
        note: t("focus.members_note"),
        items: namesOf(holders, area, "member", lang),
        empty: t("focus.no_members"),
      },
    ],
    entriesTitle: t("focus.entries"),
    empty: {
      title: t("focus.none"),
      text: t("focus.none_text"),
      link: { label: t("home.make"), href: address.newPledge(lang) },
    },
    baseHref: address.focusArea(lang, area),
    links: [
      { label: t("gathering.search"), href: address.compendium(lang, searchString({ ...search, page: 1 })) },
      { label: "CSV", href: address.compendiumFile(lang, "csv", searchString({ ...search, page: 1 })) },
    ],
  };
}

async function listHolders(area: FocusArea): Promise<OrganisationRow[]> {
  const { rows } = await pool().query<OrganisationRow>(
    "SELECT * FROM compendium_organisations WHERE state = 'cleared' AND participations @> $1::jsonb",
    [JSON.stringify([{ focusArea: area }])],
  );
  return rows;
}

function namesOf(holders: OrganisationRow[], area: FocusArea, kind: "leader" | "member", lang: Language) {
  const reference = getT(lang, "reference");
  const { compare } = new Intl.Collator(lang);
  return holders
    .flatMap((organisation) => {
      const place = organisation.participations.find(
        (one) => one.focusArea === area && one.kind === kind && isHeld(one, today()),
      );
      if (!place) return [];
      return {
        label: organisationName(organisation, lang),
        href: address.organisation(lang, organisation.slug),
        note: reference(`participation_groups.${place.represents}`),
      };
    })
    .sort((a, b) => compare(a.label, b.label));
}
