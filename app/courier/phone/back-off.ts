/** Nothing waits longer than this, so that sending starts within ten seconds after the signal is back. */
const LONGEST_RETRY_MS = 8_000;
const LONGEST_ASK_MS = 60_000;

/** Milliseconds to the next try after so many that found no network: 2 s, 4 s, 8 s, 8 s, … */
export const retryAfterMs = (failures: number): number => Math.min(2_000 * 2 ** Math.max(0, failures - 1), LONGEST_RETRY_MS);

/** Milliseconds until the day is asked for again, while the server works out what it was told: 0.5 s, 1 s, 2 s, … */
export const askAgainMs = (asked: number): number => Math.min(500 * 2 ** Math.max(0, asked - 1), LONGEST_ASK_MS);
