import { freshnessOf } from "~/counting/delivered/model";
import { today } from "~/platform/clock";
import { formatDay, formatList, formatNumber, formatPartialDate } from "~/platform/i18n/format";
import { directionOf, type Language } from "~/platform/i18n/languages";
import { getT } from "~/platform/i18n/translate";
import type { Delivery } from "~/reference/codes";
import { formatMoney, formatMoneyShort } from "~/reference/currencies";
import { organisationName, type PledgeRecord, type RecordOrganisation } from "../../record/model";
import type { CameOfItView } from "../components/came-of-it";
import { lineChart, type Point } from "../model";

/** An accepted report as the read model keeps it; money in minor units as text. */
export interface ReportRow {
  id: string;
  organisation_id: string;
  organisation: RecordOrganisation;
  corrects_id: string | null;
  corrected: boolean;
  period_from: string;
  period_to: string;
  status: Delivery;
  disbursed_minor: string | null;
  currency: string | null;
  disbursed_basis: "cumulative" | "period";
  people: string | null;
  lang: string;
  texts: Record<
    "narrative" | "obstacles" | "nextSteps" | "statusReason" | "disbursedNote" | "peopleNote" | "correctionReason",
    string | null
  >;
  indicators: { key: string; value: string | null; note: string | null }[];
  milestones: { key: string; done: string }[];
  links: string[];
  accepted_at: Date;
}

const figure = (value: string, lang: Language) => formatNumber(Number(value), lang, { maximumFractionDigits: 2 });

/** What the accepted reports on a pledge say, oldest first, as its page shows it. */
export function cameOfIt(record: PledgeRecord, rows: readonly ReportRow[], lang: Language): CameOfItView {
  const t = getT(lang, "pledge-reports");
  const { reporting } = record;
  const freshness = getT(lang, "reference")(`freshness.${freshnessOf(reporting, today())}`);
  const about =
    reporting.lastReportOn && reporting.lastReportAt
      ? t("latest", {
          period: formatPartialDate(reporting.lastReportOn, lang),
          date: formatPartialDate(reporting.lastReportAt.slice(0, 10), lang),
        })
      : reporting.firstDueOn && t("first_due", { date: formatPartialDate(reporting.firstDueOn, lang) });
  return {
    freshness: [freshness, about].filter(Boolean).join(" · "),
    missing: rows.length > 0 ? missingOf(record, rows, lang) : null,
    delivered: deliveredOf(record, lang),
    indicators: indicatorsOf(record, rows, lang),
    reports: rows.toReversed().map((row) => reportOf(record, row, lang)),
  };
}

/** Confirmed partners of whom no report is there, by name (R31). */
function missingOf({ pledge, partnerSlugs }: PledgeRecord, rows: readonly ReportRow[], lang: Language): string | null {
  const reported = new Set(rows.map(({ organisation }) => organisation.slug));
  const names = pledge.coPledgers.flatMap(({ name }) => {
    const slug = partnerSlugs[name];
    return slug && !reported.has(slug) ? [name] : [];
  });
  if (names.length === 0) return null;
  return getT(lang, "pledge-reports")("missing", { organisations: formatList(names, lang) });
}

function deliveredOf({ reporting, countedUsdMinor }: PledgeRecord, lang: Language): CameOfItView["delivered"] {
  const t = getT(lang, "pledge-reports");
  if (reporting.disbursedUsdMinor === null) return null;
  const delivered = formatMoneyShort(BigInt(reporting.disbursedUsdMinor), "USD", lang);
  if (countedUsdMinor === null)
    return { text: t("delivered_only", { delivered }), value: null, target: null, share: null };
  const [value, target] = [Number(reporting.disbursedUsdMinor), Number(countedUsdMinor)];
  return {
    text: t("delivered_of", { delivered, pledged: formatMoneyShort(BigInt(countedUsdMinor), "USD", lang) }),
    value,
    target,
    share: target > 0 ? formatNumber(value / target, lang, { style: "percent" }) : null,
  };
}

