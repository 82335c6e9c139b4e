import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  currencies,
  currencyName,
  decimalText,
  formatMoney,
  formatMoneyShort,
  isCurrency,
  minorUnits,
  parseAmount,
} from "~/reference/currencies";
import { averageRate, toUsdCents } from "~/reference/rates";

const spaces = (text: string) => text.replace(/[\u00a0\u202f]/g, " ");

describe("currencies", () => {
  it("are unique ISO codes with 0, 2 or 3 decimals and a name in every language", () => {
    expect(new Set(currencies).size).toBe(currencies.length);
    for (const code of currencies) {
      expect(code).toMatch(/^[A-Z]{3}$/);
      expect([0, 2, 3]).toContain(minorUnits(code));
    }
    expect(minorUnits("JPY")).toBe(0);
    expect(minorUnits("RWF")).toBe(0);
    expect(minorUnits("KWD")).toBe(3);
    expect(minorUnits("USD")).toBe(2);
    expect(isCurrency("HRK")).toBe(false);
    expect(() => minorUnits("HRK")).toThrow(RangeError);
    expect(currencyName("EUR", "fr")).toBe("euro");
  });
});

describe("reading an amount", () => {
  it.each([
    ["155000000", "EUR", 15_500_000_000n],
    ["155,000,000.50", "EUR", 15_500_000_050n],
    ["155.000.000,5", "EUR", 15_500_000_050n],
    ["155 000 000", "EUR", 15_500_000_000n],
    ["155\u202f000\u202f000,05", "EUR", 15_500_000_005n],
    ["1,500", "USD", 150_000n],
    ["1500.5", "USD", 150_050n],
    ["1,5", "USD", 150n],
    ["1.500", "KWD", 1500n],
    ["٢٥٠٠٫٥٠", "USD", 250_050n],
    ["۱۲۳", "USD", 12_300n],
    ["5000", "RWF", 5000n],
    ["1500.00", "JPY", 1500n],
    ["0", "USD", 0n],
  ])("%s %s", (text, currency, minor) => {
    expect(parseAmount(text, currency)).toEqual({ ok: true, minor });
  });

  it.each([
    ["", "USD", "empty"],
    ["  ", "USD", "empty"],
    ["-5", "USD", "negative"],
    ["five", "USD", "not_a_number"],
    ["1,50,000", "USD", "not_a_number"],
    ["1.2.3", "USD", "not_a_number"],
    ["1.500", "USD", "ambiguous"],
    ["1,500", "KWD", "ambiguous"],
    ["1.2345", "USD", "too_many_decimals"],
    ["1.5", "JPY", "too_many_decimals"],
    ["9999999999999999999", "USD", "too_large"],
  ])("refuses %s %s: %s", (text, currency, error) => {
    expect(parseAmount(text, currency)).toEqual({ ok: false, error });
  });

  it("gives back what decimalText wrote, to the last unit", () => {
    fc.assert(
      fc.property(fc.bigInt(0n, 10n ** 17n), fc.constantFrom("USD", "JPY"), (minor, currency) => {
        expect(parseAmount(decimalText(minor, currency), currency)).toEqual({ ok: true, minor });
      }),
    );
  });
});

describe("writing money", () => {
  it("keeps every digit and shows decimals only where there are any", () => {
    expect(spaces(formatMoney(15_500_000_000n, "EUR", "en"))).toBe("EUR 155,000,000");
    expect(spaces(formatMoney(9_007_199_254_740_993_10n, "USD", "en"))).toBe("US$ 9,007,199,254,740,993.10");
    expect(spaces(formatMoney(123_450n, "USD", "fr"))).toBe("1 234,50 USD");
    expect(spaces(formatMoney(5000n, "RWF", "es"))).toBe("5000 RWF");
    expect(formatMoney(123_400n, "USD", "zh")).toBe("1,234美元");
  });

  it("has a short form", () => {
    expect(spaces(formatMoneyShort(16_321_500_000n, "USD", "en"))).toBe("US$ 163 million");
    expect(spaces(formatMoneyShort(16_321_500_000n, "USD", "ru"))).toBe("163 миллиона долл. США");
    expect(spaces(formatMoneyShort(16_321_500_000n, "EUR", "fr"))).toBe("163 millions EUR");
  });
});

describe("converting with a sourced rate (R24)", () => {
  it("uses the average of the year when only the year is known", () => {
    const rate = averageRate("EUR", "2022");
    expect(rate?.usdPerUnit).toBe("1.0530");
    expect(toUsdCents(15_500_000_000n, "EUR", rate?.usdPerUnit ?? "")).toBe(16_321_500_000n);
  });

  it("has no rate for a full date, and none it cannot source", () => {
    expect(averageRate("EUR", "2022-05-24")).toBeUndefined();
    expect(averageRate("CAD", "2024")).toBeUndefined();
  });

  it("takes account of the decimals of the currency and rounds half a cent up", () => {
    expect(toUsdCents(1000n, "JPY", "0.0067")).toBe(670n);
    expect(toUsdCents(1000n, "KWD", "3.25")).toBe(325n);
    expect(toUsdCents(1n, "EUR", "1.5")).toBe(2n);
    expect(toUsdCents(1n, "EUR", "1.4999")).toBe(1n);
  });
});
