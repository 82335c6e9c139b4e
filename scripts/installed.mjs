import { existsSync, readFileSync } from "node:fs";

const WANTED = "package-lock.json";
const PRESENT = "node_modules/.package-lock.json";

/** Whether node_modules holds what package-lock.json asks for, development packages included; by npm's own list of what it put there. */
export function isInstalled() {
  if (!existsSync(PRESENT)) return false;
  const wanted = JSON.parse(readFileSync(WANTED, "utf8")).packages;
  const present = JSON.parse(readFileSync(PRESENT, "utf8")).packages;
  return Object.keys(wanted).every((path) => {
    // Optional ones may belong to another kind of machine.
    const mayBeAbsent = path === "" || wanted[path].optional || wanted[path].devOptional;
    return present[path] ? present[path].version === wanted[path].version : mayBeAbsent;
  });
}
