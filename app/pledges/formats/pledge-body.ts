import { address } from "~/addresses";
import { formatList, formatNumber, formatPartialDate, formatPercent } from "~/platform/i18n/format";
import { isLanguage, type Language } from "~/platform/i18n/languages";
import { getT } from "~/platform/i18n/translate";
import { groups, type Region, type Sdg, type WsisActionLine } from "~/reference/codes";
import { countryName } from "~/reference/countries";
import { checkClaim, type ImpliedExtent, impliedExtent } from "../benefit/model";
import type { BeneficiariesView } from "../components/beneficiaries";
import type { StatedFact } from "../components/stated-facts";
import type { Passage, PledgeBodyView } from "../pages/pledge-body";
import { type PublicPledge, pledgedOn } from "../publication/model";
import { descriptionHtml } from "./markdown";
import { figuresOf, valueFacts } from "./pledge-value";

/** What a page shows of a pledge in one language. `today` is the UTC day; nothing else is asked of the outside. */
export function pledgeBodyView(pledge: PublicPledge, lang: Language, today: string): PledgeBodyView {
  const reference = getT(lang, "reference");
  const foreign = pledge.language === lang ? undefined : pledge.language;
  const stated = (date: string | null) => (date ? formatPartialDate(date, lang) : null);
  const number = (value: string | null, unit?: string | null) =>
    value === null
      ? null
      : `${formatNumber(Number(value), lang, { maximumFractionDigits: 4 })}${unit ? ` ${unit}` : ""}`;
  return {
    title: titleOf(pledge, lang),
    type: pledge.type && {
      code: pledge.type,
      label: reference(`pledge_types_long.${pledge.type}`),
      reading: pledge.inferred.includes("type"),
    },
    focusAreas: (["access", "adoption", "value_creation", "accelerate"] as const)
      .filter((area) => pledge.focusAreas.includes(area))
      .sort((a, b) => pledge.focusAreas.indexOf(a) - pledge.focusAreas.indexOf(b))
      .map((code) => ({
        code,
        label: reference(`focus_areas.${code}`),
        reading: pledge.inferred.includes("focus_areas"),
      })),
    organisation: {
      name: pledge.organisation.names[lang] ?? pledge.organisation.name,
      href: address.organisation(lang, pledge.organisation.slug),
    },
    compiled: pledge.compiled ? originOf(pledge) : null,
    figures: figuresOf(pledge, lang),
    summary: summaryOf(pledge, lang),
    descriptionHtml: pledge.description ? descriptionHtml(pledge.description) : null,
    descriptionLang: foreign,
    indicators: pledge.indicators.map((one) => ({
      key: one.key,
      name: one.name,
      baseline: withDate(number(one.baseline, one.unit), stated(one.baselineDate)),
      target: number(one.target, one.unit),
      due: stated(one.due),
      check: one.verification,
    })),
    milestones: pledge.milestones.map(({ key, name, due, done }) => ({
      key,
      name,
      due: stated(due),
      done: stated(done),
    })),
    measuresLang: foreign,
    beneficiaries: beneficiariesOf(pledge, lang, today),
    value: valueFacts(pledge, lang),
    partners: partnerFacts(pledge, lang),
  };
}

const withDate = (value: string | null, date: string | null) => (value && date ? `${value} (${date})` : value);

/** The page's language if translated, else the original with its `lang`; never a silent third (R25). */
function translated(pledge: PublicPledge, lang: Language, field: "title" | "summary"): Passage {
  if (pledge.language === lang) return { text: pledge[field] };
  const translation = pledge.translations.find((one) => one.language === lang);
  if (translation?.[field]) return { text: translation[field] };
  return { text: pledge[field], lang: pledge.language };
}

const titleOf = (pledge: PublicPledge, lang: Language): Passage => translated(pledge, lang, "title");

function summaryOf(pledge: PublicPledge, lang: Language): Passage {
  const summary = translated(pledge, lang, "summary");
  if (!summary.lang) return summary;
  return { ...summary, note: getT(lang, "ui")("in_language", { language: languageName(summary.lang, lang) }) };
}

/** Name of any BCP 47 language in a language of the site. */
export function languageName(code: string, lang: Language): string {
  try {
    return new Intl.DisplayNames(lang, { type: "language" }).of(code) ?? code;
  } catch {
    return isLanguage(code) ? code : code.toUpperCase();
  }
}

