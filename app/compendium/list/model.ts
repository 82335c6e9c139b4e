import { address } from "~/addresses";
import type { EntryView } from "~/compendium/components/pledge-entry";
import { freshnessOf } from "~/counting/delivered/model";
import { today } from "~/platform/clock";
import { formatNumber, formatPartialDate } from "~/platform/i18n/format";
import type { Language } from "~/platform/i18n/languages";
import { getT } from "~/platform/i18n/translate";
import { languageName } from "~/pledges/formats/pledge-body";
import type { Delivery, FocusArea, PledgeType, PublicStatus } from "~/reference/codes";
import { formatMoneyShort } from "~/reference/currencies";

/** What a list needs to know of a pledge, as the read model keeps it. */
export interface EntryRow {
  reference: string;
  state: PublicStatus;
  compiled: boolean;
  type: PledgeType | null;
  focus_areas: FocusArea[];
  title: string;
  summary: string;
  source_lang: string;
  organisation: string;
  /** US cents that count; null: nothing is added. */
  value: string | null;
  announced: string | null;
  published_on: string;
  observed_on: string | null;
  ends_on: string | null;
  delivery: Delivery | null;
  /** End of the period of the latest accepted report. */
  last_report_on: string | null;
  first_due_on: string | null;
  /** US cents delivered, as reported. */
  disbursed: string | null;
  stated: {
    /** Of the pledger's own words: milestones and indicators are not translated. */
    language: string;
    amountMinor: string | null;
    currency: string | null;
    amountOrigin: string | null;
    amountBasis: string | null;
    years: number | null;
    valueState: string;
    usdMinor: string | null;
    people: string | null;
    milestones: { name: string; due: string | null }[];
    indicators: { name: string; unit: string | null; target: string | null }[];
  } | null;
}

/** An entry of the register, formatted for one language. */
export function entryView(row: EntryRow, lang: Language): EntryView {
  const reference = getT(lang, "reference");
  const t = getT(lang, "compendium");
  const date = row.announced ?? (row.compiled ? null : row.published_on);
  return {
    reference: row.reference,
    href: address.pledge(lang, row.reference),
    title: row.title,
    titleLang: row.source_lang === lang ? undefined : row.source_lang,
    languageNote: row.source_lang === lang ? null : t("in_language", { language: languageName(row.source_lang, lang) }),
    summary: row.summary,
    organisation: row.organisation,
    date: date && formatPartialDate(date, lang),
    compiled: row.compiled,
    type: row.type && { shape: row.type, label: reference(`pledge_types.${row.type}`) },
    focusAreas: row.focus_areas.map((area) => ({ shape: area, label: reference(`focus_areas.${area}`) })),
    ...factOf(row, lang),
    measure: {
      delivered: row.disbursed === null ? null : Number(row.disbursed),
      target: row.value === null ? null : Number(row.value),
    },
    state: stateOf(row, lang),
    cells: {
      date: date ?? getT(lang, "ui")("not_stated"),
      value: row.value === null ? null : formatNumber(BigInt(row.value) / 100n, lang),
      people: row.stated?.people ? formatNumber(BigInt(row.stated.people), lang) : null,
    },
  };
}

type Fact = Pick<EntryView, "fact" | "factNote" | "hasMeasure">;

/** The figure in the margin: money, else people, else the milestone or target that carries the pledge; never a zero of dollars. */
function factOf({ stated, type }: EntryRow, lang: Language): Fact {
  const t = getT(lang, "compendium");
  if (!stated) return { fact: null, factNote: null, hasMeasure: false };
  const money = moneyFact(stated, lang);
  const people = stated.people === null ? null : formatNumber(BigInt(stated.people), lang);
  const milestone = stated.milestones.find(({ due }) => due !== null);
  const indicator = stated.indicators.find(({ target }) => target !== null);
  const measured = type === "policy" || type === "advocacy";
  // In a list there is no room to say in which language a name is: in another language it gives way to its kind.
  const own = stated.language === lang;
  const byMilestone = milestone?.due && {
    fact: formatPartialDate(milestone.due, lang),
    factNote: own ? milestone.name : t("entry.milestone"),
    hasMeasure: true,
  };
  if (measured && byMilestone) return byMilestone;
  if (money) {
    const expected = people && t("entry.people_expected", { count: Number(stated.people), people });
    return { ...money, factNote: [money.factNote, expected].filter(Boolean).join(" · ") || null, hasMeasure: true };
  }
  if (people)
    return {
      fact: t("entry.people", { count: Number(stated.people), people }),
      factNote: t("entry.expected"),
      hasMeasure: true,
    };
  if (byMilestone) return byMilestone;
  if (indicator) {
    const target = formatNumber(Number(indicator.target), lang, { maximumFractionDigits: 2 });
    return { fact: target, factNote: own ? indicator.name : t("entry.target"), hasMeasure: true };
  }
  const missing = measured ? t("entry.no_amount_needed") : t("entry.amount_not_stated");
  return { fact: null, factNote: missing, hasMeasure: true };
}

function moneyFact(stated: NonNullable<EntryRow["stated"]>, lang: Language): { fact: string; factNote: string } | null {
  const t = getT(lang, "compendium");
  if (stated.amountMinor === null || stated.currency === null) return null;
  const pledged = formatMoneyShort(BigInt(stated.amountMinor), stated.currency, lang);
  const notes: string[] = [];
  if (stated.amountBasis === "per_year")
    notes.push(stated.years ? t("entry.per_year_for", { count: stated.years }) : t("entry.per_year"));
  if (stated.amountOrigin === "mobilised") notes.push(t("entry.mobilised"));
  if (stated.valueState === "awaiting_rate") notes.push(t("entry.awaiting_rate"));
  if (stated.valueState === "not_converted") notes.push(t("entry.not_converted"));
  if (stated.currency === "USD" || stated.usdMinor === null || stated.amountBasis === "per_year")
    return { fact: pledged, factNote: notes.join(" · ") };
  return {
    fact: formatMoneyShort(BigInt(stated.usdMinor), "USD", lang),
    factNote: [t("entry.as_pledged", { amount: pledged }), ...notes].join(" · "),
  };
}

const tones: Record<Delivery, EntryView["state"]["tone"]> = {
  not_started: "open",
  on_track: "half",
  delayed: "due",
  completed: "done",
  discontinued: "stopped",
};

/** Delivery and freshness in words; where no report is, what public sources say, else when one is owed (R29). */
function stateOf(row: EntryRow, lang: Language): EntryView["state"] {
  const { state, observed_on, delivery, last_report_on, first_due_on } = row;
  const reference = getT(lang, "reference");
  const freshness = freshnessOf({ lastReportOn: last_report_on, firstDueOn: first_due_on }, today());
  if (delivery && last_report_on && (state === "published" || state === "completed"))
    return {
      tone: tones[delivery],
      label: [reference(`deliveries.${delivery}`), reference(`freshness.${freshness}`)].join(" · "),
    };
  if (state === "completed") return { tone: "done", label: reference(`public_statuses.${state}`) };
  if (state !== "published") return { tone: "stopped", label: reference(`public_statuses.${state}`) };
  if (!observed_on && freshness === "not_yet_due") return { tone: "quiet", label: reference("freshness.not_yet_due") };
  if (!observed_on) return { tone: "quiet", label: getT(lang, "ui")("no_report_yet") };
  const date = formatPartialDate(observed_on, lang);
  return { tone: "quiet", label: getT(lang, "compendium")("entry.observed", { date }) };
}
