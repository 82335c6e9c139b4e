import { formatList, formatNumber, formatPartialDate, formatPercent } from "~/platform/i18n/format";
import type { Language } from "~/platform/i18n/languages";
import { getT } from "~/platform/i18n/translate";
import {
  type Additionality,
  type AmountBasis,
  type AmountOrigin,
  type FocusArea,
  groups,
  type Region,
  type Scope,
  type Sdg,
  type ValueKind,
  type WsisActionLine,
} from "~/reference/codes";
import { countryName } from "~/reference/countries";
import { formatMoney } from "~/reference/currencies";
import { languageName } from "../../formats/pledge-body";
import type { PublicPledge } from "../../publication/model";
import type { FieldText } from "../model";

/** Every field of a pledge that a reader sees, written out in one language; fields without a value have an empty text. */
export function fieldTexts(pledge: PublicPledge, lang: Language): FieldText[] {
  return [
    ...whatTexts(pledge, lang),
    ...forWhomTexts(pledge, lang),
    ...moneyTexts(pledge, lang),
    ...restTexts(pledge, lang),
  ];
}

/** The pledger's own words, with their language when it is not the page's. */
const words = (pledge: PublicPledge, lang: Language) => (field: string, label: string, text: string | null) => ({
  field,
  label,
  text: text ?? "",
  prose: true,
  ...(pledge.language !== lang && { lang: pledge.language }),
});

function whatTexts(pledge: PublicPledge, lang: Language): FieldText[] {
  const t = getT(lang, "pledges");
  const reference = getT(lang, "reference");
  const typed = words(pledge, lang);
  const list = (items: string[]) => formatList(items, lang);
  return [
    {
      field: "type",
      label: t("field.type"),
      text: pledge.type ? reference(`pledge_types.${pledge.type}`) : "",
    },
    {
      field: "focusAreas",
      label: t("field.focus_areas"),
      text: list(pledge.focusAreas.map((area) => reference(`focus_areas.${area as FocusArea}`))),
    },
    { field: "language", label: t("field.language"), text: languageName(pledge.language, lang) },
    typed("title", t("field.title"), pledge.title),
    typed("summary", t("field.summary"), pledge.summary),
    typed("description", t("field.description"), pledge.description),
    {
      field: "sdgs",
      label: t("body.sdgs"),
      text: pledge.sdgs.map((goal) => `${goal} ${reference(`sdgs.${goal as Sdg}`)}`).join("\n"),
    },
    {
      field: "wsis",
      label: t("body.wsis"),
      text: pledge.wsis
        .map((line) => `${line.toUpperCase()} ${reference(`wsis.${line as WsisActionLine}`)}`)
        .join("\n"),
    },
  ];
}

function forWhomTexts(pledge: PublicPledge, lang: Language): FieldText[] {
  const t = getT(lang, "pledges");
  const reference = getT(lang, "reference");
  const typed = words(pledge, lang);
  const percent = (share: number | null) => (share === null ? "" : formatPercent(share, lang));
  return [
    {
      field: "scope",
      label: t("field.scope"),
      text: pledge.scope ? reference(`scopes.${pledge.scope as Scope}`) : "",
    },
    {
      field: "countries",
      label: t("field.countries"),
      text: pledge.countries.map(({ iso3, share }) => `${countryName(iso3, lang)} ${percent(share)}`.trim()).join("\n"),
    },
    {
      field: "regions",
      label: t("field.regions"),
      text: formatList(
        pledge.regions.map((code) => reference(`regions.${code as Region}`)),
        lang,
      ),
    },
    typed("beneficiaryNote", t("field.beneficiary_note"), pledge.beneficiaryNote),
    ...groups.flatMap((group) => {
      const { extent, share, note } = pledge.groups[group];
      const label = reference(`groups.${group}`);
      return [
        { field: `${group}Extent`, label, text: extent ? reference(`extents.${extent}`) : "" },
        { field: `${group}Share`, label: `${label} · ${t("field.group_share")}`, text: percent(share) },
        typed(`${group}Note`, `${label} · ${t("field.group_note")}`, note),
      ];
    }),
    { field: "people", label: t("body.people"), text: pledge.people ? formatNumber(BigInt(pledge.people), lang) : "" },
    typed("peopleNote", t("field.people_note"), pledge.peopleNote),
    { field: "genderShare", label: t("body.gender_share"), text: percent(pledge.genderShare) },
  ];
}

