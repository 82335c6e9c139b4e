import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parseMessage } from "~/platform/i18n/message";

const keysOf = (value: unknown, path = ""): string[] =>
  typeof value === "object" && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => keysOf(inner, path ? `${path}.${key}` : key))
    : [path, path.replace(/_(zero|one|two|few|many|other)$/, "")];

const known = new Map(
  readdirSync("locales/en")
    .filter((name) => name.endsWith(".json"))
    .map((name) => [
      name.replace(".json", ""),
      new Set(keysOf(JSON.parse(readFileSync(join("locales/en", name), "utf8")))),
    ]),
);

test("every message that a rule sends to a field has words", () => {
  const missing: string[] = [];
  for (const entry of readdirSync("app", { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !/\.tsx?$/.test(entry.name) || entry.parentPath.includes("generated")) continue;
    const path = join(entry.parentPath, entry.name);
    const text = readFileSync(path, "utf8");
    // Typed keys are TypeScript's business; these are the untyped ones, written as literals.
    for (const [, message = ""] of text.matchAll(/\b(?:msg|new Conflict)\(\s*"([^"]+)"/g)) {
      const { namespace, key } = parseMessage(message);
      if (!known.get(namespace)?.has(key)) missing.push(`${path}: ${message}`);
    }
  }
  expect(missing).toEqual([]);
});
