/**
 * ISO 4217 currencies in use and exact money arithmetic in minor units. Money never passes through a floating-point
 * number: text becomes a bigint, a bigint becomes text.
 */

const codesByExponent = {
  0: "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF",
  2: `AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CNY COP CRC CUP
      CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES
      KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK
      NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB
      TJS TMT TOP TRY TTD TWD TZS UAH USD UYU UZS VED VES WST XCD XCG YER ZAR ZMW ZWG`,
  3: "BHD IQD JOD KWD LYD OMR TND",
} as const;

const exponents = new Map<string, number>(
  Object.entries(codesByExponent).flatMap(([exponent, codes]) =>
    codes.split(/\s+/).map((code): [string, number] => [code, Number(exponent)]),
  ),
);

/** Active ISO 4217 codes in alphabetical order. */
export const currencies: readonly string[] = [...exponents.keys()].sort();

/** Whether the text is an active ISO 4217 code. */
export function isCurrency(code: string): boolean {
  return exponents.has(code);
}

/** Decimal places of a currency: 0, 2 or 3. Throws RangeError for a code that is not in use. */
export function minorUnits(code: string): number {
  const exponent = exponents.get(code);
  if (exponent === undefined) throw new RangeError(`"${code}" is not an active ISO 4217 currency`);
  return exponent;
}

/** Name of a currency in one of the six languages. */
export function currencyName(code: string, lang: string): string {
  return new Intl.DisplayNames(lang, { type: "currency" }).of(code) ?? code;
}

/** Why a typed amount was refused. `ambiguous`: `1.500` may be fifteen hundred or one and a half. */
export type AmountError = "empty" | "not_a_number" | "negative" | "ambiguous" | "too_many_decimals" | "too_large";

export type ParsedAmount = { ok: true; minor: bigint } | { ok: false; error: AmountError };

/** Largest amount kept: far above any pledge, well inside a 64-bit column. */
const largestMinor = 10n ** 17n;

/**
 * Reads an amount as people type it into minor units of a currency. Takes Western, Arabic-Indic and Persian digits,
 * spaces or apostrophes between thousands, and either comma or point as the decimal sign when the rest makes clear
 * which is which; never guesses otherwise. Throws RangeError for an unknown currency.
 */
export function parseAmount(text: string, currency: string): ParsedAmount {
  const exponent = minorUnits(currency);
  const plain = text
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x0660))
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x06f0))
    .replace(/٫/g, ".")
    .replace(/[\s'’٬]/g, "");
  if (plain === "") return { ok: false, error: "empty" };
  if (/^[-−]\d/.test(plain)) return { ok: false, error: "negative" };
  if (!/^\d+([.,]\d+)*$/.test(plain)) return { ok: false, error: "not_a_number" };

  const split = splitDecimals(plain, exponent);
  if (typeof split === "string") return { ok: false, error: split };
  const fraction = split.fraction.replace(/0+$/, "");
  if (fraction.length > exponent) return { ok: false, error: "too_many_decimals" };
  const minor = BigInt(split.whole + fraction.padEnd(exponent, "0"));
  return minor > largestMinor ? { ok: false, error: "too_large" } : { ok: true, minor };
}

function splitDecimals(plain: string, exponent: number): { whole: string; fraction: string } | AmountError {
  const marks = plain.replace(/\d/g, "");
  const last = marks.at(-1);
  if (last === undefined) return { whole: plain, fraction: "" };
  const [head = "", ...tail] = plain.split(/[.,]/);
  const groups = tail.every((part) => part.length === 3) && head.length <= 3;

  if (marks.length === 1) {
    const [part = ""] = tail;
    if (!groups) return { whole: head, fraction: part };
    if (exponent === 3) return last === "." ? { whole: head, fraction: part } : "ambiguous";
    return last === "," ? { whole: head + part, fraction: "" } : "ambiguous";
  }
  if (new Set(marks).size === 1) return groups ? { whole: head + tail.join(""), fraction: "" } : "not_a_number";

  const fraction = tail.at(-1) ?? "";
  const thousands = tail.slice(0, -1);
  const oneGroupMark = new Set(marks.slice(0, -1)).size === 1 && !marks.slice(0, -1).includes(last);
  const regular = oneGroupMark && head.length <= 3 && thousands.every((part) => part.length === 3);
  return regular ? { whole: head + thousands.join(""), fraction } : "not_a_number";
}

/** Minor units as a plain decimal text for files and the API: `15500000000n, "EUR"` is `155000000.00`. */
export function decimalText(minor: bigint, currency: string): string {
  const exponent = minorUnits(currency);
  const sign = minor < 0n ? "-" : "";
  const digits = (minor < 0n ? -minor : minor).toString().padStart(exponent + 1, "0");
  if (exponent === 0) return sign + digits;
  return `${sign}${digits.slice(0, -exponent)}.${digits.slice(-exponent)}`;
}

/** The US dollar as each language writes it in running text; other currencies show their code. */
const dollarSigns: Record<string, string> = {
  ar: "دولار أمريكي",
  zh: "美元",
  en: "US$",
  fr: "USD",
  ru: "долл. США",
  es: "USD",
};

/** Money in full, for one language: decimals only where there are any. Exact for every bigint. */
export function formatMoney(minor: bigint, currency: string, lang: string): string {
  const exponent = minorUnits(currency);
  const fraction = minor % 10n ** BigInt(exponent) === 0n ? 0 : exponent;
  const format = new Intl.NumberFormat(lang, { minimumFractionDigits: fraction, maximumFractionDigits: fraction });
  return withCurrency(format.format(decimalText(minor, currency) as Intl.StringNumericLiteral), currency, lang);
}

/** Money in short, three significant digits: "US$ 163 million". */
export function formatMoneyShort(minor: bigint, currency: string, lang: string): string {
  const format = new Intl.NumberFormat(lang, {
    notation: "compact",
    compactDisplay: "long",
    maximumSignificantDigits: 3,
  });
  return withCurrency(format.format(decimalText(minor, currency) as Intl.StringNumericLiteral), currency, lang);
}

function withCurrency(number: string, currency: string, lang: string): string {
  const sign = currency === "USD" ? (dollarSigns[lang] ?? currency) : currency;
  if (lang === "zh" && currency === "USD") return number + sign;
  return lang === "en" || lang === "zh" ? `${sign}\u00a0${number}` : `${number}\u00a0${sign}`;
}
