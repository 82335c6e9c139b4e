import type {
  AmountBasis,
  AmountOrigin,
  Constituency,
  FocusArea,
  Group,
  PledgeType,
  Region,
  Scope,
} from "~/reference/codes";
import { countedStatuses, isCode } from "~/reference/codes";

/** One organisation's own contribution. Money is in US cents; null: no amount, or not converted (R24). */
export interface CountedPart {
  organisationId: string;
  constituency: Constituency;
  usdMinor: bigint | null;
  /** Confirmed by its own lead, and the organisation is cleared; the lead pledger's own part always is (R20). */
  confirmed: boolean;
}

/** A country the pledge names. `shareHundredths`: hundredths of a percent of the pledge (40 % is 4000); null: no share stated. */
export interface CountedCountry {
  iso3: string;
  shareHundredths: number | null;
  groupsWhenPledged: readonly Group[];
}

/** What counting needs to know of a published pledge, and nothing else. */
export interface CountedPledge {
  reference: string;
  state: string;
  type: PledgeType;
  /** The first one is the primary area. */
  focusAreas: readonly FocusArea[];
  /** Of the lead pledger. */
  constituency: Constituency;
  /** Of the day announced for compiled records, else of first submission; null if not known. */
  year: number | null;
  scope: Scope | null;
  regions: readonly Region[];
  countries: readonly CountedCountry[];
  /** The lead pledger's part comes first. */
  parts: readonly CountedPart[];
  amountOrigin: AmountOrigin | null;
  amountBasis: AmountBasis | null;
  years: number | null;
  relations?: readonly CountedRelation[];
}

/** Only confirmed relations change anything (R27). */
export interface CountedRelation {
  kind: "part_of" | "matches" | "same_money" | "same_beneficiaries";
  reference: string;
  confirmed: boolean;
}

/** Whether a pledge stands in lists and totals: published and completed ones do (R27). */
export const isCounted = (pledge: Pick<CountedPledge, "state">): boolean => isCode(countedStatuses, pledge.state);

/** Whether the pledge's money is added up: not money to be mobilised from others, nor a yearly sum without a number of years (R27). */
export const addsValue = (pledge: CountedPledge): boolean =>
  isCounted(pledge) &&
  pledge.amountOrigin !== "mobilised" &&
  (pledge.amountBasis !== "per_year" || pledge.years !== null);

/** The confirmed parts that carry money, as they count; empty if the pledge's value is shown and not added. */
export function countedParts(pledge: CountedPledge): (CountedPart & { usdMinor: bigint })[] {
  if (!addsValue(pledge)) return [];
  return pledge.parts.filter(
    (part): part is CountedPart & { usdMinor: bigint } => part.confirmed && part.usdMinor !== null,
  );
}

/** US cents that this pledge adds to a total on its own, before relations to others are looked at; null if none (R20, R27). */
export function countedValue(pledge: CountedPledge): bigint | null {
  const parts = countedParts(pledge);
  return parts.length === 0 ? null : parts.reduce((sum, part) => sum + part.usdMinor, 0n);
}

/**
 * References of pledges whose value is not added because another one carries the same money: all but the largest of a confirmed group of
 * "same money as" (tie: lower reference), and a confirmed "part of" while its whole is counted (R27).
 */
export function duplicatesOfMoney(pledges: readonly CountedPledge[]): Set<string> {
  const byReference = new Map(pledges.filter(isCounted).map((pledge) => [pledge.reference, pledge]));
  const left = new Set<string>();
  for (const pledge of byReference.values())
    for (const relation of pledge.relations ?? [])
      if (relation.kind === "part_of" && relation.confirmed) {
        const whole = byReference.get(relation.reference);
        if (whole && whole !== pledge && countedValue(whole) !== null) left.add(pledge.reference);
      }
  for (const group of sameMoneyGroups(byReference)) {
    const valued = group.filter((pledge) => !left.has(pledge.reference) && countedValue(pledge) !== null);
    valued.sort((a, b) => {
      const difference = (countedValue(b) ?? 0n) - (countedValue(a) ?? 0n);
      return difference > 0n ? 1 : difference < 0n ? -1 : a.reference < b.reference ? -1 : 1;
    });
    for (const pledge of valued.slice(1)) left.add(pledge.reference);
  }
  return left;
}

/** Pledges connected by confirmed "same money as", directly or through others. */
function sameMoneyGroups(pledges: ReadonlyMap<string, CountedPledge>): CountedPledge[][] {
  const neighbours = new Map<string, Set<string>>();
  const connect = (a: string, b: string) => neighbours.set(a, (neighbours.get(a) ?? new Set()).add(b));
  for (const pledge of pledges.values())
    for (const relation of pledge.relations ?? [])
      if (relation.kind === "same_money" && relation.confirmed && pledges.has(relation.reference)) {
        connect(pledge.reference, relation.reference);
        connect(relation.reference, pledge.reference);
      }
  const seen = new Set<string>();
  const groups: CountedPledge[][] = [];
  for (const start of neighbours.keys()) {
    if (seen.has(start)) continue;
    seen.add(start);
    const queue = [start];
    const group: CountedPledge[] = [];
    for (let reference = queue.pop(); reference !== undefined; reference = queue.pop()) {
      const pledge = pledges.get(reference);
      if (pledge) group.push(pledge);
      for (const next of neighbours.get(reference) ?? [])
        if (!seen.has(next)) {
          seen.add(next);
          queue.push(next);
        }
    }
    groups.push(group);
  }
  return groups;
}
