/** Gives each a turn so many milliseconds after the one before; false, and no turn, for who would have to wait longer than they can. */
export function turns(everyMs: number, now: () => number, pause: (ms: number) => Promise<unknown>) {
  let next = 0;
  return async (patienceMs: number): Promise<boolean> => {
    const at = Math.max(next, now());
    const wait = at - now();
    if (wait > patienceMs) return false;
    next = at + everyMs;
    if (wait > 0) await pause(wait);
    return true;
  };
}
