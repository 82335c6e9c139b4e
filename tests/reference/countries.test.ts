import { describe, expect, it } from "vitest";
import { groups, regions } from "~/reference/codes";
import {
  countries,
  countriesByName,
  country,
  countryName,
  groupsOf,
  isInGroup,
  membersOf,
  regionOf,
} from "~/reference/countries";

const languages = ["ar", "zh", "en", "fr", "ru", "es"] as const;

describe("countries and territories", () => {
  it("are 211, each with unique codes and one of the six ITU regions", () => {
    expect(countries).toHaveLength(211);
    for (const key of ["iso3", "iso2", "m49"] as const) {
      expect(new Set(countries.map((entry) => entry[key])).size).toBe(211);
    }
    for (const entry of countries) {
      expect(entry.iso3).toMatch(/^[A-Z]{3}$/);
      expect(entry.iso2).toMatch(/^[A-Z]{2}$/);
      expect(entry.m49).toMatch(/^\d{3}$/);
      expect(regions).toContain(entry.region);
      expect(entry.ldc_until ?? "open").toMatch(/^(open|\d{4}-\d{2}-\d{2})$/);
    }
    expect(countries.filter((entry) => entry.territory)).toHaveLength(16);
  });

  it("have a name in each language, written in its script and never used twice", () => {
    const script = { ar: /\p{Script=Arabic}/u, zh: /\p{Script=Han}/u, ru: /\p{Script=Cyrillic}/u };
    for (const lang of languages) {
      const names = countries.map((entry) => countryName(entry.iso3, lang));
      expect(new Set(names).size).toBe(211);
      for (const name of names) {
        if (lang in script) expect(name).toMatch(script[lang as keyof typeof script]);
        else expect(name).toMatch(/^[\p{Script=Latin} ’(),-]+$/u);
      }
    }
  });

  it("are called as the United Nations calls them", () => {
    expect(countryName("LAO", "en")).toBe("Lao People’s Democratic Republic");
    expect(countryName("TUR", "fr")).toBe("Türkiye");
    expect(countryName("CIV", "ar")).toBe("كوت ديفوار");
    expect(countryName("PSE", "es")).toBe("Estado de Palestina");
    expect(countryName("GBR", "ru")).toBe("Соединенное Королевство");
    expect(countryName("XXX", "en")).toBe("XXX");
  });

  it("are listed in the alphabetical order of each language", () => {
    expect(countriesByName("en").at(0)?.name).toBe("Afghanistan");
    expect(countriesByName("es").findIndex(({ iso3 }) => iso3 === "ESP")).toBeGreaterThan(
      countriesByName("es").findIndex(({ iso3 }) => iso3 === "EGY"),
    );
    for (const lang of languages) expect(countriesByName(lang)).toHaveLength(211);
  });

  it("belong to a region", () => {
    expect(regionOf("TUV")).toBe("ASP");
    expect(regionOf("SDN")).toBe("ARB");
    expect(regionOf("XXX")).toBeUndefined();
    expect(country("GHA")?.m49).toBe("288");
  });
});

describe("country groups on a day (R23)", () => {
  const lastDay = new Date("2026-11-23T23:59:59.999Z");
  const firstDay = new Date("2026-11-24T00:00:00.000Z");

  it.each(["LAO", "NPL", "BGD"])("%s is least developed up to and including 23 November 2026, UTC", (iso3) => {
    expect(isInGroup(iso3, "ldc", lastDay)).toBe(true);
    expect(isInGroup(iso3, "ldc", firstDay)).toBe(false);
    expect(isInGroup(iso3, "ldc", "2026-11-23")).toBe(true);
    expect(isInGroup(iso3, "ldc", "2026-11-24")).toBe(false);
  });

  it("a date known only to the month or year counts from its first day", () => {
    expect(isInGroup("NPL", "ldc", "2026-11")).toBe(true);
    expect(isInGroup("NPL", "ldc", "2026")).toBe(true);
    expect(isInGroup("NPL", "ldc", "2027")).toBe(false);
    expect(isInGroup("BTN", "ldc", "2023-12")).toBe(true);
    expect(isInGroup("BTN", "ldc", "2023-12-13")).toBe(false);
  });

  it("leaves the other lists alone when a country leaves one", () => {
    expect(groupsOf("NPL", lastDay)).toEqual(["ldc", "lldc"]);
    expect(groupsOf("NPL", firstDay)).toEqual(["lldc"]);
    expect(groupsOf("TUV", firstDay)).toEqual(["ldc", "sids"]);
    expect(groupsOf("GHA", firstDay)).toEqual([]);
  });

  it("has 44 least developed countries until then, and 32 landlocked ones", () => {
    expect(membersOf("ldc", lastDay)).toHaveLength(44);
    expect(membersOf("ldc", firstDay)).toHaveLength(41);
    expect(membersOf("lldc", firstDay)).toHaveLength(32);
    for (const group of groups) expect(isInGroup("XXX", group, lastDay)).toBe(false);
  });
});
