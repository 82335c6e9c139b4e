import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: { alias: { "~": fileURLToPath(new URL("app", import.meta.url)) } },
  test: {
    // `npm run bench` measures with what tests have, one measurement at a time.
    include: process.env.BENCH ? ["bench/*.ts"] : ["tests/**/*.test.{ts,tsx}"],
    environment: "node",
    maxWorkers: 2,
    minWorkers: 1,
    testTimeout: 20_000,
    hookTimeout: 30_000,
    globalSetup: "tests/support/global-setup.ts",
    // Files that tests keep go where the next `git clean` finds them; the database is elsewhere (global-setup).
    env: { LOG_LEVEL: "silent", NODE_ENV: "test", DATA_DIR: ".cache/test-data" },
  },
});
