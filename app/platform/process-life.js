// Plain JavaScript, because start.mjs needs it before anything has been installed or built.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

/**
 * A mark that tells a running process from a later one that was given the same number.
 * @param {number} pid
 * @returns {string | null} null when no such process runs
 */
export function processMark(pid) {
  try {
    if (process.platform === "linux") {
      const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
      const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
      const state = fields[0] ?? "Z";
      // A zombie has ended; only its parent has not asked yet.
      return "ZX".includes(state) ? null : (fields[19] ?? null);
    }
    if (process.platform === "win32") return process.kill(pid, 0) ? "running" : null;
    return execFileSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" }).trim() || null;
  } catch {
    return null;
  }
}
