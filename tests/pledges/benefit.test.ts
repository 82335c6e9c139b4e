import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkClaim, impliedExtent, needsExplanation } from "~/pledges/benefit/model";
import { groups } from "~/reference/codes";
import { countries, isInGroup } from "~/reference/countries";

const named = (...list: [string, number | null][]) => list.map(([iso3, share]) => ({ iso3, share }));

describe("what a country list implies for a group (R22)", () => {
  test("all inside is exclusively, none inside is none, whatever the shares", () => {
    expect(impliedExtent(named(["TUV", null], ["KIR", 10]), "sids", "2026-11-22")).toBe("exclusively");
    expect(impliedExtent(named(["BRA", 60], ["CHN", null]), "ldc", "2026-11-22")).toBe("none");
  });

  test("with all shares known their sum decides, half or more is primarily", () => {
    expect(impliedExtent(named(["TUV", 50], ["BRA", 50]), "sids", "2026-11-22")).toBe("primarily");
    expect(impliedExtent(named(["TUV", 49.99], ["BRA", 50]), "sids", "2026-11-22")).toBe("partly");
    expect(impliedExtent(named(["TUV", 33.33], ["KIR", 16.67], ["BRA", 50]), "sids", "2026-11-22")).toBe("primarily");
  });

  test("a share that is missing leaves it partly, share unknown", () => {
    expect(impliedExtent(named(["TUV", null], ["BRA", 50]), "sids", "2026-11-22")).toBe("partly_unknown");
  });

  test("global and regions cannot be derived", () => {
    expect(impliedExtent([], "ldc", "2026-11-22")).toBe("not_derivable");
  });

  test("Nepal counts as an LDC until the day before it leaves the list, and from then on not (R23)", () => {
    expect(impliedExtent(named(["NPL", 100]), "ldc", "2026-11-23")).toBe("exclusively");
    expect(impliedExtent(named(["NPL", 100]), "ldc", "2026-11-24")).toBe("none");
  });

  test("each country is judged on its own day", () => {
    const list = [
      { iso3: "NPL", share: 50, basisOn: "2026-01-01" },
      { iso3: "LAO", share: 50, basisOn: "2027-01-01" },
    ];
    expect(impliedExtent(list, "ldc", (one) => one.basisOn ?? "")).toBe("primarily");
  });

  test("a claim that the lists do not bear out needs an explanation, a modest one does not", () => {
    expect(needsExplanation("exclusively", "none")).toBe(true);
    expect(needsExplanation("none", "primarily")).toBe(false);
    expect(needsExplanation("partly", "partly_unknown")).toBe(false);
    expect(checkClaim("partly", "not_derivable")).toBe("not_derivable");
    expect(checkClaim(null, "none")).toBe("no_claim");
  });

  test("whatever the list, none means nobody inside and exclusively nobody outside", () => {
    const country = fc.record({
      iso3: fc.constantFrom(...countries.map((one) => one.iso3)),
      share: fc.option(fc.integer({ min: 1, max: 20 })),
    });
    fc.assert(
      fc.property(
        fc.uniqueArray(country, { selector: (one) => one.iso3, minLength: 1, maxLength: 5 }),
        fc.constantFrom(...groups),
        (list, group) => {
          const inside = list.filter((one) => isInGroup(one.iso3, group, "2026-11-22")).length;
          const implied = impliedExtent(list, group, "2026-11-22");
          expect(implied === "none").toBe(inside === 0);
          expect(implied === "exclusively").toBe(inside === list.length);
        },
      ),
      { numRuns: 100 },
    );
  });
});
