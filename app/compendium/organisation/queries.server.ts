import { address } from "~/addresses";
import { countedParts } from "~/counting/model";
import { today } from "~/platform/clock";
import { pool } from "~/platform/db/client.server";
import { env } from "~/platform/env";
import { formatPartialDate } from "~/platform/i18n/format";
import type { Language } from "~/platform/i18n/languages";
import { getT } from "~/platform/i18n/translate";
import type { Constituency } from "~/reference/codes";
import { countryName } from "~/reference/countries";
import { organisationData } from "../formats/structured";
import { countHeadline, gather, gatheredParts, usdHeadline } from "../gathering/queries.server";
import { emptySearch } from "../model";
import type { GatheringView } from "../pages/gathering";
import { organisationName } from "../record/model";
import { isHeld, type PublicParticipation } from "./model";

export interface OrganisationRow {
  id: string;
  slug: string;
  state: string;
  name: string;
  names: Record<string, string>;
  constituency: Constituency;
  country: string | null;
  website: string | null;
  description: string | null;
  public_contact: string | null;
  itu_member: boolean;
  compiled: boolean;
  part_of_id: string | null;
  participations: PublicParticipation[];
}

/** An organisation's public page in one language, or null if it has none. Its parts' pledges stand under the parts (R9). */
export async function getOrganisationPage(slug: string, page: number, lang: Language): Promise<GatheringView | null> {
  const { rows } = await pool().query<OrganisationRow>("SELECT * FROM compendium_organisations WHERE slug = $1", [
    slug,
  ]);
  const organisation = rows[0];
  if (!organisation) return null;
  const parts = await pool().query<OrganisationRow>(
    "SELECT * FROM compendium_organisations WHERE part_of_id = $1 OR id = $2",
    [organisation.id, organisation.part_of_id],
  );
  const parent = parts.rows.find(({ id }) => id === organisation.part_of_id);
  const children = parts.rows.filter(({ part_of_id }) => part_of_id === organisation.id);
  const ids = [organisation.id, ...children.map(({ id }) => id)];
  const gathered = await gather({ ...emptySearch(), page }, lang, ids);
  const t = getT(lang, "compendium");
  const values = gathered.counted
    .filter(({ reference }) => !gathered.duplicates.has(reference))
    .flatMap((pledge) => countedParts(pledge).filter(({ organisationId }) => ids.includes(organisationId)));
  const value = values.length > 0 ? values.reduce((sum, { usdMinor }) => sum + usdMinor, 0n) : null;
  const name = organisationName(organisation, lang);
  return {
    ...gatheredParts(gathered),
    crumbs: [{ label: t("list.title"), href: address.compendium(lang) }, { label: name }],
    over: [{ label: getT(lang, "reference")(`constituencies.${organisation.constituency}`) }],
    title: name,
    structured: organisationData(env.APP_URL, {
      path: address.organisation(lang, slug),
      name,
      officialName: organisation.name,
      website: organisation.website,
    }),
    lead: null,
    notices: noticesOf(organisation, lang),
    figures: [
      countHeadline(gathered.total, lang, {
        label: t("gathering.pledges", { count: gathered.total }),
        note: t("organisation.pledges_note"),
      }),
      usdHeadline(value, lang, { label: t("organisation.value"), note: t("organisation.value_note") }),
    ],
    facts: factsOf(organisation, parent, lang),
    lists: [
      ...participationLists(organisation, lang),
      ...(children.length > 0
        ? [
            {
              id: "parts",
              title: t("organisation.parts"),
              note: null,
              items: children.map((child) => ({
                label: organisationName(child, lang),
                href: address.organisation(lang, child.slug),
              })),
              empty: null,
            },
          ]
        : []),
    ],
    entriesTitle: t("organisation.entries"),
    empty: {
      title: t("organisation.none"),
      text: t("organisation.none_text"),
      link: { label: t("home.browse"), href: address.compendium(lang) },
    },
    baseHref: address.organisation(lang, slug),
    links: [],
  };
}

/** The present address of an organisation that had this one before, or null: old addresses lead on for ever (R13). */
export async function presentSlug(slug: string): Promise<string | null> {
  const { rows } = await pool().query<{ slug: string }>(
    "SELECT o.slug FROM compendium_old_slugs s JOIN compendium_organisations o ON o.id = s.organisation_id WHERE s.slug = $1",
    [slug],
  );
  return rows[0]?.slug ?? null;
}

function noticesOf({ state, compiled }: OrganisationRow, lang: Language): string[] {
  const t = getT(lang, "compendium");
  if (state === "suspended") return [t("organisation.suspended")];
  if (state === "closed") return [t("organisation.closed")];
  return state === "recorded" || (compiled && state !== "cleared") ? [t("organisation.recorded")] : [];
}

function factsOf(
  organisation: OrganisationRow,
  parent: OrganisationRow | undefined,
  lang: Language,
): GatheringView["facts"] {
  if (organisation.state === "suspended") return [];
  const t = getT(lang, "compendium");
  const { country, website, description, public_contact, itu_member } = organisation;
  return [
    ...(description ? [{ term: t("organisation.description"), value: description }] : []),
    {
      term: t("organisation.country"),
      value: country && countryName(country, lang),
      href: country ? address.country(lang, country) : undefined,
    },
    ...(website
      ? [{ term: t("organisation.website"), value: website.replace(/^https?:\/\//, ""), href: website }]
      : []),
    ...(public_contact ? [{ term: t("organisation.contact"), value: public_contact }] : []),
    ...(itu_member ? [{ term: t("organisation.itu"), value: t("organisation.itu_member") }] : []),
    ...(parent
      ? [
          {
            term: t("organisation.part_of"),
            value: organisationName(parent, lang),
            href: address.organisation(lang, parent.slug),
          },
        ]
      : []),
  ];
}

function participationLists({ participations }: OrganisationRow, lang: Language): GatheringView["lists"] {
  const held = participations.filter((one) => isHeld(one, today()));
  if (held.length === 0) return [];
  const t = getT(lang, "compendium");
  const reference = getT(lang, "reference");
  return [
    {
      id: "coalition",
      title: t("organisation.coalition"),
      note: null,
      items: held.map(({ kind, focusArea, startsOn }) => ({
        label: reference(`focus_areas.${focusArea}`),
        href: address.focusArea(lang, focusArea),
        note: [
          reference(`participation_roles.${kind}`),
          startsOn && t("organisation.since", { date: formatPartialDate(startsOn, lang) }),
        ]
          .filter(Boolean)
          .join(" · "),
      })),
      empty: null,
    },
  ];
}
