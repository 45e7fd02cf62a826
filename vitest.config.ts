import { existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import tsconfigPaths from "vite-tsconfig-paths";
import { defineConfig } from "vitest/config";
import { unreachableSettings } from "./tests/support/settings.ts";

const INTEGRATION = [
  "{app,sandbox,scripts,prisma}/**/*.integration.test.{ts,tsx}",
  "tests/integration/**/*.test.ts",
  "tests/conformance/**/*.test.ts",
];
const EXTENSION = "./extensions/checkout-fiscal-data/vitest.config.ts";
const plugins = [tsconfigPaths({ projects: ["./tsconfig.json"] })];
const strict = ["./tests/support/strict-console.ts", "./tests/support/property-runs.ts"];
const seconds = 1000;
export default defineConfig({
  test: {
    projects: [
      {
        plugins,
        test: {
          name: "unit",
          include: ["{app,sandbox,scripts,bench,prisma}/**/*.test.{ts,tsx}"],
          exclude: ["**/node_modules/**", "**/*.integration.test.*"],
          setupFiles: strict,
          env: unreachableSettings,
          // What they import has no state that a test could leave behind, and reading it anew for each file was half of their time.
          isolate: false,
          // One is kept free otherwise, of two cores half.
          maxWorkers: availableParallelism(),
          testTimeout: 20 * seconds,
        },
      },
      {
        plugins,
        test: {
          name: "integration",
          // Most of the time is waiting: for processes that each file starts for itself, and for what is tried again. So more than two cores' worth.
          maxWorkers: 3,
          include: INTEGRATION,
          exclude: ["**/node_modules/**"],
          globalSetup: "./tests/support/database-server.ts",
          setupFiles: strict,
          env: unreachableSettings,
          expect: { poll: { timeout: 15 * seconds } },
          testTimeout: 60 * seconds,
          hookTimeout: 120 * seconds,
        },
      },
      ...[EXTENSION].filter((file) => existsSync(file)),
      {
        plugins,
        test: {
          name: "browser",
          include: ["tests/e2e/**/*.test.ts"],
          exclude: ["**/node_modules/**"],
          globalSetup: "./tests/support/browser-stack.ts",
          // Each with a stack of its own, which one file alone need not wait for.
          maxWorkers: Number(process.env.BROWSER_WORKERS ?? 2),
          // A state that is waited for; a busy machine takes its time.
          expect: { poll: { timeout: 15 * seconds } },
          testTimeout: 120 * seconds,
          hookTimeout: 180 * seconds,
        },
      },
      {
        plugins,
        test: {
          name: "chaos",
          include: ["tests/chaos/**/*.test.ts"],
          fileParallelism: false,
          testTimeout: 900 * seconds,
          hookTimeout: 180 * seconds,
        },
      },
    ],
  },
});
