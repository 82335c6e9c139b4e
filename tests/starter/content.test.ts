import { describe, expect, it } from "vitest";
import { languages } from "~/platform/i18n/languages";
import * as codes from "~/reference/codes";
import { country } from "~/reference/countries";
import { isCurrency, parseAmount } from "~/reference/currencies";
import { compiledPledges } from "~/starter/compiled-pledges";
import { starterEvents } from "~/starter/events";

const partialDate = /^\d{4}(-\d{2}(-\d{2})?)?$/;
const script = { ar: /\p{Script=Arabic}/u, zh: /\p{Script=Han}/u, ru: /\p{Script=Cyrillic}/u };
const columns = new Set(
  `external_id status organisation constituency organisation_country type focus_areas language title summary
   title_ar summary_ar title_zh summary_zh title_fr summary_fr title_ru summary_ru title_es summary_es scope countries
   regions beneficiary_note people currency amount amount_basis years value_kind additionality start end announced event
   sdgs indicators milestones wsis relations partners amount_text amount_origin compiled inferred confidence source
   other_sources source_note progress`
    .trim()
    .split(/\s+/),
);

describe("events", () => {
  it("have a unique slug and a name in each language", () => {
    expect(new Set(starterEvents.map((event) => event.slug)).size).toBe(starterEvents.length);
    for (const event of starterEvents) {
      expect(event.slug).toMatch(/^[a-z0-9-]+$/);
      for (const lang of languages) expect(event.names[lang].trim(), `${event.slug} ${lang}`).not.toBe("");
      for (const [lang, letters] of Object.entries(script)) {
        expect(event.names[lang as keyof typeof script]).toMatch(letters);
      }
      if (event.starts) expect(event.starts).toMatch(partialDate);
    }
  });
});

describe("compiled pledges", () => {
  it("are 35, each found again by its own identifier", () => {
    expect(compiledPledges).toHaveLength(35);
    expect(new Set(compiledPledges.map((pledge) => pledge.external_id)).size).toBe(35);
  });

  it.each(compiledPledges.map((pledge) => [pledge.external_id, pledge] as const))("%s is valid", (_id, pledge) => {
    expect(JSON.stringify(pledge)).not.toContain("null");
    for (const key of Object.keys(pledge)) expect(columns).toContain(key);
    expect(codes.pledgeTypes).toContain(pledge.type);
    expect(codes.constituencies).toContain(pledge.constituency);
    expect(codes.confidences).toContain(pledge.confidence);
    for (const area of pledge.focus_areas ?? []) expect(codes.focusAreas).toContain(area);
    for (const line of pledge.wsis ?? []) expect(codes.wsisActionLines).toContain(line);
    for (const goal of pledge.sdgs ?? []) expect(codes.sdgs).toContain(goal);
    for (const field of pledge.inferred) expect(Object.keys(pledge), `inferred ${field}`).toContain(field);
    if (pledge.organisation_country) expect(country(pledge.organisation_country)).toBeDefined();
    if (pledge.event) expect(starterEvents.map((event) => event.slug)).toContain(pledge.event);
    for (const relation of pledge.relations ?? []) {
      expect(compiledPledges.map((other) => other.external_id)).toContain(relation.external_id);
      expect(codes.relationKinds).toContain(relation.kind);
    }
  });

  it.each(compiledPledges.map((pledge) => [pledge.external_id, pledge] as const))(
    "%s says for whom, how much and when as the format asks",
    (_id, pledge) => {
      if (pledge.scope === "countries") expect(pledge.countries?.length).toBeGreaterThan(0);
      else expect(pledge.countries).toBeUndefined();
      if (pledge.scope === "regions") expect(pledge.regions?.length).toBeGreaterThan(0);
      else expect(pledge.regions).toBeUndefined();
      const shares = (pledge.countries ?? []).map((entry) => {
        const [iso3 = "", share = "0"] = entry.split(":");
        expect(country(iso3), iso3).toBeDefined();
        return Number(share);
      });
      expect(shares.reduce((sum, share) => sum + share, 0)).toBeLessThanOrEqual(100);
      for (const region of pledge.regions ?? []) expect(codes.regions).toContain(region);

      expect(pledge.amount === undefined).toBe(pledge.currency === undefined);
      if (pledge.amount !== undefined && pledge.currency !== undefined) {
        expect(isCurrency(pledge.currency)).toBe(true);
        expect(parseAmount(pledge.amount, pledge.currency).ok).toBe(true);
        expect(codes.amountBases).toContain(pledge.amount_basis);
        expect(pledge.amount_text).toBeDefined();
      }
      const dates = [
        pledge.start,
        pledge.end,
        pledge.announced,
        ...(pledge.indicators ?? []).map((indicator) => indicator.due),
        ...(pledge.milestones ?? []).flatMap((milestone) => [milestone.due, milestone.done]),
        ...(pledge.progress ?? []).map((entry) => entry.date),
      ];
      for (const date of dates) if (date !== undefined) expect(date).toMatch(partialDate);
    },
  );

  it.each(compiledPledges.map((pledge) => [pledge.external_id, pledge] as const))(
    "%s has a title and a summary in six languages, within their length",
    (_id, pledge) => {
      const texts = {
        en: [pledge.title, pledge.summary],
        ar: [pledge.title_ar, pledge.summary_ar],
        zh: [pledge.title_zh, pledge.summary_zh],
        fr: [pledge.title_fr, pledge.summary_fr],
        ru: [pledge.title_ru, pledge.summary_ru],
        es: [pledge.title_es, pledge.summary_es],
      } as const;
      for (const lang of languages) {
        const [title, summary] = texts[lang];
        expect(title.trim()).not.toBe("");
        expect(summary.trim()).not.toBe("");
        expect(title.length, `${lang} title`).toBeLessThanOrEqual(120);
        expect(summary.length, `${lang} summary`).toBeLessThanOrEqual(400);
        if (lang in script) {
          expect(title).toMatch(script[lang as keyof typeof script]);
          expect(summary).toMatch(script[lang as keyof typeof script]);
        } else if (lang !== "en") expect(summary).not.toBe(pledge.summary);
      }
    },
  );

  it("keep their sources as addresses; three are published without encryption only", () => {
    const addresses = compiledPledges.flatMap((pledge) => [
      pledge.source,
      ...(pledge.other_sources ?? []),
      ...(pledge.progress ?? []).map((entry) => entry.source),
    ]);
    for (const address of addresses) expect(URL.canParse(address), address).toBe(true);
    const plain = addresses
      .filter((address) => !address.startsWith("https://"))
      .map((address) => new URL(address).host);
    expect(plain.sort()).toEqual(["mypresstoday.com", "www.mainseg.com", "www.today.az"]);
  });

  it("leave open what was not stated, and never add money of others or a yearly sum without its years", () => {
    const byId = new Map(compiledPledges.map((pledge) => [pledge.external_id, pledge]));
    expect(byId.get("korea-30m-digital")?.focus_areas).toBeUndefined();
    expect(byId.get("axian-82m-4g")?.organisation_country).toBeUndefined();
    expect(byId.get("zte-50000-hours-lectures")?.announced).toBeUndefined();
    expect(byId.get("connect-humanity-250m")?.amount_origin).toBe("mobilised");
    expect(byId.get("canada-ai-compute")?.inferred).toContain("amount");
    for (const pledge of compiledPledges.filter((entry) => entry.amount_basis === "per_year")) {
      expect(pledge.years).toBeGreaterThan(0);
    }
  });
});
