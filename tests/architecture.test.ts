import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { describe, expect, test } from "vitest";

/** From top to bottom: a folder imports only what stands below it (E1). Folders on one line never import each other. */
const layers = [
  ["server"],
  ["routes"],
  ["starter"],
  ["notifications"],
  ["compendium"],
  ["due-diligence", "progress"],
  ["pledges"],
  ["organisations"],
  ["accounts"],
  ["counting"],
  ["access"],
  ["audit"],
  ["reference"],
  ["platform"],
];
const features = [
  "notifications",
  "compendium",
  "due-diligence",
  "progress",
  "pledges",
  "organisations",
  "accounts",
  "counting",
];

/** Who alone may import a package. */
const owners: Record<string, string> = {
  lucia: "accounts",
  "@node-rs/argon2": "accounts",
  "@epic-web/totp": "accounts",
  resend: "platform",
  pg: "platform",
  "pg-copy-streams": "platform",
  "@prisma/client": "platform",
  "@prisma/adapter-pg": "platform",
  pino: "platform",
  exceljs: "compendium",
  "csv-stringify": "compendium",
  saxes: "due-diligence",
  fuzzball: "due-diligence",
  "any-ascii": "platform",
};

/** The closed set of a feature (E2); folders named after a sub-noun hold the same set. */
const kinds =
  /^(schema|model|lifecycle|events)\.ts$|^(queries|commands|transitions|projections|jobs)\.server\.ts$|^emails\.server\.tsx$|\.css$/;
const kindFolders = /(^|\/)(pages|components)\/[a-z0-9-]+\.tsx$|(^|\/)formats\/[a-z0-9-]+(\.server)?\.tsx?$/;

function files(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return name === "generated" ? [] : files(path);
    return [path];
  });
}

const code = files("app").filter((path) => /\.(ts|tsx)$/.test(path) && !path.endsWith(".d.ts"));
const textOf = new Map(code.map((path) => [path, readFileSync(path, "utf8")]));
const folderOf = (path: string) => path.split("/")[1] ?? "";
const layerOf = (folder: string) => layers.findIndex((layer) => layer.includes(folder));

function importsOf(path: string): string[] {
  const found = [...(textOf.get(path) ?? "").matchAll(/(?:from|import)\s*\(?\s*"([^"]+)"/g)].map(
    (match) => match[1] ?? "",
  );
  return found.map((name) => {
    if (name.startsWith("~/")) return join("app", name.slice(2));
    if (name.startsWith(".")) return relative(".", join(dirname(path), name));
    return name;
  });
}

const resolved = (target: string): string | undefined =>
  [target, `${target}.ts`, `${target}.tsx`].find((candidate) => textOf.has(candidate));

