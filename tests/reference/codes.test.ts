import { describe, expect, it } from "vitest";
import { extentAgrees, focusAreas, isCode, pledgeTypes, sdgs, valueBand } from "~/reference/codes";
import { organisationMailDomain } from "~/reference/public-mail-domains";

describe("codes", () => {
  it("tell their own from others", () => {
    expect(isCode(pledgeTypes, "policy")).toBe(true);
    expect(isCode(pledgeTypes, "programmatic")).toBe(false);
    expect(isCode(sdgs, 17)).toBe(true);
    expect(isCode(focusAreas, null)).toBe(false);
  });

  it("put a value in its band, lower bound included", () => {
    expect(valueBand(null)).toBe("none");
    expect(valueBand(99_999_999n)).toBe("lt1m");
    expect(valueBand(100_000_000n)).toBe("1m_10m");
    expect(valueBand(16_321_500_000n)).toBe("100m_1bn");
    expect(valueBand(600_000_000_000n)).toBe("gte1bn");
  });

  it("hold extent and share together (R22)", () => {
    expect(extentAgrees("exclusively", 100)).toBe(true);
    expect(extentAgrees("primarily", 50)).toBe(true);
    expect(extentAgrees("primarily", 100)).toBe(false);
    expect(extentAgrees("partly", 49)).toBe(true);
    expect(extentAgrees("partly", 50)).toBe(false);
    expect(extentAgrees("none", 0)).toBe(true);
  });
});

describe("mail domains (R9)", () => {
  it("say nothing when the provider is public", () => {
    expect(organisationMailDomain("someone@Gmail.com")).toBeUndefined();
    expect(organisationMailDomain("someone@reef.example.org")).toBe("reef.example.org");
    expect(organisationMailDomain("nonsense")).toBeUndefined();
  });
});
