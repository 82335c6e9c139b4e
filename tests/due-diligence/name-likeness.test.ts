import { describe, expect, test } from "vitest";
import { nameLikeness, plainWords } from "~/due-diligence/screening/model";

describe("two writings of one invented name are alike", () => {
  test.each([
    ["a typing error", "Zorvan Quellimar", "Zorvan Quelimar"],
    ["the order of words", "Quellimar, Zorvan Idris", "Zorvan Idris Quellimar"],
    ["initials", "Z. I. Quellimar", "Zorvan Idris Quellimar"],
    ["a middle name left out", "Zorvan Quellimar", "Zorvan Idris Quellimar"],
    ["accents", "Zórvân Quéllimar", "Zorvan Quellimar"],
    ["Cyrillic", "Зорван Квеллимар", "Zorvan Kvellimar"],
    ["Arabic, which writes few vowels", "محمود برلفان", "Mahmud Barlfan"],
    ["two ways of transliterating", "Mahmoud Barelfan", "Mahmud Barlefan"],
    ["Chinese, in one word or in several", "佐尔万", "Zuo Erwan"],
    ["legal forms", "Brellith Trading Co. Ltd", "BRELLITH TRADING L.L.C."],
    ["a Russian legal form", "ООО «Бреллит Трейд»", "Brellit Treid JSC"],
  ])("%s", (_what, one, other) => {
    expect(nameLikeness(one, other)).toBeGreaterThanOrEqual(84);
    expect(nameLikeness(other, one)).toBe(nameLikeness(one, other));
  });
});

describe("different names are not", () => {
  test.each([
    ["one word in common", "Zorvan Quellimar", "Zorvan Dastobel"],
    ["one short word of a longer name", "Zorvan", "Zorvan Idris Quellimar"],
    ["only the legal form in common", "Brellith Limited", "Ostrava Limited"],
    ["nothing that can be compared", "—", "Zorvan Quellimar"],
  ])("%s", (_what, one, other) => {
    expect(nameLikeness(one, other)).toBeLessThan(75);
  });
});

test("a name that is nothing but a legal form keeps it", () => {
  expect(plainWords("Limited Company")).toEqual(["limited", "company"]);
});
