import { constituencies, focusAreas, type Group, groups, pledgeTypes, type Region, regions } from "~/reference/codes";
import { isInGroup, regionOf } from "~/reference/countries";
import {
  type CountedPart,
  type CountedPledge,
  countedParts,
  countedValue,
  duplicatesOfMoney,
  isCounted,
} from "../model";
import { countryWeights, regionKey, splitByCountry } from "../split/model";

/** A number of pledges and what they add up to in US cents. */
export interface Tally {
  pledges: number;
  usdMinor: bigint;
}

export interface KeyedTally extends Tally {
  key: string;
}

/** Everything that the register adds up. Values add up over type, year, constituency, primary area, region and country (R28). */
export interface Totals extends Tally {
  /** Pledges whose value is in the total. */
  valued: number;
  byType: KeyedTally[];
  /** Pledges under each of their areas, value under the primary one; `primary` counts pledges by primary area. Records that name none: `not_stated`. */
  byFocusArea: (KeyedTally & { primary: number })[];
  byConstituency: KeyedTally[];
  byRegion: KeyedTally[];
  byCountry: KeyedTally[];
  byYear: KeyedTally[];
  byGroup: { key: Group; whenPledged: Tally; today: Tally }[];
  notAllocated: Tally;
  global: Tally;
}

class Tallies {
  private readonly byKey = new Map<string, KeyedTally>();

  constructor(keys: readonly string[] = []) {
    for (const key of keys) this.of(key);
  }

  private of(key: string): KeyedTally {
    const known = this.byKey.get(key) ?? { key, pledges: 0, usdMinor: 0n };
    this.byKey.set(key, known);
    return known;
  }

  add(key: string, pledges: number, usdMinor: bigint): void {
    const tally = this.of(key);
    tally.pledges += pledges;
    tally.usdMinor += usdMinor;
  }

  all(): KeyedTally[] {
    return [...this.byKey.values()];
  }

  take(key: string): Tally {
    const { pledges, usdMinor } = this.of(key);
    return { pledges, usdMinor };
  }
}

/** Adds pledges up by the rules of R20, R22, R23, R27 and R28. `today` decides which countries are in a group today (UTC day). */
export function totalsOf(all: readonly CountedPledge[], today: string): Totals {
  const pledges = all.filter(isCounted);
  const duplicates = duplicatesOfMoney(pledges);
  const type = new Tallies(pledgeTypes);
  const focus = new Tallies(focusAreas);
  const primary = new Map<string, number>();
  const constituency = new Tallies(constituencies);
  const region = new Tallies([...regions, "global", "not_allocated"]);
  const country = new Tallies(["global", "not_allocated"]);
  const year = new Tallies();
  const groupThen = new Tallies(groups);
  const groupNow = new Tallies(groups);
  let usdMinor = 0n;
  let valued = 0;
  for (const pledge of pledges) {
    const parts: (CountedPart & { usdMinor: bigint })[] = duplicates.has(pledge.reference) ? [] : countedParts(pledge);
    const value = parts.reduce((sum, part) => sum + part.usdMinor, 0n);
    usdMinor += value;
    if (parts.length > 0) valued += 1;
    type.add(pledge.type, 1, value);
    year.add(pledge.year === null ? "not_stated" : String(pledge.year), 1, value);
    const areas = pledge.focusAreas.length > 0 ? pledge.focusAreas : (["not_stated"] as const);
    for (const [index, area] of areas.entries()) focus.add(area, 1, index === 0 ? value : 0n);
    const [first] = areas;
    if (first) primary.set(first, (primary.get(first) ?? 0) + 1);
    constituency.add(pledge.constituency, 1, 0n);
    for (const part of parts) constituency.add(part.constituency, 0, part.usdMinor);
    addPlaces(pledge, value, { country, region });
    for (const group of groups) {
      const then = (iso3: string) =>
        pledge.countries.some((named) => named.iso3 === iso3 && named.groupsWhenPledged.includes(group));
      addGroup(groupThen, group, pledge, value, then);
      addGroup(groupNow, group, pledge, value, (iso3) => isInGroup(iso3, group, today));
    }
  }
  return {
    pledges: pledges.length,
    usdMinor,
    valued,
    byType: type.all(),
    byFocusArea: focus.all().map((tally) => ({ ...tally, primary: primary.get(tally.key) ?? 0 })),
    byConstituency: constituency.all(),
    byRegion: region.all(),
    byCountry: country.all(),
    byYear: year.all().sort((a, b) => (a.key < b.key ? -1 : 1)),
    byGroup: groups.map((key) => ({ key, whenPledged: groupThen.take(key), today: groupNow.take(key) })),
    notAllocated: country.take("not_allocated"),
    global: country.take("global"),
  };
}

/**
 * Country shares apply to every part (R27), so the sum of the parts is split, once: splitting a pledge into parts moves no cent. A pledge
 * counts once in every country and region that it names.
 */
function addPlaces(
  pledge: CountedPledge,
  value: bigint,
  { country, region }: { country: Tallies; region: Tallies },
): void {
  for (const [key, minor] of splitByCountry(value, pledge)) {
    country.add(key, 0, minor);
    region.add(regionKey(key), 0, minor);
  }
  const weights = countryWeights(pledge);
  const unplaced = (["global", "not_allocated"] as const).filter((key) => weights.has(key));
  for (const key of [...pledge.countries.map(({ iso3 }) => iso3), ...unplaced]) country.add(key, 1, 0n);
  for (const key of [...namedRegions(pledge), ...unplaced]) region.add(key, 1, 0n);
}

/** The regions a pledge names, itself or through its countries. */
export function namedRegions(pledge: Pick<CountedPledge, "regions" | "countries">): Set<Region> {
  const named = new Set<Region>(pledge.regions);
  for (const { iso3 } of pledge.countries) {
    const region = regionOf(iso3);
    if (region) named.add(region);
  }
  return named;
}

function addGroup(
  tallies: Tallies,
  group: Group,
  pledge: CountedPledge,
  value: bigint,
  isMember: (iso3: string) => boolean,
): void {
  const members = new Set(pledge.countries.map(({ iso3 }) => iso3).filter(isMember));
  if (members.size === 0) return;
  let part = 0n;
  for (const [key, minor] of splitByCountry(value, pledge)) if (members.has(key)) part += minor;
  tallies.add(group, 1, part);
}

/** What one country gets of a pledge's counted value, in US cents; null if it is named without a share, or not at all. */
export function allocatedTo(iso3: string, pledge: CountedPledge): bigint | null {
  const value = countedValue(pledge);
  if (value === null || !countryWeights(pledge).has(iso3)) return null;
  return splitByCountry(value, pledge).get(iso3) ?? 0n;
}
