import { setTimeout as pause } from "node:timers/promises";

/** Looks until `look` answers something, or until the time is up: null then. The world has its own pace; what is missing is a finding, not an error. */
export async function within<T>(seconds: number, look: () => Promise<T | null>): Promise<T | null> {
  const deadline = performance.now() + seconds * 1000;
  for (;;) {
    const found = await look();
    if (found !== null || performance.now() > deadline) return found;
    await pause(100);
  }
}

/** Cannot be tried in this run: a reason, no failure. */
export class NotPossible extends Error {}

export const spread = (name: string, values: number[]): Record<string, number> => {
  if (values.length === 0) return {};
  const sorted = [...values].sort((a, b) => a - b);
  return { [`${name} (median)`]: sorted[Math.floor((sorted.length - 1) / 2)]!, [`${name} (longest)`]: sorted.at(-1)! };
};
