import { address } from "~/addresses";
import { languages } from "~/platform/i18n/languages";
import { decimalText, isCurrency } from "~/reference/currencies";
import type { StoredRecord } from "../record/model";

/** The columns of the exchange format, in their order (contract.md). */
export const exchangeColumns = [
  ...["reference", "external_id", "status", "organisation", "constituency", "organisation_country", "itu_member"],
  ...["type", "focus_areas", "language", "title", "summary", "description"],
  ...languages.map((lang) => `title_${lang}`),
  ...languages.map((lang) => `summary_${lang}`),
  ...[
    "scope",
    "countries",
    "regions",
    "ldc_extent",
    "lldc_extent",
    "sids_extent",
    "ldc_share",
    "lldc_share",
    "sids_share",
  ],
  ...["beneficiary_note", "people", "currency", "amount", "amount_basis", "years", "value_kind", "additionality"],
  ...["start", "end", "announced", "event", "sdgs", "indicators", "milestones", "wsis", "gender_share"],
  ...["co_pledgers", "relations", "partners", "amount_text", "amount_origin", "compiled", "inferred", "confidence"],
  ...["source", "other_sources", "source_note", "progress", "value_usd", "rate", "rate_date", "published_at"],
  ...["last_report_at", "delivery_status", "disbursed_usd", "url"],
];

export type ExchangeValue = string | number | null | string[] | number[] | Record<string, unknown>[];
export type ExchangeRow = Record<string, ExchangeValue>;

const yesNo = (value: boolean) => (value ? "yes" : "no");

/** Minor units as a number in the major unit: exact for every amount that is kept. */
const major = (minor: string | null, currency: string | null): number | null =>
  minor !== null && currency && isCurrency(currency) ? Number(decimalText(BigInt(minor), currency)) : null;

const number = (value: string | null) => (value === null ? null : Number(value));

/** A public record in the keys of the exchange format. Null: not stated. What is left of a withdrawn pledge has no more than that (R3). */
export function exchangeOf(record: StoredRecord, appUrl: string): ExchangeRow {
  const empty: ExchangeRow = Object.fromEntries(exchangeColumns.map((name) => [name, null]));
  const url = appUrl + address.pledge("en", record.reference);
  if (record.kind === "trace")
    return {
      ...empty,
      reference: record.reference,
      status: record.state,
      organisation: record.organisation?.name ?? null,
      language: record.language,
      title: record.title,
      announced: record.announced,
      published_at: record.publishedOn,
      url,
    };
  const { pledge } = record;
  return {
    ...empty,
    reference: record.reference,
    external_id: record.externalId,
    status: record.state,
    organisation: pledge.organisation.name,
    constituency: pledge.organisation.constituency,
    organisation_country: pledge.organisation.country,
    itu_member: yesNo(record.ituMember),
    type: pledge.type,
    focus_areas: pledge.focusAreas,
    language: pledge.language,
    title: pledge.title,
    summary: pledge.summary,
    description: pledge.description || null,
    ...Object.fromEntries(pledge.translations.map(({ language, title }) => [`title_${language}`, title])),
    ...Object.fromEntries(pledge.translations.map(({ language, summary }) => [`summary_${language}`, summary])),
    ...benefitOf(record),
    ...moneyOf(record),
    start: pledge.startsOn,
    end: pledge.endsOn,
    announced: pledge.announced,
    event: record.event?.slug ?? null,
    sdgs: pledge.sdgs,
    indicators: pledge.indicators.map((one) => ({
      name: one.name,
      unit: one.unit,
      baseline: number(one.baseline),
      baseline_date: one.baselineDate,
      target: number(one.target),
      due: one.due,
      verification: one.verification,
    })),
    milestones: pledge.milestones.map(({ name, due, done }) => ({ name, due, done })),
    wsis: pledge.wsis,
    co_pledgers: [
      ...pledge.coPledgers.map(({ name, amountMinor, currency }) => ({
        organisation: name,
        amount: major(amountMinor, currency),
        currency,
        state: "confirmed",
      })),
      ...pledge.reportedParts.map((name) => ({
        organisation: name,
        amount: null,
        currency: null,
        state: "as_reported",
      })),
    ],
    relations: [],
    partners: pledge.partners,
    compiled: yesNo(pledge.compiled),
    inferred: pledge.inferred,
    confidence: pledge.confidence,
    source: pledge.source,
    other_sources: pledge.otherSources,
    source_note: pledge.sourceNote,
    progress: record.observations.map(({ date, text, figures, source }) => ({ date, text, figures, source })),
    published_at: record.publishedOn,
    last_report_at: record.reporting.lastReportAt?.slice(0, 10) ?? null,
    delivery_status: record.reporting.delivery,
    disbursed_usd: major(record.reporting.disbursedUsdMinor, "USD"),
    url,
  };
}

function benefitOf({ pledge }: Extract<StoredRecord, { kind: "pledge" }>): ExchangeRow {
  return {
    scope: pledge.scope,
    countries: pledge.countries.map(({ iso3, share }) => (share === null ? iso3 : `${iso3}:${share}`)),
    regions: pledge.regions,
    ldc_extent: pledge.groups.ldc.extent,
    lldc_extent: pledge.groups.lldc.extent,
    sids_extent: pledge.groups.sids.extent,
    ldc_share: pledge.groups.ldc.share,
    lldc_share: pledge.groups.lldc.share,
    sids_share: pledge.groups.sids.share,
    beneficiary_note: pledge.beneficiaryNote,
    people: number(pledge.people),
    gender_share: pledge.genderShare,
  };
}

function moneyOf({ pledge, countedUsdMinor }: Extract<StoredRecord, { kind: "pledge" }>): ExchangeRow {
  return {
    currency: pledge.currency,
    amount: major(pledge.amountMinor, pledge.currency),
    amount_basis: pledge.amountBasis,
    years: pledge.years,
    value_kind: pledge.valueKind,
    additionality: pledge.additionality,
    amount_text: pledge.amountText,
    amount_origin: pledge.amountOrigin,
    value_usd: major(countedUsdMinor, "USD"),
    rate: number(pledge.rate),
    rate_date: pledge.rateDate,
  };
}

/** A value as one cell: lists between bars, objects as JSON, nothing for "not stated". Numbers stay numbers. */
export function cellOf(value: ExchangeValue | undefined): string | number {
  if (value === null || value === undefined) return "";
  if (!Array.isArray(value)) return value;
  if (value.length === 0) return "";
  return typeof value[0] === "object" ? JSON.stringify(value) : value.join("|");
}
