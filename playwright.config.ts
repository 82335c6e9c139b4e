import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { defineConfig, devices } from "@playwright/test";
import { findBrowser } from "./scripts/browser.mjs";

// This file is read again by every worker: what must be the same for all is chosen once and handed on in the environment.
if (!process.env.E2E_DATA_DIR) {
  const dataDir = mkdtempSync(join(tmpdir(), "p2c-e2e-"));
  // The embedded database runs as another user when the tests run as root.
  chmodSync(dataDir, 0o755);
  // The server ends after the last teardown of Playwright, and needs its data until then.
  process.on("exit", () => rmSync(dataDir, { recursive: true, force: true }));
  process.env.E2E_DATA_DIR = dataDir;
  process.env.E2E_URL = `http://localhost:${await freePort()}`;
  process.env.E2E_MAIL = `http://127.0.0.1:${await freePort()}`;
}
const baseURL = process.env.E2E_URL ?? "";

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

export default defineConfig({
  testDir: "tests/e2e",
  outputDir: "test-results",
  globalSetup: "./tests/support/e2e-setup.ts",
  workers: 2,
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [["list"]],
  use: {
    ...devices["Desktop Chrome"],
    viewport: { width: 1280, height: 900 },
    baseURL,
    locale: "en-GB",
    trace: "retain-on-failure",
    launchOptions: {
      executablePath: findBrowser(),
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
  webServer: {
    command: "node start.mjs",
    url: `${baseURL}/readyz`,
    timeout: 300_000,
    gracefulShutdown: { signal: "SIGINT", timeout: 15_000 },
    stdout: "ignore",
    env: {
      NODE_ENV: "production",
      PORT: new URL(baseURL).port,
      APP_URL: baseURL,
      DATA_DIR: process.env.E2E_DATA_DIR,
      DATABASE_URL: "",
      STARTER: "demo",
      RESEND_API_KEY: "re_stand_in",
      RESEND_BASE_URL: process.env.E2E_MAIL ?? "",
      MAIL_FROM: "Partner2Connect <pledges@example.org>",
      LOG_LEVEL: "error",
    },
  },
});
