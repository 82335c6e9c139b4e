import * as z from "zod";
import { languages } from "~/platform/i18n/languages";
import { msg } from "~/platform/i18n/message";
import { kept } from "~/platform/text";
import { countries, countryName } from "~/reference/countries";
import { decimalText, isCurrency, parseAmount } from "~/reference/currencies";

// What people type, field by field: cleaned, bounded, and refused with words where it cannot be kept.

const refusal = { error: msg("error.control_characters") };

/** Several lines of text of at most `max` characters, line ends as "\n". */
export const prose = (max: number) =>
  z
    .string()
    .transform((text) => text.normalize().replace(/\r\n?/g, "\n").trim())
    .pipe(z.string().max(max).refine(kept, refusal));

/** One line: a name, a title. */
export const oneLine = (max: number) =>
  z
    .string()
    .transform((text) => text.normalize().trim())
    .pipe(
      z
        .string()
        .max(max)
        .refine((text) => kept(text) && !/[\n\r\t\u2028\u2029]/.test(text), refusal)
        .transform((text) => text.replace(/\s+/g, " ")),
    );

/** A text area with one entry on each line, at most `count` of at most `max` characters. */
export const lines = (count: number, max: number) =>
  prose(count * (max + 1))
    .transform((text) => [
      ...new Set(
        text
          .split("\n")
          .map((line) => line.trim())
          .filter(Boolean),
      ),
    ])
    .pipe(
      z
        .array(z.string().max(max))
        .refine((all) => all.length <= count, { error: msg("error.too_many", { max: count }) }),
    );

/** A day that exists, as YYYY-MM-DD. */
export const day = z
  .string()
  .trim()
  .refine(
    (text) =>
      /^(19|20|21)\d{2}-\d{2}-\d{2}$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.slice(0, 10) === text,
    { error: msg("error.invalid_date") },
  );

function figure(text: string, decimals: "USD" | "JPY", check: z.core.$RefinementCtx): string {
  const parsed = parseAmount(text, decimals);
  if (parsed.ok) return decimalText(parsed.minor, decimals);
  const wholeOnly = decimals === "JPY" && (parsed.error === "too_many_decimals" || parsed.error === "ambiguous");
  check.issues.push({
    code: "custom",
    input: text,
    message: wholeOnly ? msg("error.not_whole") : msg("error.invalid_number"),
  });
  return z.NEVER;
}

/** A number as people write it, at most two decimals, not negative: decimal text. */
export const decimal = z
  .string()
  .max(40)
  .transform((text, check) => figure(text, "USD", check).replace(/\.00$|(?<=\.\d)0$/, ""));

/** A whole number as people write it: decimal text without separators. */
export const wholeNumber = z
  .string()
  .max(40)
  .transform((text, check) => figure(text, "JPY", check));

/** A share of 0 to 100 percent with at most two decimals. */
export const percent = z
  .string()
  .max(12)
  .transform((text, check) => {
    const plain = text.replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x0660)).replace(/[\s%٪]/g, "");
    if (/^\d{1,3}([.,٫]\d{1,2})?$/.test(plain)) {
      const share = Number(plain.replace(/[,٫]/, "."));
      if (share <= 100) return share;
    }
    check.issues.push({ code: "custom", input: text, message: msg("pledges:error.invalid_share") });
    return z.NEVER;
  });

const codeByName = new Map<string, string>();
const nameKey = (text: string) => text.normalize("NFKC").trim().toLocaleLowerCase("en");
for (const { iso3, iso2 } of countries) {
  for (const name of [iso3, iso2, ...languages.map((lang) => countryName(iso3, lang))])
    codeByName.set(nameKey(name), iso3);
}

/** A country or territory by its name in any of the six languages, or by its code: alpha-3. */
export const countryCode = oneLine(120).transform((text, check) => {
  const iso3 = codeByName.get(nameKey(text));
  if (iso3) return iso3;
  check.issues.push({ code: "custom", input: text, message: msg("pledges:error.unknown_country") });
  return z.NEVER;
});

const amountErrors = {
  not_a_number: "error.invalid_amount",
  negative: "pledges:error.amount_negative",
  ambiguous: "pledges:error.amount_ambiguous",
  too_many_decimals: "pledges:error.amount_decimals",
  too_large: "pledges:error.amount_too_large",
} as const;

/** The two fields in which money is typed; `statedMoney` reads them together. */
export const statedAmount = {
  amount: oneLine(60).optional(),
  currency: z
    .string()
    .trim()
    .toUpperCase()
    .refine(isCurrency, { error: msg("error.invalid_choice") })
    .optional(),
};

/** Money as typed, in minor units; no amount is no money. What cannot be read is an issue beside its field, and null. */
export function statedMoney(
  { amount, currency }: { amount?: string; currency?: string },
  check: z.core.$RefinementCtx,
): { amountMinor: bigint | null; currency: string | null } | null {
  const none = { amountMinor: null, currency: null };
  if (!amount) return none;
  const refuse = (field: string, message: string) => {
    check.addIssue({ code: "custom", path: [field], message });
    return null;
  };
  if (!currency) return refuse("currency", msg("pledges:error.currency_missing"));
  const parsed = parseAmount(amount, currency);
  if (parsed.ok) return { amountMinor: parsed.minor, currency };
  return parsed.error === "empty" ? none : refuse("amount", msg(amountErrors[parsed.error], { currency }));
}