/** Values of the lead pledger's reports that hold, beside baseline and target. */
function indicatorsOf(record: PledgeRecord, rows: readonly ReportRow[], lang: Language): CameOfItView["indicators"] {
  const t = getT(lang, "pledge-reports");
  const { pledge } = record;
  const held = rows.filter((row) => !row.corrected && row.organisation.slug === pledge.organisation.slug);
  return pledge.indicators.flatMap((indicator) => {
    const points = held.flatMap((row): Point[] => {
      const value = row.indicators.find(({ key }) => key === indicator.key)?.value ?? null;
      return value === null ? [] : [{ day: row.period_to, value: Number(value) }];
    });
    if (points.length === 0) return [];
    const { baseline, baselineDate } = indicator;
    const from = baselineDate && `${baselineDate}-01-01`.slice(0, 10);
    const dated = baseline !== null && from && from < (points[0]?.day ?? "");
    const drawn = dated ? [{ day: from, value: Number(baseline) }, ...points] : points;
    const last = points.at(-1)?.value ?? null;
    const target = indicator.target === null ? null : Number(indicator.target);
    return [
      {
        key: indicator.key,
        name: [indicator.name, indicator.unit && `(${indicator.unit})`].filter(Boolean).join(" "),
        nameLang: pledge.language === lang ? undefined : pledge.language,
        last,
        target,
        targetText: indicator.target === null ? null : t("target", { target: figure(indicator.target, lang) }),
        share: target && last !== null ? formatNumber(last / target, lang, { style: "percent" }) : null,
        chart: lineChart(drawn, target, {
          rtl: directionOf(lang) === "rtl",
          format: (value) => formatNumber(value, lang, { maximumFractionDigits: 2 }),
        }),
        rows: [
          ...(baseline === null
            ? []
            : [
                {
                  key: "baseline",
                  period: baselineDate ? `${t("baseline")}, ${formatPartialDate(baselineDate, lang)}` : t("baseline"),
                  value: figure(baseline, lang),
                },
              ]),
          ...points.map(({ day, value }) => ({
            key: day,
            period: formatPartialDate(day, lang),
            value: figure(String(value), lang),
          })),
        ],
      },
    ];
  });
}

function reportOf({ pledge }: PledgeRecord, row: ReportRow, lang: Language): CameOfItView["reports"][number] {
  const t = getT(lang, "pledge-reports");
  const { texts } = row;
  const done = row.milestones.flatMap(({ key, done }) => {
    const name = pledge.milestones.find((one) => one.key === key)?.name;
    return name ? [`${name} (${formatPartialDate(done, lang)})`] : [];
  });
  return {
    id: row.id,
    iso: row.accepted_at.toISOString().slice(0, 10),
    when: formatDay(row.accepted_at, lang),
    period: `${formatPartialDate(row.period_from, lang)} – ${formatPartialDate(row.period_to, lang)}`,
    status: getT(lang, "reference")(`deliveries.${row.status}`),
    by: t("by", { organisation: organisationName(row.organisation, lang) }),
    textLang: row.lang === lang ? undefined : row.lang,
    corrects: row.corrects_id && t("corrects", { reason: texts.correctionReason ?? "" }),
    corrected: row.corrected ? t("corrected") : null,
    facts: [
      ...(row.disbursed_minor !== null && row.currency
        ? [
            {
              term: t(row.disbursed_basis === "period" ? "in_period" : "since_start"),
              value: formatMoney(BigInt(row.disbursed_minor), row.currency, lang),
              note: texts.disbursedNote,
            },
          ]
        : []),
      ...(row.people === null
        ? []
        : [{ term: t("people"), value: formatNumber(BigInt(row.people), lang), note: texts.peopleNote }]),
    ],
    paragraphs: [
      { title: null, text: texts.statusReason },
      { title: null, text: texts.narrative },
      { title: t("obstacles"), text: texts.obstacles },
      { title: t("next_steps"), text: texts.nextSteps },
      { title: t("milestones"), text: done.length > 0 ? formatList(done, lang) : null },
    ].flatMap(({ title, text }) => (text ? [{ title, text }] : [])),
    links: row.links,
  };
}
