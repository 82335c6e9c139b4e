import { address } from "~/addresses";
import { today } from "~/platform/clock";
import { formatNumber } from "~/platform/i18n/format";
import type { Language } from "~/platform/i18n/languages";
import { getT } from "~/platform/i18n/translate";
import { regions } from "~/reference/codes";
import { countries, countriesByName, countryName, country as findCountry, membersOf } from "~/reference/countries";
import points from "~/reference/country-points.json" with { type: "json" };
import type { DashboardView } from "../../pages/dashboard";

/** One dot for each country and territory, with its name, its number of pledges and its page. */
export function pointsOf(counts: ReadonlyMap<string, number>, lang: Language): DashboardView["map"]["points"] {
  const places = points as unknown as Record<string, [number, number]>;
  return countries.flatMap(({ iso3, sids }) => {
    const [x, y] = places[iso3] ?? [];
    if (x === undefined || y === undefined) return [];
    const count = counts.get(iso3) ?? 0;
    return {
      iso3,
      x,
      y,
      kind: count === 0 ? ("unnamed" as const) : sids ? ("island" as const) : ("named" as const),
      label: `${countryName(iso3, lang)}: ${formatNumber(count, lang)}`,
      href: address.country(lang, iso3),
    };
  });
}

/** All small island developing States by ITU region, so that each can be reached, also those that no pledge names. */
export function islandsOf(counts: ReadonlyMap<string, number>, lang: Language): DashboardView["islands"] {
  const all = new Set(membersOf("sids", today()).map(({ iso3 }) => iso3));
  return regions.flatMap((region) => {
    const places = countriesByName(lang)
      .filter(({ iso3 }) => all.has(iso3) && findCountry(iso3)?.region === region)
      .map(({ iso3, name }) => ({
        label: name,
        href: address.country(lang, iso3),
        count: formatNumber(counts.get(iso3) ?? 0, lang),
      }));
    return places.length > 0 ? [{ label: getT(lang, "reference")(`regions.${region}`), places }] : [];
  });
}
