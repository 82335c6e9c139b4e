import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { type Language, languages } from "~/platform/i18n/languages";

type Tree = { [key: string]: string | Tree };

const namespaces = readdirSync("locales/en").filter((name) => name.endsWith(".json"));
const plural = /_(zero|one|two|few|many|other)$/;

/** `a.b.c` → text. */
function flat(tree: Tree, path = ""): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === "string" ? [[path + key, value] as [string, string]] : flat(value, `${path}${key}.`),
  );
}
const textsOf = (lang: Language, file: string): Map<string, string> =>
  new Map(flat(JSON.parse(readFileSync(`locales/${lang}/${file}`, "utf8")) as Tree));

/** Keys that come in plural forms: those with an `_other`. */
const pluralsOf = (texts: Map<string, string>) =>
  [...texts.keys()].filter((key) => key.endsWith("_other")).map((key) => key.replace(plural, ""));

const isPlural = (key: string, plurals: Set<string>) => plural.test(key) && plurals.has(key.replace(plural, ""));
const placeholders = (text: string) => [...new Set(text.match(/\{\{[^}]+\}\}|<\/?\d+>/g) ?? [])].sort();

/** What may read the same as in English: names, codes, numbers, and words that a language shares with English. */
const names = [
  "Partner2Connect",
  "{{name}}",
  "IATI",
  "CSV",
  "XLSX",
  "JSON",
  "Atom",
  "Bonaire, Saint Eustatius and Saba",
];
const shared: Partial<Record<Language, string[]>> = {
  fr: [
    "Action",
    "Actions",
    "Coalition",
    "Code",
    "Date",
    "Description",
    "Document",
    "Documents",
    "Message",
    "Messages",
    "Licence",
    "Organisation",
    "Organisations",
    "Page {{page}}",
    "Pages",
    "Participation",
    "Question",
    "Questions",
    "Score",
    "Source",
    "Sources",
    "Total",
    "Type",
    "Version",
    "Observations",
    "Suspension",
    "Motif",
    "Public",
    "Contact",
    "Europe",
  ],
  es: ["Error:", "No", "Total", "Legal", "Original", "General", "Final", "Local", "Error", "Global", "Regional"],
};

describe.each(languages.filter((lang) => lang !== "en"))("%s", (lang) => {
  const own = new Intl.PluralRules(lang).resolvedOptions().pluralCategories;

  test.each(namespaces)("%s says everything that English says, and no more", (file) => {
    const english = textsOf("en", file);
    const here = textsOf(lang, file);
    const plurals = new Set(pluralsOf(english));
    const expected = [...english.keys()].filter((key) => !isPlural(key, plurals));
    for (const stem of plurals) for (const category of own) expected.push(`${stem}_${category}`);
    const missing = expected.filter((key) => !here.has(key));
    const extra = [...here.keys()].filter((key) => !expected.includes(key));
    expect({ missing, extra }).toEqual({ missing: [], extra: [] });
  });

  test.each(namespaces)("%s keeps the placeholders", (file) => {
    const english = textsOf("en", file);
    const plurals = new Set(pluralsOf(english));
    const wrong = [...textsOf(lang, file)].filter(([key, text]) => {
      const source = isPlural(key, plurals) ? `${key.replace(plural, "")}_other` : key;
      const wanted = placeholders(english.get(source) ?? "");
      const found = placeholders(text);
      // "one organisation" may do without its figure; it may not bring a figure of its own
      // (`n` and `people` are the figure as formatted).
      const free = isPlural(key, plurals) ? ["{{count}}", "{{n}}", "{{people}}"] : [];
      return (
        wanted.some((one) => !found.includes(one) && !free.includes(one)) || found.some((one) => !wanted.includes(one))
      );
    });
    expect(wrong.map(([key, text]) => `${key}: ${text}`)).toEqual([]);
  });

  test.each(namespaces)("%s is translated", (file) => {
    const english = textsOf("en", file);
    const allowed = new Set([...names, ...(shared[lang] ?? [])]);
    const copies = [...textsOf(lang, file)].filter(
      ([key, text]) =>
        text === english.get(key) && /\p{L}{2}/u.test(text.replace(/\{\{[^}]+\}\}/g, "")) && !allowed.has(text),
    );
    expect(copies.map(([key, text]) => `${key}: ${text}`)).toEqual([]);
  });
});

test("plural forms in English are one and other", () => {
  const wrong = namespaces.flatMap((file) => {
    const english = textsOf("en", file);
    return pluralsOf(english).filter((stem) => !english.has(`${stem}_one`));
  });
  expect(wrong).toEqual([]);
});
