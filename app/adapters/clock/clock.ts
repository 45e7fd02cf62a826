import type { Clock } from "~/ports/ports";

export const systemClock: Clock = { now: () => new Date() };

/** Of the process, not of the module: a web process has two bundles (server and pages), and one time. */
const OFFSET = Symbol.for("bimcommerce.clock.offset");
const shared = globalThis as { [OFFSET]?: number };

/** The machine's time moved by an offset of this process, which `followClock` sets: for tests and demos. */
export const movedClock: Clock = { now: () => new Date(Date.now() + (shared[OFFSET] ?? 0)) };

export const moveClock = (offsetMs: number): void => {
  shared[OFFSET] = offsetMs;
};
