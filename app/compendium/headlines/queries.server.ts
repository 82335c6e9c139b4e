import type { Totals } from "~/counting/totals/model";
import { now } from "~/platform/clock";
import { formatInstant, formatNumber } from "~/platform/i18n/format";
import type { Language } from "~/platform/i18n/languages";
import { getT } from "~/platform/i18n/translate";
import { formatMoneyShort } from "~/reference/currencies";
import { headlineUsd } from "../figures/model";
import type { HeadlineView } from "../pages/home";
import { countObservedSince, getDelivered } from "../totals/queries.server";

/** The first day of the last twelve months. */
function yearAgo(): string {
  const day = new Date(now());
  day.setUTCFullYear(day.getUTCFullYear() - 1);
  return day.toISOString().slice(0, 10);
}

/**
 * The register's headline figures in one language: what was pledged, how fresh it is, what was delivered. Each says what it counts and
 * leaves out; `explained` adds when it was computed and how fresh it is.
 */
export async function getHeadlines(totals: Totals, lang: Language, explained = false): Promise<HeadlineView[]> {
  const [observed, reports] = await Promise.all([countObservedSince(yearAgo()), getDelivered()]);
  const report = getT(lang, "pledge-reports");
  const t = getT(lang, "compendium");
  const n = (value: number) => formatNumber(value, lang);
  const all = Math.max(totals.pledges, 1);
  const figures: HeadlineView[] = [
    {
      ...headlineUsd(totals.usdMinor, lang),
      label: t("home.pledged"),
      note: t("home.pledged_note", { count: totals.pledges, valued: n(totals.valued), n: n(totals.pledges) }),
      part: totals.pledges > 0 ? 1 : undefined,
    },
    reports.reported12Months > 0
      ? {
          value: n(reports.reported12Months),
          after: t("home.of_all", { n: n(totals.pledges) }),
          label: report("figures.reported", { count: reports.reported12Months }),
          note: report("figures.reported_note", {
            usd: formatMoneyShort(reports.reported12MonthsUsdMinor, "USD", lang),
          }),
          part: reports.reported12Months / all,
        }
      : {
          value: n(observed),
          after: t("home.of_all", { n: n(totals.pledges) }),
          label: t("home.news_12", { count: observed }),
          note: t("home.news_12_note"),
          part: observed / all,
        },
    reports.usdMinor > 0n
      ? {
          ...headlineUsd(reports.usdMinor, lang),
          label: t("home.delivered"),
          note: report("figures.delivered_note"),
          part: totals.usdMinor > 0n ? Math.min(1, Number(reports.usdMinor) / Number(totals.usdMinor)) : undefined,
        }
      : {
          value: getT(lang, "ui")("not_reported"),
          none: true,
          label: t("home.delivered"),
          note: t("home.delivered_note"),
          part: 0,
        },
  ];
  if (!explained) return figures;
  const words = getT(lang, "dashboard");
  const computed = words("explain.computed", { date: formatInstant(now(), lang) });
  const reported = reports.reported12Months;
  const fresh =
    reported > 0
      ? report("figures.fresh", { count: totals.pledges, reported: n(reported), all: n(totals.pledges) })
      : words("explain.fresh", { count: totals.pledges, n: n(observed), all: n(totals.pledges) });
  const middle = reported > 0 ? report("figures.explained") : words("explain.news");
  const counted = [words("explain.pledged"), middle, words("explain.delivered")];
  return figures.map((figure, index) => ({ ...figure, explained: [counted[index] ?? "", fresh, computed] }));
}
