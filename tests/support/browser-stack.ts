import type { TestProject } from "vitest/node";
import { findChromium } from "../../scripts/chromium.ts";
import { inProject } from "../../scripts/root.ts";
import { startStack, type Stack } from "../../scripts/stack.ts";

declare module "vitest" {
  export interface ProvidedContext {
    stack: Pick<Stack, "urls" | "env" | "dataDir">;
    /** Path of the browser's program. */
    chromium: string;
  }
}

/** The whole product once for all browser tests: real processes, own data, free ports. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const chromium = findChromium();
  if (!chromium) throw new Error("No Chromium found: set CHROMIUM_PATH, or run npm test, which looks for one and installs it.");
  const { urls, env, dataDir, stop } = await startStack({ dataDir: inProject(".data", "test-browser"), fresh: true });
  project.provide("stack", { urls, env, dataDir });
  project.provide("chromium", chromium);
  return stop;
}
