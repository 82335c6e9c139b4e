import { address } from "~/addresses";
import type { Language } from "~/platform/i18n/languages";
import { getT } from "~/platform/i18n/translate";
import { deliveries, freshnessCodes } from "~/reference/codes";
import { emptySearch, searchString } from "../../model";
import type { DashboardView } from "../../pages/dashboard";
import { shareOf, writer } from "../model";

/** Freshness of the reports; compiled records owe none and stand apart (R16, R29). */
export function freshnessSection(
  reported: ReadonlyMap<string, number>,
  compiled: number,
  lang: Language,
): DashboardView["sections"][number] {
  const t = getT(lang, "dashboard");
  const counts = freshnessCodes.map((code) => reported.get(code) ?? 0);
  return {
    id: "freshness",
    title: t("freshness.title"),
    note: t("freshness.note"),
    charts: [
      {
        caption: t("freshness.caption"),
        head: t("freshness.head"),
        columns: [t("pledges")],
        rows: freshnessCodes.map((code, index) => ({
          label: getT(lang, "reference")(`freshness.${code}`),
          href: address.compendium(lang, searchString({ ...emptySearch(), reported: [code], compiled: ["no"] })),
          share: shareOf(counts[index] ?? 0, counts),
          values: [writer(lang).n(counts[index] ?? 0)],
        })),
      },
    ],
    after: t("freshness.compiled", { count: compiled, n: writer(lang).n(compiled) }),
  };
}

/** What the latest accepted reports say of delivery, and of how many pledges none says anything. */
export function deliverySection(
  delivered: ReadonlyMap<string, number>,
  pledges: number,
  lang: Language,
): DashboardView["sections"][number] {
  const t = getT(lang, "dashboard");
  const reference = getT(lang, "reference");
  const known = deliveries
    .filter((code) => code !== "discontinued")
    .map((code) => [code, delivered.get(code) ?? 0] as const);
  const silent = pledges - known.reduce((sum, [, count]) => sum + count, 0);
  const all = [...known.map(([, count]) => count), silent];
  return {
    id: "delivery",
    title: t("delivery.title"),
    note: t("delivery.note"),
    charts: [
      {
        caption: t("delivery.caption"),
        head: t("delivery.head"),
        columns: [t("pledges")],
        rows: [
          ...known.map(([code, count]) => ({
            label: reference(`deliveries.${code}`),
            href: address.compendium(lang, searchString({ ...emptySearch(), delivery: [code] })),
            share: shareOf(count, all),
            values: [writer(lang).n(count)],
          })),
          { label: t("delivery.silent"), share: shareOf(silent, all), values: [writer(lang).n(silent)] },
        ],
        total: [writer(lang).n(pledges)],
      },
    ],
  };
}
