import { Trouble } from "./trouble";

const FAILURES = 5;
const REST_MS = 60_000;
/** A key that is refused is refused again; another key is another server to us. */
const KEY_REST_MS = 600_000;

/** After five failures in a row, or at once where it asks for that, somebody is left alone for a while; then one may try whether they are well again. */
export function breaker(now: () => number) {
  let [failures, restsUntil] = [0, 0];
  const isOpen = () => failures >= FAILURES && now() < restsUntil;
  const rests = (ms: number) => ([failures, restsUntil] = [Math.max(failures, FAILURES), now() + ms]);
  return {
    /** Whether nobody may ask. */
    isOpen,
    /** Whether this one may, and does: after a rest the first, while the others rest on. */
    begins(): boolean {
      if (isOpen()) return false;
      if (failures >= FAILURES) rests(REST_MS);
      return true;
    },
    succeeded(): void {
      failures = 0;
    },
    /** A question that is refused is the question's fault; a key that is, or too many questions, needs no second try. */
    failed(error: unknown): void {
      const kind = error instanceof Trouble ? error.kind : "broken";
      if (kind === "refused") failures = 0;
      else if (kind === "key") rests(KEY_REST_MS);
      else if (kind === "busy") rests((error as Trouble).restMs ?? REST_MS);
      else if (++failures >= FAILURES) rests(REST_MS);
    },
  };
}
export type Breaker = ReturnType<typeof breaker>;
