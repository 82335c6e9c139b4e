import { describe, expect, test } from "vitest";
import { languages } from "~/platform/i18n/languages";
import { countries } from "~/reference/countries";
import points from "~/reference/country-points.json" with { type: "json" };
import { errorStatus } from "~/ui/error-page";
import { Measure, percent } from "~/ui/measure";
import { StylePage } from "~/ui/pages/style-page";
import { pageNumbers } from "~/ui/pagination";
import { WorldMap } from "~/ui/world-map";
import { html } from "./render";

const places = points as unknown as Record<string, [number, number]>;

describe("the measure", () => {
  test("draws nothing for nothing reported and a sliver for a reported zero", () => {
    expect(html(<Measure delivered={null} target={10} />)).not.toContain("<rect");
    expect(html(<Measure delivered={0} target={10} />)).toContain('width="0%"');
    expect(html(<Measure delivered={0} target={10} />)).toContain('width="2"');
  });

  test("moves the target when more was delivered than promised", () => {
    const markup = html(<Measure delivered={20} target={10} label="20 of 10" />);
    expect(markup).toContain('width="100%"');
    expect(markup).toContain('x="50%"');
    expect(markup).toContain('aria-label="20 of 10"');
  });

  test("keeps its bars within the line", () => {
    expect([percent(-1), percent(0.3333), percent(7)]).toEqual(["0%", "33.3%", "100%"]);
  });
});

test("page numbers show the ends and the neighbours, and no gap of one", () => {
  expect(pageNumbers(1, 1)).toEqual([1]);
  expect(pageNumbers(4, 12)).toEqual([1, 2, 3, 4, 5, null, 12]);
  expect(pageNumbers(6, 12)).toEqual([1, null, 5, 6, 7, null, 12]);
});

test("every status has words", () => {
  expect([404, 418, 502, 429].map(errorStatus)).toEqual([404, 400, 500, 429]);
});

describe("the map", () => {
  test("has a place for every country and territory, none on top of another", () => {
    expect(Object.keys(places).sort()).toEqual(countries.map(({ iso3 }) => iso3).sort());
    const all = Object.values(places);
    for (const [i, [x, y]] of all.entries())
      for (const [u, v] of all.slice(i + 1)) expect(Math.hypot(x - u, y - v)).toBeGreaterThan(5);
  });

  test("puts islands where they are", () => {
    const [tuvalu = [0, 0], barbados = [0, 0], seychelles = [0, 0], fiji = [0, 0]] = ["TUV", "BRB", "SYC", "FJI"].map(
      (iso3) => places[iso3],
    );
    expect(tuvalu[0]).toBeGreaterThan(900);
    expect(tuvalu[1]).toBeLessThan(fiji[1]);
    expect(barbados[0]).toBeLessThan(400);
    expect(seychelles[0]).toBeGreaterThan(550);
    expect(seychelles[0]).toBeLessThan(700);
  });

  test("draws one link for each point that leads somewhere", () => {
    const markup = html(
      <WorldMap
        label="Map"
        points={[
          { iso3: "TUV", x: 1, y: 2, kind: "island", label: "Tuvalu", href: "/en/countries/TUV" },
          { iso3: "BRA", x: 3, y: 4, kind: "unnamed" },
        ]}
      />,
    );
    expect(markup.match(/<a /g)).toHaveLength(1);
    expect(markup).toContain("<title>Tuvalu</title>");
    expect(markup).toContain("M3 4h0");
  });
});

describe.each(languages)("every component in %s", (lang) => {
  const markup = html(<StylePage points={[]} />, lang);

  test("has no style attribute, no inline script and no event handler", () => {
    expect(markup).not.toMatch(/\sstyle=|<script|\son[a-z]+="/);
  });

  test("says everything in words", () => {
    const shown = markup.replace(/<[^>]+>/g, " ");
    expect(shown).not.toMatch(/\b(ui|error|form|style|page_error)\.[a-z_]+\b|\{\{/);
  });

  test("has unique ids, and everything that refers to one finds it", () => {
    const ids = [...markup.matchAll(/\sid="([^"]+)"/g)].map((match) => match[1]);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    const references = [
      ...markup.matchAll(/\s(?:for|aria-labelledby|aria-describedby|data-count|data-copy)="([^"]+)"/g),
    ];
    const missing = references.flatMap((match) => (match[1] ?? "").split(" ")).filter((id) => !ids.includes(id));
    expect(missing).toEqual([]);
  });
});
