import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";

const places = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];
const packages = ["chromium", "fonts-noto-core", "fonts-noto-cjk"];

/** Path of a Chromium for the browser journeys: CHROMIUM_PATH, else where systems put it; undefined when there is none. */
export function findBrowser() {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH;
  return places.find((path) => existsSync(path));
}

/** Finds a browser or installs Debian's. Answers whether there is one now, and says what to install when not. */
export function ensureBrowser() {
  if (findBrowser()) return true;
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    console.log(`Installing ${packages.join(", ")} for the browser journeys.`);
    const options = {
      stdio: ["ignore", "ignore", "inherit"],
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    };
    try {
      execFileSync("apt-get", ["update"], options);
      execFileSync("apt-get", ["install", "-y", "--no-install-recommends", ...packages], options);
    } catch {
      console.error("apt-get could not install them.");
    }
  }
  if (findBrowser()) return true;
  console.error(
    `The browser journeys need Chromium. On Debian or Ubuntu: sudo apt-get install ${packages.join(" ")}. ` +
      "Elsewhere install Chromium or Chrome and set CHROMIUM_PATH to its program. `npm run check` needs no browser.",
  );
  return false;
}
