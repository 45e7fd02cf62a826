import { inject } from "vitest";
import type { BrowserStack } from "../../support/browser-stack.ts";

/** The product that this file has for itself while it runs. */
export function stackHere(): BrowserStack {
  const stacks = inject("stacks");
  return stacks[(Number(process.env.VITEST_POOL_ID ?? 1) - 1) % stacks.length]!;
}

/** Where every picture of a run lies, whichever file took it. */
export const dataOfRun = (): string => inject("stacks")[0]!.dataDir;
