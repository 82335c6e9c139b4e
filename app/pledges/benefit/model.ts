import { type Extent, extentAgrees, type Group } from "~/reference/codes";
import { isInGroup } from "~/reference/countries";

/** A country of a pledge; `share` in percent of the pledge, null: not allocated; `basisOn`: the day "when pledged" is judged on (R23). */
export interface NamedCountry {
  iso3: string;
  share: number | null;
  basisOn?: string | null;
}

/** What a country list implies for a group. `partly_unknown`: some of it, the share is not known; `not_derivable`: global, regions, nothing. */
export type ImpliedExtent = Extent | "partly_unknown" | "not_derivable";

/**
 * The extent that the named countries imply for a group (R22). `on` is the day on which membership is judged, one for all or for each
 * country (R23). Shares are percent.
 */
export function impliedExtent(
  countries: readonly NamedCountry[],
  group: Group,
  on: string | ((country: NamedCountry) => string),
): ImpliedExtent {
  if (countries.length === 0) return "not_derivable";
  const inside = countries.filter((one) => isInGroup(one.iso3, group, typeof on === "string" ? on : on(one)));
  if (inside.length === 0) return "none";
  if (inside.length === countries.length) return "exclusively";
  if (countries.some((one) => one.share === null)) return "partly_unknown";
  // In hundredths, so that 33.33 + 16.67 is 50 and not a hair less.
  const sum = inside.reduce((total, one) => total + Math.round((one.share ?? 0) * 100), 0);
  if (sum === 0) return "partly_unknown";
  return sum >= 5000 ? "primarily" : "partly";
}

/** How a claim stands beside what the official lists imply. */
export type ClaimCheck = "agrees" | "differs" | "no_claim" | "not_derivable";

export function checkClaim(claimed: Extent | null, implied: ImpliedExtent): ClaimCheck {
  if (claimed === null) return "no_claim";
  if (implied === "not_derivable") return "not_derivable";
  if (implied === "partly_unknown") return claimed === "partly" || claimed === "primarily" ? "agrees" : "differs";
  return claimed === implied ? "agrees" : "differs";
}

/** Whether a claim needs a sentence of explanation: the named countries do not bear it out (R22). */
export const needsExplanation = (claimed: Extent | null, implied: ImpliedExtent): boolean =>
  claimed !== null && claimed !== "none" && checkClaim(claimed, implied) === "differs";

/** Whether extent and share of a claim agree (R22); a missing half is no disagreement. Shares may have decimals. */
export function shareAgrees(extent: Extent | null, share: number | null): boolean {
  if (extent === null || share === null) return true;
  if (extent === "primarily") return share >= 50 && share < 100;
  if (extent === "partly") return share > 0 && share < 50;
  return extentAgrees(extent, share);
}
