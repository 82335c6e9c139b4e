import { formatNumber, formatPartialDate } from "~/platform/i18n/format";
import type { Language } from "~/platform/i18n/languages";
import { getT } from "~/platform/i18n/translate";
import type { Additionality, AmountBasis, ValueKind } from "~/reference/codes";
import { formatMoney, formatMoneyShort } from "~/reference/currencies";
import type { StatedFact } from "../components/stated-facts";
import type { PledgeBodyView } from "../pages/pledge-body";
import type { PublicPledge } from "../publication/model";

type Figures = PledgeBodyView["figures"];

/**
 * At most three figures: the value if one is stated, the people if a number is stated, then the milestone or indicator that carries the
 * pledge. Policy and advocacy lead with their milestone and never show a zero.
 */
export function figuresOf(pledge: PublicPledge, lang: Language): Figures {
  const measures = pledge.type === "policy" || pledge.type === "advocacy";
  const value = valueFigure(pledge, lang);
  const found = [
    ...(measures ? milestoneFigures(pledge, lang) : []),
    ...(value ? [value] : []),
    ...peopleFigures(pledge, lang),
    ...indicatorFigures(pledge, lang),
    ...(measures ? [] : milestoneFigures(pledge, lang)),
  ].slice(0, 3);
  if (found.length > 0) return found;
  const ui = getT(lang, "ui");
  return [
    {
      key: "value",
      value: ui("not_stated"),
      label: { text: getT(lang, "pledges")("body.pledged") },
      none: true,
      notes: [],
    },
  ];
}

/** "2020 to 2023", "from 2020", or nothing. */
export function periodOf(pledge: Pick<PublicPledge, "startsOn" | "endsOn">, lang: Language): string | null {
  const t = getT(lang, "pledges");
  const start = pledge.startsOn && formatPartialDate(pledge.startsOn, lang);
  const end = pledge.endsOn && formatPartialDate(pledge.endsOn, lang);
  if (start && end) return t("body.period", { start, end });
  if (start) return t("body.period_from", { start });
  return end ? t("body.period_until", { end }) : null;
}

function valueFigure(pledge: PublicPledge, lang: Language): Figures[number] | null {
  if (pledge.amountMinor === null || !pledge.currency) return null;
  const t = getT(lang, "pledges");
  return {
    key: "value",
    value: formatMoneyShort(BigInt(pledge.amountMinor), pledge.currency, lang),
    label: { text: t("body.pledged") },
    notes: [
      basisNote(pledge, lang),
      periodOf(pledge, lang),
      usdNote(pledge, lang),
      mobilisedNote(pledge, lang),
    ].flatMap((note) => (note ? [{ text: asSentence(note, lang) }] : [])),
  };
}

const asSentence = (text: string, lang: Language) =>
  /[.。]$/.test(text) ? text : `${text}${lang === "zh" ? "。" : "."}`;

function basisNote(pledge: PublicPledge, lang: Language): string | null {
  if (pledge.amountBasis !== "per_year") return null;
  const t = getT(lang, "pledges");
  return pledge.years ? t("body.per_year_for", { count: pledge.years }) : t("body.per_year_open");
}

const mobilisedNote = (pledge: PublicPledge, lang: Language) =>
  pledge.amountOrigin === "mobilised" ? getT(lang, "pledges")("body.mobilised") : null;

/** What the amount is in US dollars, with rate, date and source; or why it is not converted (R24). */
function usdNote(pledge: PublicPledge, lang: Language): string | null {
  const t = getT(lang, "pledges");
  if (pledge.valueState === "awaiting_rate") return t("body.awaiting_rate");
  if (pledge.valueState === "not_converted") return t("body.not_converted");
  if (pledge.usdMinor === null || pledge.currency === "USD") return null;
  return t("body.usd_at", {
    usd: formatMoneyShort(BigInt(pledge.usdMinor), "USD", lang),
    rate: formatNumber(Number(pledge.rate), lang, { maximumSignificantDigits: 6 }),
    source: pledge.rateSource ?? "",
    date: pledge.rateDate ? formatPartialDate(pledge.rateDate, lang) : "",
  });
}

/** The pledger's words, with their language when it is not the page's. */
const inWords = (pledge: PublicPledge, text: string, lang: Language) =>
  pledge.language === lang ? { text } : { text, lang: pledge.language };

