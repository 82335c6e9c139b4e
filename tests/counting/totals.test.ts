import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type CountedPart, type CountedPledge, countedValue } from "~/counting/model";
import { splitByCountry, splitByWeights } from "~/counting/split/model";
import { totalsOf } from "~/counting/totals/model";
import { constituencies, focusAreas, pledgeTypes, publicStatuses, regions, scopes } from "~/reference/codes";
import { countries, groupsOf } from "~/reference/countries";

const today = "2026-11-22";
const sum = (values: { usdMinor: bigint }[]) => values.reduce((total, { usdMinor }) => total + usdMinor, 0n);
const count = (values: { pledges: number }[]) => values.reduce((total, { pledges }) => total + pledges, 0);

const part = (confirmed: boolean) =>
  fc.record({
    organisationId: fc.uuid(),
    constituency: fc.constantFrom(...constituencies),
    usdMinor: fc.option(fc.bigInt({ min: 0n, max: 10n ** 14n })),
    confirmed: fc.constant(confirmed),
  });

const country = fc.constantFrom(...countries).map(({ iso3 }) => iso3);

const named = fc
  .uniqueArray(fc.tuple(country, fc.option(fc.integer({ min: 1, max: 5_000 }))), {
    maxLength: 6,
    selector: ([iso3]) => iso3,
  })
  .map((list) => {
    let left = 10_000;
    return list.map(([iso3, wanted]) => {
      const share = wanted === null || wanted > left ? null : wanted;
      left -= share ?? 0;
      return { iso3, shareHundredths: share, groupsWhenPledged: groupsOf(iso3, "2022-03-16") };
    });
  });

const pledge: fc.Arbitrary<CountedPledge> = fc.record({
  reference: fc.uuid(),
  state: fc.constantFrom(...publicStatuses),
  type: fc.constantFrom(...pledgeTypes),
  focusAreas: fc.uniqueArray(fc.constantFrom(...focusAreas), { maxLength: 4 }),
  constituency: fc.constantFrom(...constituencies),
  year: fc.option(fc.integer({ min: 2020, max: 2026 })),
  scope: fc.option(fc.constantFrom(...scopes)),
  regions: fc.uniqueArray(fc.constantFrom(...regions), { maxLength: 3 }),
  countries: named,
  parts: fc.tuple(part(true), fc.array(part(true), { maxLength: 3 })).map(([lead, others]) => [lead, ...others]),
  amountOrigin: fc.constantFrom("own", "mobilised", null),
  amountBasis: fc.constantFrom("total", "per_year", null),
  years: fc.option(fc.integer({ min: 1, max: 10 })),
});

const example = (changes: Partial<CountedPledge> = {}): CountedPledge => ({
  reference: "P2C-2026-00001",
  state: "published",
  type: "financial",
  focusAreas: ["access"],
  constituency: "private_sector",
  year: 2026,
  scope: "countries",
  regions: [],
  countries: [],
  parts: [{ organisationId: "a", constituency: "private_sector", usdMinor: 1_000n, confirmed: true }],
  amountOrigin: "own",
  amountBasis: "total",
  years: null,
  ...changes,
});

const partOf = (usdMinor: bigint, confirmed = true): CountedPart => ({
  organisationId: "b",
  constituency: "government",
  usdMinor,
  confirmed,
});

describe("parts sum to the whole", () => {
  test("whatever is split by whatever weights", () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 10n ** 18n }),
        fc.array(fc.nat(10_000), { minLength: 1 }).filter((weights) => weights.some((weight) => weight > 0)),
        (minor, weights) => splitByWeights(minor, weights).reduce((total, one) => total + one, 0n) === minor,
      ),
    );
  });

  test("over countries, with what is global or not allocated", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 15n }), pledge, (minor, one) => {
        expect([...splitByCountry(minor, one).values()].reduce((total, value) => total + value, 0n)).toBe(minor);
      }),
    );
  });

  test("value adds up over type, year, constituency, primary area, region and country (R28)", () => {
    fc.assert(
      fc.property(fc.array(pledge, { maxLength: 12 }), (pledges) => {
        const totals = totalsOf(pledges, today);
        for (const list of ["byType", "byYear", "byConstituency", "byFocusArea", "byRegion", "byCountry"] as const)
          expect(sum(totals[list]), list).toBe(totals.usdMinor);
      }),
    );
  });

  test("pledges add up over type, year and constituency, and over primary areas (R28)", () => {
    fc.assert(
      fc.property(fc.array(pledge, { maxLength: 12 }), (pledges) => {
        const totals = totalsOf(pledges, today);
        for (const list of ["byType", "byYear", "byConstituency"] as const)
          expect(count(totals[list]), list).toBe(totals.pledges);
        expect(totals.byFocusArea.reduce((total, { primary }) => total + primary, 0)).toBe(totals.pledges);
      }),
    );
  });
});

