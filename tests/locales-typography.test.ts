import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

/** Every text of one language with its place, placeholders and addresses taken out. */
function textsOf(lang: string): [place: string, text: string][] {
  const texts: [string, string][] = [];
  const walk = (place: string, value: unknown) => {
    if (typeof value === "string") texts.push([place, value.replace(/\{\{[^}]*\}\}|https?:\/\/\S*|\S+@\S+/g, "")]);
    else for (const [key, inner] of Object.entries(value as object)) walk(`${place}.${key}`, inner);
  };
  for (const file of readdirSync(`locales/${lang}`).filter((name) => name.endsWith(".json")))
    walk(file, JSON.parse(readFileSync(`locales/${lang}/${file}`, "utf8")));
  return texts;
}

const breaking = (lang: string, wrong: RegExp) => textsOf(lang).filter(([, text]) => wrong.test(text));

it("Chinese uses full-width punctuation", () => {
  expect(breaking("zh", /\p{Script=Han}[,:;?!()]|[,:;?!()]\p{Script=Han}/u)).toEqual([]);
});

it("French keeps a no-break space before high punctuation, and its own apostrophe", () => {
  expect(breaking("fr", / [:;?!»%]|« |\p{L}'\p{L}/u)).toEqual([]);
});

it("Arabic uses its own comma, semicolon and question mark", () => {
  expect(breaking("ar", /\p{Script=Arabic}[,;?]/u)).toEqual([]);
});