function moneyTexts(pledge: PublicPledge, lang: Language): FieldText[] {
  const t = getT(lang, "pledges");
  const reference = getT(lang, "reference");
  const { amountBasis, valueKind, additionality, amountOrigin } = pledge;
  return [
    {
      field: "amount",
      label: t("body.as_pledged"),
      text:
        pledge.amountMinor !== null && pledge.currency
          ? formatMoney(BigInt(pledge.amountMinor), pledge.currency, lang)
          : "",
    },
    {
      field: "amountBasis",
      label: t("body.amount_basis"),
      text: amountBasis ? reference(`amount_bases.${amountBasis as AmountBasis}`) : "",
    },
    { field: "years", label: t("field.years"), text: pledge.years === null ? "" : formatNumber(pledge.years, lang) },
    {
      field: "valueKind",
      label: t("body.value_kind"),
      text: valueKind ? reference(`value_kinds.${valueKind as ValueKind}`) : "",
    },
    {
      field: "additionality",
      label: t("body.additionality"),
      text: additionality ? reference(`additionalities.${additionality as Additionality}`) : "",
    },
    {
      field: "amountOrigin",
      label: t("body.amount_origin"),
      text: amountOrigin ? reference(`amount_origins.${amountOrigin as AmountOrigin}`) : "",
    },
  ];
}

/** With whom and how measured. Every indicator and milestone is a field of its own, known by its identity across revisions (R21). */
function restTexts(pledge: PublicPledge, lang: Language): FieldText[] {
  const t = getT(lang, "pledges");
  const typed = words(pledge, lang);
  const date = (value: string | null) => value && formatPartialDate(value, lang);
  const figure = (value: string | null, unit: string | null) =>
    value && `${formatNumber(Number(value), lang, { maximumFractionDigits: 4 })} ${unit ?? ""}`.trim();
  const row = (parts: (string | null)[]) => parts.filter(Boolean).join(" · ");
  return [
    typed("partners", t("body.partners"), [...pledge.reportedParts, ...pledge.partners].join("\n")),
    typed("coPledgers", t("body.co_pledgers"), pledge.coPledgers.map(({ name }) => name).join("\n")),
    { field: "links", label: t("field.links"), text: pledge.links.join("\n"), prose: true },
    { field: "publicContact", label: t("field.public_contact"), text: pledge.publicContact ?? "" },
    { field: "startsOn", label: t("field.starts_on"), text: date(pledge.startsOn) ?? "" },
    { field: "endsOn", label: t("field.ends_on"), text: date(pledge.endsOn) ?? "" },
    ...pledge.indicators.flatMap((one, index) => {
      const label = t("field.indicator_number", { number: index + 1 });
      const of = (part: string) => `${label} · ${part}`;
      return [
        typed(`indicator ${one.key}`, label, one.name),
        {
          field: `indicator ${one.key} baseline`,
          label: of(t("body.baseline")),
          text: row([figure(one.baseline, one.unit), date(one.baselineDate)]),
        },
        {
          field: `indicator ${one.key} target`,
          label: of(t("body.target")),
          text: row([figure(one.target, one.unit), date(one.due)]),
        },
        typed(`indicator ${one.key} verification`, of(t("body.verification")), one.verification),
      ];
    }),
    ...pledge.milestones.map((one, index) =>
      typed(`milestone ${one.key}`, t("field.milestone_number", { number: index + 1 }), row([one.name, date(one.due)])),
    ),
  ];
}