function peopleFigures(pledge: PublicPledge, lang: Language): Figures {
  if (pledge.people === null) return [];
  const people = BigInt(pledge.people);
  const compact = people >= 1_000_000n ? ({ notation: "compact", compactDisplay: "long" } as const) : {};
  return [
    {
      key: "people",
      value: formatNumber(people, lang, compact),
      label: { text: getT(lang, "pledges")("body.people_to_benefit") },
      notes: pledge.peopleNote ? [inWords(pledge, pledge.peopleNote, lang)] : [],
    },
  ];
}

function indicatorFigures(pledge: PublicPledge, lang: Language): Figures {
  return pledge.indicators
    .filter((one) => one.target !== null && one.target !== pledge.people)
    .slice(0, 2)
    .map((one) => ({
      key: one.key,
      value: formatNumber(Number(one.target), lang, { maximumFractionDigits: 4 }),
      after: one.unit ?? undefined,
      label: inWords(pledge, one.name, lang),
      notes: one.due
        ? [{ text: getT(lang, "pledges")("body.due_by", { date: formatPartialDate(one.due, lang) }) }]
        : [],
    }));
}

function milestoneFigures(pledge: PublicPledge, lang: Language): Figures {
  return pledge.milestones
    .filter((one) => one.due !== null)
    .slice(0, 2)
    .map((one) => ({
      key: one.key,
      value: formatPartialDate(one.due ?? "", lang),
      label: inWords(pledge, one.name, lang),
      notes: [],
    }));
}

/** The value as pledged, in US dollars, and what kind of money it is. Pledges that need no amount say only what they state. */
export function valueFacts(pledge: PublicPledge, lang: Language): StatedFact[] {
  const t = getT(lang, "pledges");
  const reference = getT(lang, "reference");
  const reading = (field: string) => pledge.inferred.includes(field);
  const amount =
    pledge.amountMinor !== null && pledge.currency
      ? formatMoney(BigInt(pledge.amountMinor), pledge.currency, lang)
      : null;
  const period: StatedFact = { term: t("body.period_term"), value: periodOf(pledge, lang), reading: reading("end") };
  if (amount === null) {
    const needsNone = pledge.type === "policy" || pledge.type === "advocacy";
    return [
      { term: t("body.as_pledged"), value: pledge.amountText ?? (needsNone ? t("body.no_amount_needed") : null) },
      period,
    ];
  }
  return [
    {
      term: t("body.as_pledged"),
      value: amount,
      note: basisNote(pledge, lang) ?? pledge.amountText,
      reading: reading("amount"),
    },
    { term: t("body.in_usd"), value: usdFull(pledge, lang), note: usdSource(pledge, lang) },
    {
      term: t("body.additionality"),
      value: pledge.additionality && reference(`additionalities.${pledge.additionality as Additionality}`),
      reading: reading("additionality"),
    },
    {
      term: t("body.value_kind"),
      value: pledge.valueKind && reference(`value_kinds.${pledge.valueKind as ValueKind}`),
      reading: reading("value_kind"),
    },
    ...(pledge.amountBasis
      ? [{ term: t("body.amount_basis"), value: reference(`amount_bases.${pledge.amountBasis as AmountBasis}`) }]
      : []),
    ...(pledge.amountOrigin === "mobilised" ? [{ term: t("body.amount_origin"), value: t("body.mobilised") }] : []),
    period,
  ];
}

function usdFull(pledge: PublicPledge, lang: Language): string | null {
  const t = getT(lang, "pledges");
  if (pledge.usdMinor !== null) return formatMoney(BigInt(pledge.usdMinor), "USD", lang);
  if (pledge.valueState === "awaiting_rate") return t("body.awaiting_rate");
  // A draft: the rate is that of the day of submission (R24).
  return pledge.valueState === "not_converted" ? t("body.not_converted") : t("body.usd_at_submission");
}

function usdSource(pledge: PublicPledge, lang: Language): string | null {
  if (pledge.usdMinor === null || pledge.currency === "USD" || !pledge.rate) return null;
  return getT(lang, "pledges")("body.rate_note", {
    rate: formatNumber(Number(pledge.rate), lang, { maximumSignificantDigits: 6 }),
    source: pledge.rateSource ?? "",
    date: pledge.rateDate ? formatPartialDate(pledge.rateDate, lang) : "",
  });
}
