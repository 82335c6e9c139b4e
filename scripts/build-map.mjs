// Draws the world map once, at authoring time: node scripts/build-map.mjs
// Writes app/ui/world-land.ts (outline of the land, no borders) and app/reference/country-points.json (one point per country or territory).
// Source: Natural Earth through the world-atlas package, public domain. Projection: Equal Earth, turned by 11° so that no land is cut.
import { readFileSync, writeFileSync } from "node:fs";
import { geoArea, geoCentroid, geoEqualEarth, geoPath } from "d3-geo";
import { feature } from "topojson-client";

const width = 1000;
const read = (file) => JSON.parse(readFileSync(new URL(file, import.meta.url), "utf8"));
const atlas = (name) => read(`../node_modules/world-atlas/${name}.json`);

// --- the land, without Antarctica, where nobody lives for good
const land = feature(atlas("land-110m"), "land");
const polygons = land.features
  .flatMap(({ geometry }) => (geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates))
  .filter((rings) => geoCentroid({ type: "Polygon", coordinates: rings })[1] > -60);
const projection = geoEqualEarth().rotate([-11, 0]).scale(181).translate([500, 262]);
const shape = { type: "MultiPolygon", coordinates: polygons };

/** Whole numbers, each point relative to the one before, repeated and tiny steps left out. */
function compact(path) {
  let out = "";
  for (const ring of path.split(/(?=M)/)) {
    const points = ring
      .replace(/[MZ]/g, "")
      .split("L")
      .map((pair) => pair.split(",").map(Math.round));
    const kept = [];
    for (const [x, y] of points) {
      const last = kept.at(-1);
      if (!last || Math.hypot(x - last[0], y - last[1]) >= 1.8) kept.push([x, y]);
    }
    if (kept.length < 4) continue;
    let [px, py] = kept[0];
    out += `M${px} ${py}l`;
    out += kept
      .slice(1)
      .map(([x, y]) => {
        const step = `${x - px} ${y - py}`;
        [px, py] = [x, y];
        return step;
      })
      .join(" ");
    out += "z";
  }
  return out.replace(/ -/g, "-");
}
const outline = compact(geoPath(projection)(shape));

// --- one point per country: the middle of its largest part, or the place named here
const places = {
  // Not in the atlas
  BES: [-68.27, 12.18],
  TUV: [179.2, -8.5],
  // Archipelagos: where most people live
  ATG: [-61.8, 17.1],
  BHS: [-77.35, 25.05],
  COK: [-159.78, -21.23],
  COM: [43.35, -11.7],
  CPV: [-23.6, 15.1],
  FJI: [178.0, -17.8],
  FSM: [158.2, 6.9],
  KIR: [173.0, 1.4],
  MDV: [73.5, 4.2],
  MHL: [171.2, 7.1],
  MNP: [145.75, 15.2],
  PLW: [134.5, 7.4],
  PYF: [-149.5, -17.6],
  SLB: [160.0, -9.5],
  STP: [6.7, 0.3],
  SYC: [55.45, -4.65],
  TON: [-175.2, -21.1],
  VUT: [168.0, -16.5],
  WSM: [-172.0, -13.75],
  // The largest part is not the middle of the country
  MYS: [102.3, 3.9],
  USA: [-98.5, 39.5],
  NOR: [9.5, 61.5],
  NZL: [174.0, -40.5],
  HRV: [16.2, 45.3],
};
const byCode = new Map(feature(atlas("countries-50m"), "countries").features.map((one) => [one.id, one]));
function placeOf(iso3, m49) {
  if (places[iso3]) return places[iso3];
  const { geometry } = byCode.get(m49);
  const parts = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
  const shapes = parts.map((coordinates) => ({ type: "Polygon", coordinates }));
  return geoCentroid(shapes.sort((a, b) => geoArea(b) - geoArea(a))[0]);
}
const rows = read("../app/reference/countries.json");
const countries = (Array.isArray(rows) ? rows : Object.values(rows)).map((row) => {
  const [x, y] = projection(placeOf(row.iso3, row.m49));
  return { iso3: row.iso3, x, y, homeX: x, homeY: y };
});

// Dots of one size would cover each other in the Caribbean and in Europe: they step aside, by as little as will do.
const apart = 7;
for (let round = 0; round < 400; round++) {
  for (const one of countries) {
    one.x += (one.homeX - one.x) * 0.02;
    one.y += (one.homeY - one.y) * 0.02;
  }
  for (const [i, a] of countries.entries())
    for (const b of countries.slice(i + 1)) {
      const [dx, dy] = [b.x - a.x, b.y - a.y];
      const distance = Math.hypot(dx, dy) || 0.01;
      if (distance >= apart) continue;
      const push = (apart - distance) / distance / 2;
      a.x -= dx * push;
      a.y -= dy * push;
      b.x += dx * push;
      b.y += dy * push;
    }
}
const tenth = (n) => Math.round(n * 10) / 10;
const points = Object.fromEntries(
  countries.sort((a, b) => (a.iso3 < b.iso3 ? -1 : 1)).map(({ iso3, x, y }) => [iso3, [tenth(x), tenth(y)]]),
);
const farthest = Math.max(...countries.map(({ x, y, homeX, homeY }) => Math.hypot(x - homeX, y - homeY)));

writeFileSync(
  new URL("../app/ui/world-land.ts", import.meta.url),
  `/** Outline of the land: Natural Earth, public domain, Equal Earth projection. Written by scripts/build-map.mjs. */
export const worldLand = {
  viewBox: "0 4 ${width} 446",
  path: "${outline}",
};
`,
);
writeFileSync(
  new URL("../app/reference/country-points.json", import.meta.url),
  `{\n${Object.entries(points)
    .map(([iso3, [x, y]]) => `  "${iso3}": [${x}, ${y}]`)
    .join(",\n")}\n}\n`,
);
console.log(
  `${countries.length} points, moved by at most ${farthest.toFixed(1)} of ${width}; outline ${outline.length} characters`,
);
