import type { TestProject } from "vitest/node";
import { findChromium } from "../../scripts/chromium.ts";
import { inProject } from "../../scripts/root.ts";
import { startStack, type Stack } from "../../scripts/stack.ts";

export type BrowserStack = Pick<Stack, "urls" | "env" | "dataDir">;
declare module "vitest" {
  export interface ProvidedContext {
    /** One for each file that runs at the same time: a shop that others are at work in too would show what a test does not expect. */
    stacks: BrowserStack[];
    /** Path of the browser's program. */
    chromium: string;
  }
}

/** The whole product for each of the workers, once for all browser tests: real processes, own data, free ports. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const chromium = findChromium();
  if (!chromium) throw new Error("No Chromium found: set CHROMIUM_PATH, or run npm test, which looks for one and installs it.");
  const count = Number(project.config.maxWorkers);
  const started = await Promise.allSettled(
    Array.from({ length: count }, (_, at) =>
      startStack({ dataDir: inProject(".data", at ? `test-browser-${at + 1}` : "test-browser"), fresh: true }),
    ),
  );
  const stacks = started.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
  const stopAll = async () => void (await Promise.all(stacks.map((one) => one.stop())));
  const failed = started.find((one) => one.status === "rejected");
  if (failed) {
    await stopAll();
    throw failed.reason;
  }
  project.provide(
    "stacks",
    stacks.map(({ urls, env, dataDir }) => ({ urls, env, dataDir })),
  );
  project.provide("chromium", chromium);
  return stopAll;
}
