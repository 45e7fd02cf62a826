import { setTimeout as pause } from "node:timers/promises";
import type { Log } from "~/ports/ports";
import { acknowledge, changesOf } from "./changes";
import { moveClock } from "./clock";

const AGAIN_MS = 200;
type Follow = { url: string; name: string; log: Log; withinMs?: number };

/**
 * Follows the clock at `url` from now on: each change is shown by this process's `movedClock` before it is acknowledged there. Resolves when
 * the first offset is known, so that nothing is served before; rejects when that takes longer than `withinMs`. While the connection is
 * broken, the last offset stays.
 */
export async function followClock({ url, name, log, withinMs = 60_000 }: Follow): Promise<{ stop(): void }> {
  const stopped = new AbortController();
  const { signal } = stopped;
  let lost = "";

  async function follow(isKnown: () => void): Promise<void> {
    for await (const change of changesOf(url, name, signal)) {
      moveClock(change.offsetMs);
      await acknowledge(url, change, signal);
      log.info("clock.moved", { offsetMs: change.offsetMs });
      lost = "";
      isKnown();
    }
  }

  async function followAlways(isKnown: () => void): Promise<void> {
    while (!signal.aborted) {
      await follow(isKnown).catch(async (error: unknown) => {
        if (signal.aborted) return;
        if (lost === "") log.warn("clock.lost", { url, error: String(error) });
        lost = String(error);
        await pause(AGAIN_MS, undefined, { signal }).catch(() => undefined); // stopped meanwhile
      });
    }
  }

  const known = new Promise<void>((resolve, reject) => {
    const limit = setTimeout(() => reject(new Error(`the clock at ${url} was not reached within ${withinMs / 1000} s: ${lost}`)), withinMs);
    void followAlways(() => {
      clearTimeout(limit);
      resolve();
    });
  });
  await known.catch((error: unknown) => {
    stopped.abort();
    throw error;
  });
  return { stop: () => stopped.abort() };
}
