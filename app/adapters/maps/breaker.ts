const FAILURES = 5;
const REST_MS = 60_000;

/** After five failures in a row somebody is left alone for a minute; then one may try whether they are well again. */
export function breaker(now: () => number) {
  let [failures, restsUntil] = [0, 0];
  return {
    isOpen(): boolean {
      if (failures < FAILURES) return false;
      if (now() < restsUntil) return true;
      // This one tries; the others rest on.
      restsUntil = now() + REST_MS;
      return false;
    },
    succeeded(): void {
      failures = 0;
    },
    failed(): void {
      failures++;
      if (failures >= FAILURES) restsUntil = now() + REST_MS;
    },
  };
}