describe("each dollar once", () => {
  test("an unconfirmed part changes nothing (R20)", () => {
    fc.assert(
      fc.property(fc.array(pledge, { minLength: 1, maxLength: 6 }), part(false), ([first, ...rest], extra) => {
        const joint = { ...first!, parts: [...first!.parts, extra] };
        expect(totalsOf([joint, ...rest], today)).toEqual(totalsOf([first!, ...rest], today));
      }),
    );
  });

  test("splitting a pledge into confirmed parts changes no total, to the cent, whatever it names", () => {
    const amount = fc.bigInt({ min: 0n, max: 10n ** 12n });
    fc.assert(
      fc.property(pledge, fc.array(amount, { minLength: 1, maxLength: 5 }), (one, amounts) => {
        const whole = amounts.reduce((total, value) => total + value, 0n);
        const together = totalsOf([{ ...one, parts: [partOf(whole)] }], today);
        const apart = totalsOf([{ ...one, parts: amounts.map((value) => partOf(value)) }], today);
        expect(apart).toEqual(together);
      }),
    );
  });

  test("pledges of the same money count once, whichever way they point at each other (R27)", () => {
    const amounts = fc.array(fc.bigInt({ min: 1n, max: 10n ** 12n }), { minLength: 2, maxLength: 6 });
    fc.assert(
      fc.property(amounts, fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }), pledge, (values, turned, other) => {
        const reference = (index: number) => `P2C-2026-0001${index}`;
        const chain = values.map((value, index) => example({ reference: reference(index), parts: [partOf(value)] }));
        for (let index = 1; index < chain.length; index += 1) {
          const [from, to] = turned[index] ? [index, index - 1] : [index - 1, index];
          const relation = { kind: "same_money", reference: reference(to), confirmed: true } as const;
          chain[from] = { ...chain[from]!, relations: [...(chain[from]!.relations ?? []), relation] };
        }
        const [largest = 0n] = values.toSorted((a, b) => (a > b ? -1 : 1));
        const totals = totalsOf([...chain, other], today);
        expect(totals.usdMinor).toBe(largest + totalsOf([other], today).usdMinor);
        expect(totals.valued).toBe(1 + totalsOf([other], today).valued);
        for (const list of ["byType", "byYear", "byConstituency", "byFocusArea", "byRegion", "byCountry"] as const)
          expect(sum(totals[list]), list).toBe(totals.usdMinor);
      }),
    );
  });

  test("relations that nobody confirmed, and those that say nothing of money, change nothing (R27)", () => {
    const kinds = fc.constantFrom("same_money", "part_of", "matches", "same_beneficiaries");
    fc.assert(
      fc.property(fc.array(pledge, { minLength: 2, maxLength: 5 }), kinds, ([first, second, ...rest], kind) => {
        const confirmed = kind === "matches" || kind === "same_beneficiaries";
        const related = { ...first!, relations: [{ kind, reference: second!.reference, confirmed }] as const };
        expect(totalsOf([related, second!, ...rest], today)).toEqual(totalsOf([first!, second!, ...rest], today));
      }),
    );
  });

  test("money to be mobilised, and a yearly sum without years, are shown and not added (R27)", () => {
    expect(countedValue(example({ amountOrigin: "mobilised" }))).toBeNull();
    expect(countedValue(example({ amountBasis: "per_year" }))).toBeNull();
    expect(countedValue(example({ amountBasis: "per_year", years: 5 }))).toBe(1_000n);
  });

  test("pledges that were withdrawn, discontinued, suspended or removed leave the totals (R27)", () => {
    for (const state of ["withdrawn", "discontinued", "suspended", "removed"])
      expect(totalsOf([example({ state })], today).pledges).toBe(0);
    expect(totalsOf([example({ state: "completed" })], today).pledges).toBe(1);
  });

  test("of the same money only the largest counts, and the next one when it leaves (R27)", () => {
    const small = example({ reference: "P2C-2026-00002", parts: [partOf(400n)] });
    const relation = { kind: "same_money", reference: "P2C-2026-00002", confirmed: true } as const;
    const large = example({ relations: [relation] });
    expect(totalsOf([large, small], today).usdMinor).toBe(1_000n);
    expect(totalsOf([{ ...large, state: "withdrawn" }, small], today).usdMinor).toBe(400n);
    const unconfirmed = { ...large, relations: [{ ...relation, confirmed: false }] };
    expect(totalsOf([unconfirmed, small], today).usdMinor).toBe(1_400n);
  });

  test("a part of a counted whole is not added again (R27)", () => {
    const piece = example({
      reference: "P2C-2026-00002",
      relations: [{ kind: "part_of", reference: "P2C-2026-00001", confirmed: true }],
    });
    expect(totalsOf([example(), piece], today).usdMinor).toBe(1_000n);
    expect(totalsOf([example({ state: "removed" }), piece], today).usdMinor).toBe(1_000n);
  });
});

describe("where it goes", () => {
  const named = (iso3: string, shareHundredths: number | null) => ({
    iso3,
    shareHundredths,
    groupsWhenPledged: groupsOf(iso3, "2022-03-16"),
  });

  test("a single country without a share gets the whole, several get their shares, the rest is not allocated", () => {
    expect(splitByCountry(1_000n, example({ countries: [named("KEN", null)] }))).toEqual(new Map([["KEN", 1_000n]]));
    const shared = example({ countries: [named("KEN", 4_000), named("UGA", 2_000), named("TZA", null)] });
    expect(splitByCountry(1_000n, shared)).toEqual(
      new Map([
        ["KEN", 400n],
        ["UGA", 200n],
        ["not_allocated", 400n],
      ]),
    );
  });

  test("membership of a group is that of the day pledged, and that of today, beside each other (R23)", () => {
    const laos = example({ countries: [named("LAO", null)] });
    const before = totalsOf([laos], "2026-11-23").byGroup.find(({ key }) => key === "ldc");
    const after = totalsOf([laos], "2026-11-24").byGroup.find(({ key }) => key === "ldc");
    expect(before?.today).toEqual({ pledges: 1, usdMinor: 1_000n });
    expect(after?.today).toEqual({ pledges: 0, usdMinor: 0n });
    expect(after?.whenPledged).toEqual({ pledges: 1, usdMinor: 1_000n });
  });

  test("value follows the part's constituency, the pledge counts under the lead's (R27)", () => {
    const joint = example({ parts: [...example().parts, partOf(500n)] });
    const government = totalsOf([joint], today).byConstituency.find(({ key }) => key === "government");
    expect(government).toEqual({ key: "government", pledges: 0, usdMinor: 500n });
  });
});
