import { parseWithZod } from "@conform-to/zod/v4";
import { describe, expect, test } from "vitest";
import "~/platform/form.server";
import { type DraftStep, stepSchemas } from "~/pledges/drafting/schema";

/** What a step makes of typed fields: its values, or the messages by field. */
async function read(step: DraftStep, fields: [string, string][]) {
  const body = new FormData();
  for (const [name, value] of [["version", "0"] as [string, string], ...fields]) body.append(name, value);
  const submission = await parseWithZod(body, { schema: stepSchemas[step], async: true });
  return submission.status === "success" ? { values: submission.value } : { errors: submission.error };
}

describe("what may be typed into a pledge", () => {
  test("an empty step is a draft like any other", async () => {
    for (const step of Object.keys(stepSchemas) as DraftStep[]) expect(await read(step, [])).toHaveProperty("values");
  });

  test("control characters and direction overrides are refused in titles and names", async () => {
    const message = ["error.control_characters"];
    for (const title of ["Tu\u0000valu", "safe\u202Egpj.exe", "\u2066hidden", "two\nlines"])
      expect(await read("what", [["title", title]]), title).toEqual({ errors: { title: message } });
    expect(await read("with-whom", [["partners", "Reef\u0007Power"]])).toEqual({ errors: { partners: message } });
    expect(await read("measures", [["indicators[0].name", "a\u202eb"]])).toEqual({
      errors: { "indicators[0].name": message },
    });
  });

  test("Arabic and combining letters, emoji and joiners are words like any others", async () => {
    for (const title of ["شبكة الجيل الرابع للجزر", "Café für alle", "👩‍💻 for all", "می‌خواهم"])
      expect(await read("what", [["title", title]])).toMatchObject({ values: { title } });
  });

  test("a letter and its accent typed apart are kept as one, and a hidden byte order mark is refused", async () => {
    expect(await read("what", [["title", "Cafe\u0301"]])).toMatchObject({ values: { title: "Caf\u00e9" } });
    expect(await read("what", [["summary", "a\ufeffb"]])).toHaveProperty("errors.summary");
  });

  test("a hundred thousand characters are refused beside the field, with what was typed kept", async () => {
    expect(await read("what", [["description", "x".repeat(100_000)]])).toEqual({
      errors: { description: ["error.too_long?max=20000"] },
    });
    expect(await read("what", [["description", "x".repeat(20_000)]])).toHaveProperty("values");
  });

  test("country shares: 100 % together, 101 % not (R22)", async () => {
    const shares = (first: string, second: string): [string, string][] => [
      ["scope", "countries"],
      ["countries[0].country", "Tuvalu"],
      ["countries[0].share", first],
      ["countries[1].country", "Кирибати"],
      ["countries[1].share", second],
    ];
    expect(await read("for-whom", shares("33.33", "66,67"))).toMatchObject({
      values: {
        countries: [
          { iso3: "TUV", share: 33.33 },
          { iso3: "KIR", share: 66.67 },
        ],
      },
    });
    expect(await read("for-whom", shares("60", "41"))).toEqual({ errors: { countries: ["error.sum_over_100"] } });
    expect(await read("for-whom", shares("33.33", "66.68"))).toEqual({ errors: { countries: ["error.sum_over_100"] } });
  });

  test("a country is named once, and known in any of the six languages", async () => {
    expect(await read("for-whom", [["countries[0].country", "Atlantis"]])).toEqual({
      errors: { "countries[0].country": ["pledges:error.unknown_country"] },
    });
    expect(
      await read("for-whom", [
        ["countries[0].country", "Kenya"],
        ["countries[1].country", "肯尼亚"],
      ]),
    ).toEqual({ errors: { "countries[1].country": ["error.duplicate"] } });
  });

  test("share and extent agree (R22)", async () => {
    const claim = (extent: string, share: string): [string, string][] => [
      ["ldcExtent", extent],
      ["ldcShare", share],
    ];
    for (const [extent, share] of [
      ["exclusively", "100"],
      ["primarily", "50"],
      ["partly", "49.99"],
      ["none", "0"],
    ] as const)
      expect(await read("for-whom", claim(extent, share))).toHaveProperty("values");
    for (const [extent, share] of [
      ["exclusively", "99"],
      ["primarily", "100"],
      ["partly", "50"],
      ["none", "1"],
    ] as const)
      expect(await read("for-whom", claim(extent, share))).toHaveProperty("errors.ldcShare");
  });

  test("money: the exponent of its currency, never a guess, never too large", async () => {
    const amount = (text: string, currency: string) =>
      read("how-much", [
        ["amount", text],
        ["currency", currency],
      ]);
    expect(await amount("1500", "JPY")).toMatchObject({ values: { amountMinor: 1_500n } });
    expect(await amount("1500.5", "JPY")).toEqual({
      errors: { amount: ["pledges:error.amount_decimals?currency=JPY"] },
    });
    expect(await amount("1.500", "KWD")).toMatchObject({ values: { amountMinor: 1_500n } });
    expect(await amount("1,500", "KWD")).toEqual({
      errors: { amount: ["pledges:error.amount_ambiguous?currency=KWD"] },
    });
    expect(await amount("2 500 000,50", "EUR")).toMatchObject({ values: { amountMinor: 250_000_050n } });
    expect(await amount("٢٥٠٠", "USD")).toMatchObject({ values: { amountMinor: 250_000n } });
    expect(await amount("9".repeat(30), "USD")).toEqual({
      errors: { amount: ["pledges:error.amount_too_large?currency=USD"] },
    });
    expect(await amount("-5", "USD")).toEqual({ errors: { amount: ["pledges:error.amount_negative?currency=USD"] } });
    expect(await amount("lots", "USD")).toEqual({ errors: { amount: ["error.invalid_amount?currency=USD"] } });
    expect(await amount("5", "XXX")).toHaveProperty("errors.currency");
    expect(await amount("5", "")).toEqual({ errors: { currency: ["pledges:error.currency_missing"] } });
  });

  test("the end comes after the start, and days exist", async () => {
    const dates = (startsOn: string, endsOn: string) =>
      read("measures", [
        ["startsOn", startsOn],
        ["endsOn", endsOn],
      ]);
    expect(await dates("2027-01-01", "2026-12-31")).toEqual({ errors: { endsOn: ["error.end_before_start"] } });
    expect(await dates("2027-02-30", "")).toEqual({ errors: { startsOn: ["error.invalid_date"] } });
    expect(await dates("0001-01-01", "")).toHaveProperty("errors.startsOn");
    expect(await dates("2028-02-29", "2028-02-29")).toHaveProperty("values");
  });

  test("links are addresses of the web, not scripts", async () => {
    for (const link of ["javascript:alert(1)", "ftp://example.org", "https://", "example.org"])
      expect(await read("with-whom", [["links", link]]), link).toHaveProperty("errors.links");
    expect(await read("with-whom", [["links", "https://example.org/a\r\n\r\nhttps://example.org/a"]])).toMatchObject({
      values: { links: ["https://example.org/a"] },
    });
  });
});
