/**
 * The closed code lists of the exchange format, the public API and the database enums (contract.md).
 * Codes never change once published; labels live in `locales/<lng>/reference.json` under the key named beside each list.
 */

/** `pledge_types` */
export const pledgeTypes = ["financial", "project", "policy", "advocacy"] as const;
export type PledgeType = (typeof pledgeTypes)[number];

/** `focus_areas`, in the order of the charter */
export const focusAreas = ["access", "adoption", "value_creation", "accelerate"] as const;
export type FocusArea = (typeof focusAreas)[number];

/** `constituencies` */
export const constituencies = [
  "government",
  "private_sector",
  "philanthropy",
  "civil_society",
  "youth",
  "academia",
  "international_organisation",
  "financial_institution",
] as const;
export type Constituency = (typeof constituencies)[number];

/** `participation_groups`: the five groups a focus-area participation can represent (R7) */
export const participationGroups = [
  "government",
  "private_sector",
  "international_organisation",
  "civil_society",
  "youth",
] as const;
export type ParticipationGroup = (typeof participationGroups)[number];

/** `participation_roles` (R7, R8) */
export const participationRoles = ["leader", "member"] as const;
export type ParticipationRole = (typeof participationRoles)[number];

/** `regions`: the six ITU regions */
export const regions = ["AFR", "AMS", "ARB", "ASP", "CIS", "EUR"] as const;
export type Region = (typeof regions)[number];

/** `groups`: the United Nations country groups the charter asks about (R22, R23) */
export const groups = ["ldc", "lldc", "sids"] as const;
export type Group = (typeof groups)[number];

/** `group_bases`: which day's membership a count uses (R23) */
export const groupBases = ["pledged", "today"] as const;
export type GroupBasis = (typeof groupBases)[number];

/** `extents` of the benefit to a group, from most to least (R22) */
export const extents = ["exclusively", "primarily", "partly", "none"] as const;
export type Extent = (typeof extents)[number];

/** `scopes` of a pledge's beneficiaries; a pledge may also leave it empty (R22) */
export const scopes = ["countries", "regions", "global"] as const;
export type Scope = (typeof scopes)[number];

/** `amount_bases`: one sum for the whole pledge, or one for every year */
export const amountBases = ["total", "per_year"] as const;
export type AmountBasis = (typeof amountBases)[number];

/** `value_kinds` */
export const valueKinds = ["cash", "in_kind"] as const;
export type ValueKind = (typeof valueKinds)[number];

/** `additionalities` */
export const additionalities = ["new", "expanded", "existing"] as const;
export type Additionality = (typeof additionalities)[number];

/** `amount_origins`: the pledger's own money, or money to be raised from others, which is shown and not added (R27) */
export const amountOrigins = ["own", "mobilised"] as const;
export type AmountOrigin = (typeof amountOrigins)[number];

/** `public_statuses`: the public life of a pledge (R1) */
export const publicStatuses = ["published", "completed", "discontinued", "suspended", "withdrawn", "removed"] as const;
export type PublicStatus = (typeof publicStatuses)[number];

/** Statuses meant when nothing is said: lists, counts, API, feeds and summary (contract.md). */
export const countedStatuses = ["published", "completed"] as const satisfies readonly PublicStatus[];

/** `deliveries`: what the latest report says */
export const deliveries = ["not_started", "on_track", "delayed", "completed", "discontinued"] as const;
export type Delivery = (typeof deliveries)[number];

/** `freshness` of the reports behind a figure (R29) */
export const freshnessCodes = ["within_12", "within_24", "older", "never", "not_yet_due"] as const;
export type Freshness = (typeof freshnessCodes)[number];

/** `value_bands`, in US dollars, lower bound included */
export const valueBands = ["none", "lt1m", "1m_10m", "10m_100m", "100m_1bn", "gte1bn"] as const;
export type ValueBand = (typeof valueBands)[number];

/** Lower bounds of the value bands in whole US dollars, in the order of `valueBands` without `none`. */
export const valueBandFloors = {
  lt1m: 0n,
  "1m_10m": 1_000_000n,
  "10m_100m": 10_000_000n,
  "100m_1bn": 100_000_000n,
  gte1bn: 1_000_000_000n,
} as const satisfies Record<Exclude<ValueBand, "none">, bigint>;

/** The band of a value in US cents; null is a pledge without a counted value. */
export function valueBand(usdCents: bigint | null): ValueBand {
  if (usdCents === null) return "none";
  const dollars = usdCents / 100n;
  if (dollars >= valueBandFloors.gte1bn) return "gte1bn";
  if (dollars >= valueBandFloors["100m_1bn"]) return "100m_1bn";
  if (dollars >= valueBandFloors["10m_100m"]) return "10m_100m";
  if (dollars >= valueBandFloors["1m_10m"]) return "1m_10m";
  return "lt1m";
}

/** `sorts` of the compendium */
export const sorts = ["newest", "value", "relevance", "reported", "ending"] as const;
export type Sort = (typeof sorts)[number];

/** `confidences` of a compiled record (R16) */
export const confidences = ["high", "medium", "low"] as const;
export type Confidence = (typeof confidences)[number];

/** `co_pledger_states`: the life of one part of a joint pledge (R20) */
export const coPledgerStates = ["invited", "confirmed", "declined", "expired", "withdrawn"] as const;

/** `relation_kinds` between pledges (R27) */
export const relationKinds = ["part_of", "matches", "same_money", "same_beneficiaries"] as const;
export type RelationKind = (typeof relationKinds)[number];

/** `sdgs`: Sustainable Development Goals by number */
export const sdgs = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17] as const;
export type Sdg = (typeof sdgs)[number];

/** `wsis`: action lines of the World Summit on the Information Society */
export const wsisActionLines = ["c1", "c2", "c3", "c4", "c5", "c6", "c7", "c8", "c9", "c10", "c11"] as const;
export type WsisActionLine = (typeof wsisActionLines)[number];

/** Narrows text from outside to one code of a list: `isCode(pledgeTypes, value)`. */
export function isCode<const List extends readonly (string | number)[]>(
  list: List,
  value: unknown,
): value is List[number] {
  return (list as readonly unknown[]).includes(value);
}

/** Whether a share in percent agrees with the extent claimed for a country group (R22). */
export function extentAgrees(extent: Extent, share: number): boolean {
  switch (extent) {
    case "exclusively":
      return share === 100;
    case "primarily":
      return share >= 50 && share <= 99;
    case "partly":
      return share >= 1 && share <= 49;
    case "none":
      return share === 0;
  }
}
