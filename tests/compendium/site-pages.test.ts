import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { partsOf, textPages } from "~/compendium/site/model";
import { getTextPage } from "~/compendium/site/queries.server";
import { languages } from "~/platform/i18n/languages";
import { ACCESSIBILITY_REVIEWED, PRIVACY_VERSION, TERMS_VERSION } from "~/reference/legal";

const others = languages.filter((lang) => lang !== "en");
const textOf = (lang: string, page: string) => readFileSync(`locales/${lang}/pages/${page}.md`, "utf8");
const placeholdersOf = (text: string) => [...text.matchAll(/\{\{([\w.-]+)\}\}/g)].map((match) => match[1]).sort();
const sentencesOf = (text: string) =>
  text
    .split(/[.:;!?\n]/)
    .map((sentence) => sentence.trim().toLowerCase())
    .filter((sentence) => sentence.split(/\s+/).length > 3);

describe("the fixed public pages", () => {
  it.each(languages)("are all there in %s, and nothing else is", (lang) => {
    expect(readdirSync(`locales/${lang}/pages`).sort()).toEqual(textPages.map((page) => `${page}.md`).sort());
  });

  it.each(languages)("have a title, a lead and sections with text in %s", (lang) => {
    for (const page of textPages) {
      const { title, lead, sections } = partsOf(textOf(lang, page));
      expect(title, page).not.toBe("");
      expect(lead, page).not.toBe("");
      expect(lead, page).not.toMatch(/\n|\{\{/);
      expect(sections.length, page).toBeGreaterThan(4);
      for (const section of sections) expect([section.title, section.body], `${page} ${section.id}`).not.toContain("");
    }
  });

  it.each(others)("have the same sections and the same placeholders in %s as in English", (lang) => {
    for (const page of textPages) {
      const english = partsOf(textOf("en", page)).sections.map(({ id }) => id);
      expect(new Set(english).size, page).toBe(english.length);
      expect(
        partsOf(textOf(lang, page)).sections.map(({ id }) => id),
        page,
      ).toEqual(english);
      expect(placeholdersOf(textOf(lang, page)), page).toEqual(placeholdersOf(textOf("en", page)));
    }
  });

  it.each(others)("repeat no English sentence in %s", (lang) => {
    const english = new Set(textPages.flatMap((page) => sentencesOf(textOf("en", page))));
    const repeated = textPages.flatMap((page) => sentencesOf(textOf(lang, page))).filter((each) => english.has(each));
    expect(repeated).toEqual([]);
  });

  it("use full-width punctuation in Chinese", () => {
    for (const page of textPages) expect(textOf("zh", page), page).not.toMatch(/\p{Script=Han}[,;:?!]/u);
  });

  it.each(languages)("are rendered with every gap filled in %s", (lang) => {
    for (const page of textPages) {
      const view = getTextPage(lang, page, { contact: "pledges@example.org" });
      expect(JSON.stringify(view)).not.toMatch(/\{\{|\{#/);
    }
    const contact = getTextPage(lang, "contact", { contact: "pledges@example.org" });
    expect(contact?.sections[0]?.html).toContain('<a href="mailto:pledges@example.org">');
    const about = getTextPage(lang, "about", { contact: "pledges@example.org" });
    expect(about?.sections.at(-1)?.html).toContain(`href="/${lang}/counting-rules"`);
  });

  it("say the day of their version where people agree to them", () => {
    for (const version of [TERMS_VERSION, PRIVACY_VERSION, ACCESSIBILITY_REVIEWED]) {
      expect(new Date(version).toISOString().slice(0, 10)).toBe(version);
    }
    expect(getTextPage("fr", "terms", { contact: "c@example.org" })?.updated).toBe("22 novembre 2026");
    expect(getTextPage("en", "about", { contact: "c@example.org" })?.updated).toBeUndefined();
  });

  it("do not exist under other names", () => {
    expect(getTextPage("en", "../ui", { contact: "c@example.org" })).toBeNull();
  });
});
