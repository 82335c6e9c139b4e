import { describe, expect, test } from "vitest";
import { canonicalAddress, parseSearch, searchString } from "~/compendium/model";

const canonical = (address: string) => canonicalAddress(new URL(address, "http://localhost"));

describe("one spelling of a public address (E17)", () => {
  test("parameters are put in order, repeated values once, defaults and empty ones left out", () => {
    expect(canonical("/en/compendium?page=1&type=policy&q=&focus=access&type=financial&type=policy&view=entries")).toBe(
      "/en/compendium?type=financial&type=policy&focus=access",
    );
    expect(canonical("/en/compendium/")).toBe("/en/compendium");
  });

  test("unknown names and values leave one bit and no text", () => {
    expect(canonical("/en/compendium?utm_source=x&type=bribe")).toBe("/en/compendium?ignored=1");
    expect(canonical("/en/compendium?q=a&country=XXX")).toBe("/en/compendium?q=a&ignored=1");
  });

  test("long questions and long lists are capped", () => {
    const q = "a".repeat(900);
    expect(new URL(canonical(`/en/compendium?q=${q}`), "http://x").searchParams.get("q")).toHaveLength(200);
    const years = Array.from({ length: 60 }, (_, index) => `year=${1950 + index}`).join("&");
    const answer = new URL(canonical(`/en/compendium?${years}`), "http://x");
    expect(answer.searchParams.getAll("year")).toHaveLength(20);
    expect(answer.searchParams.get("ignored")).toBe("1");
  });

  test("pages without parameters have none, so they are rendered once", () => {
    expect(canonical("/fr?x=1")).toBe("/fr");
    expect(canonical("/fr/pledges/P2C-2026-00001?fbclid=1")).toBe("/fr/pledges/P2C-2026-00001");
    expect(canonical("/fr/countries/TUV?page=2&x=1")).toBe("/fr/countries/TUV?page=2");
  });

  test("the API keeps the names and values it must refuse by name", () => {
    expect(canonical("/api/v1/pledges?type=bribe&utm=1&limit=5")).toBe("/api/v1/pledges?limit=5&type=bribe&utm=1");
  });

  test("what is canonical stays as it is", () => {
    const once = canonical(
      "/ru/compendium?year=2024&q=связь+сети&sort=value&country=TUV&country=KIR&page=3&view=table",
    );
    expect(canonical(once)).toBe(once);
    expect(searchString(parseSearch(new URL(once, "http://x").searchParams).search)).toBe(
      once.slice(once.indexOf("?")),
    );
  });
});