describe("the house keeps its order", () => {
  test("a folder imports only what stands below it", () => {
    const wrong: string[] = [];
    for (const path of code) {
      const from = folderOf(path);
      for (const target of importsOf(path)) {
        if (!target.startsWith("app/")) continue;
        const to = folderOf(target);
        if (to === from || !to || target.startsWith("app/addresses")) continue;
        if (to === "ui") {
          if (layerOf(from) >= layerOf("platform") || layerOf(from) >= layerOf("counting"))
            wrong.push(`${path} imports ${target}: only pages of features and routes may use components`);
          continue;
        }
        if (from === "ui") {
          if (!target.startsWith("app/platform/i18n"))
            wrong.push(`${path} imports ${target}: ui knows no domain; pass the value in as a property`);
          continue;
        }
        if (layerOf(from) < 0 || layerOf(to) < 0) continue;
        if (layerOf(to) <= layerOf(from))
          wrong.push(
            `${path} imports ${target}: ${to} stands above ${from}; record an event, or move the code into ${to}`,
          );
      }
    }
    expect(wrong).toEqual([]);
  });

  test("nothing imports the composition root but the server's entry", () => {
    const wrong = code.filter(
      (path) =>
        folderOf(path) !== "server" &&
        path !== "app/entry.server.tsx" &&
        importsOf(path).some((target) => target.startsWith("app/server/")),
    );
    expect(wrong).toEqual([]);
  });

  test("there are no cycles between files", () => {
    const done = new Set<string>();
    const cycles: string[] = [];
    const walk = (path: string, trail: string[]) => {
      if (trail.includes(path)) return void cycles.push([...trail.slice(trail.indexOf(path)), path].join(" → "));
      if (done.has(path)) return;
      for (const target of importsOf(path)) {
        const next = resolved(target);
        // Types leave no trace at run time, but a cycle of types is a cycle of thoughts as well.
        if (next) walk(next, [...trail, path]);
      }
      done.add(path);
    };
    for (const path of code) walk(path, []);
    expect(cycles).toEqual([]);
  });

  test("a feature holds only the closed set of file kinds", () => {
    const wrong = code
      .filter((path) => features.includes(folderOf(path)))
      .map((path) => path.split("/").slice(2).join("/"))
      .filter((path) => !kindFolders.test(path) && !kinds.test(path.split("/").at(-1) ?? ""))
      .filter((path) => path !== "session.server.ts");
    expect(wrong).toEqual([]);
  });

  test("no dumping grounds", () => {
    const wrong = code.filter((path) =>
      /(^|\/)(utils?|helpers?|services?|lib|common|misc|shared)(\/|\.)|\/index\.tsx?$/.test(path),
    );
    expect(wrong).toEqual([]);
  });

  test("a package has one owner", () => {
    const wrong = code.flatMap((path) =>
      importsOf(path)
        .map((target) => [target, owners[target]] as const)
        .filter(([, owner]) => owner !== undefined && owner !== folderOf(path))
        .map(([target, owner]) => `${path} imports ${target}: only ${owner} may`),
    );
    expect(wrong).toEqual([]);
  });

  test("rooms are small: 250 lines a file, 120 a route", () => {
    const wrong = code
      .map((path) => [path, (textOf.get(path) ?? "").split("\n").length] as const)
      .filter(
        ([path, lines]) =>
          lines > (folderOf(path) === "routes" ? 121 : 251) &&
          !path.startsWith("app/starter/") &&
          !/app\/reference\/(currencies|codes)/.test(path),
      )
      .map(([path, lines]) => `${path} has ${lines} lines: split it by a sub-noun`);
    expect(wrong).toEqual([]);
  });

  test("every loader and action begins with its guard", () => {
    const wrong: string[] = [];
    for (const [path, text] of textOf) {
      if (!/^app\/routes\/(public|my|staff|api|feeds)\//.test(path)) continue;
      for (const match of text.matchAll(/export (?:async )?function (loader|action)\([^{]*\{\s*([^\n]*)/g))
        if (!/allowPublic\(|requirePermission\(/.test(match[2] ?? ""))
          wrong.push(`${path}: ${match[1]} begins with "${match[2]}", not with its guard`);
      if (/export const (loader|action)\b/.test(text))
        wrong.push(`${path}: write loader and action as functions whose first line is the guard`);
    }
    expect(wrong).toEqual([]);
  });

  test("no style attribute outside mail: the content security policy would drop it", () => {
    const wrong = code.filter(
      (path) =>
        path.endsWith(".tsx") &&
        !/emails?\.server\.tsx$|app\/notifications\//.test(path) &&
        /\sstyle=/.test(textOf.get(path) ?? ""),
    );
    expect(wrong).toEqual([]);
  });

  test("only addresses.ts spells an address", () => {
    const wrong = code.filter(
      (path) =>
        path.endsWith(".tsx") &&
        /(href|action)=(?:"\/|\{`\/)/.test(textOf.get(path) ?? "") &&
        !path.startsWith("app/ui/pages/"),
    );
    expect(wrong).toEqual([]);
  });

  test("styles use logical properties only", () => {
    const wrong = files("app")
      .filter((path) => path.endsWith(".css"))
      .filter((path) =>
        /[\s;{](margin|padding|border)-(left|right|top|bottom)\b|[\s;{](left|right):|text-align:\s*(left|right)/.test(
          readFileSync(path, "utf8"),
        ),
      );
    expect(wrong).toEqual([]);
  });
});