function originOf(pledge: PublicPledge): PledgeBodyView["compiled"] {
  const sources = [pledge.source, ...pledge.otherSources].filter((href): href is string => Boolean(href));
  return { sources: sources.map((href) => ({ href, label: hostOf(href) })), note: pledge.sourceNote };
}

function hostOf(href: string): string {
  return URL.canParse(href) ? new URL(href).hostname.replace(/^www\./, "") : href;
}

function beneficiariesOf(pledge: PublicPledge, lang: Language, today: string): BeneficiariesView {
  const t = getT(lang, "pledges");
  const reference = getT(lang, "reference");
  const on = pledgedOn(pledge, today);
  const derived = (implied: ImpliedExtent) => ({ implied, label: t(`implied.${implied}`) });
  const reading = (field: string) => pledge.inferred.includes(field);
  const foreign = pledge.language === lang ? undefined : pledge.language;
  const facts: StatedFact[] = [
    {
      term: t("body.people"),
      value: pledge.people && formatNumber(BigInt(pledge.people), lang),
      note: pledge.peopleNote,
      noteLang: foreign,
    },
    {
      term: t("body.gender_share"),
      value: pledge.genderShare === null ? null : formatPercent(pledge.genderShare, lang),
    },
    {
      term: t("body.sdgs"),
      value: pledge.sdgs.map((goal) => `${goal} ${reference(`sdgs.${goal as Sdg}`)}`).join(" · ") || null,
      reading: reading("sdgs"),
    },
    ...(pledge.wsis.length > 0
      ? [
          {
            term: t("body.wsis"),
            value: pledge.wsis
              .map((line) => `${line.toUpperCase()} ${reference(`wsis.${line as WsisActionLine}`)}`)
              .join(" · "),
          },
        ]
      : []),
  ];
  return {
    scope: scopeSentence(pledge, lang),
    note: pledge.beneficiaryNote,
    wordsLang: foreign,
    places: pledge.countries.map(({ iso3, share }) => ({
      name: countryName(iso3, lang),
      href: address.country(lang, iso3),
      share: share === null ? null : formatPercent(share, lang),
    })),
    facts,
    pledgedOn: formatPartialDate(on, lang),
    groups: groups.map((group) => {
      const { extent, share, note } = pledge.groups[group];
      const implied = impliedExtent(pledge.countries, group, (one) => one.basisOn ?? on);
      const percent = share !== null && extent !== "none" && extent !== "exclusively" ? formatPercent(share, lang) : "";
      return {
        group,
        label: reference(`groups.${group}`),
        claimed: extent && { implied: extent, label: `${reference(`extents.${extent}`)} ${percent}`.trim() },
        note,
        pledged: derived(implied),
        today: derived(impliedExtent(pledge.countries, group, today)),
        check: checkClaim(extent, implied),
      };
    }),
  };
}

function scopeSentence(pledge: PublicPledge, lang: Language): string | null {
  const t = getT(lang, "pledges");
  const reference = getT(lang, "reference");
  const parts: string[] = [];
  if (pledge.scope === "global") parts.push(t("body.scope_global"));
  if (pledge.scope === "countries") parts.push(t("body.scope_countries", { count: pledge.countries.length }));
  if (pledge.scope === "regions" && pledge.regions.length > 0)
    parts.push(
      t("body.scope_regions", {
        regions: formatList(
          pledge.regions.map((code) => reference(`regions.${code as Region}`)),
          lang,
        ),
      }),
    );
  return parts.join(" ") || null;
}

function partnerFacts(pledge: PublicPledge, lang: Language): StatedFact[] {
  const t = getT(lang, "pledges");
  const list = (names: string[]) => (names.length > 0 ? formatList(names, lang) : null);
  return [
    ...(pledge.coPledgers.length > 0
      ? [{ term: t("body.co_pledgers"), value: list(pledge.coPledgers.map(({ name }) => name)) }]
      : []),
    ...(pledge.unconfirmedParts > 0
      ? [{ term: t("body.co_pledgers"), value: t("body.unconfirmed_parts", { count: pledge.unconfirmedParts }) }]
      : []),
    {
      term: pledge.compiled ? t("body.partners_reported") : t("body.partners"),
      value: list([...pledge.reportedParts, ...pledge.partners]),
    },
    ...pledge.links.map((href) => ({ term: t("body.link"), value: hostOf(href), href })),
    ...(pledge.publicContact ? [{ term: t("body.contact"), value: pledge.publicContact }] : []),
  ];
}
