/** `refused`: this question, another may be answered; `key`: it wants another key; `busy`: it was asked too much; `broken`: all else. */
export type TroubleKind = "refused" | "key" | "busy" | "broken";

/** What a server of a merchant's answered instead. `restMs`: how long it wants to be left alone, where it says so. */
export class Trouble extends Error {
  override readonly name = "Trouble";
  constructor(
    readonly kind: TroubleKind,
    readonly what: string,
    readonly restMs: number | null = null,
  ) {
    super(`answered ${what}`);
  }
}

const LEAST_REST_MS = 1_000;
const MOST_REST_MS = 600_000;

const KINDS: Partial<Record<number, TroubleKind>> = { 401: "key", 403: "key", 408: "broken", 429: "busy" };

/** An answer that is no 200. `retryAfter`: its header of that name; seconds are heeded, dates are not. */
export function troubleOf(status: number, retryAfter: string | undefined): Trouble {
  const kind = KINDS[status] ?? (status >= 400 && status < 500 ? "refused" : "broken");
  const seconds = kind === "busy" && /^\d{1,6}$/.test(retryAfter ?? "") ? Number(retryAfter) : null;
  return new Trouble(kind, String(status), seconds === null ? null : Math.min(MOST_REST_MS, Math.max(LEAST_REST_MS, seconds * 1000)));
}

/** What of an error may be logged: its message may hold the question, and with it the address or the key. */
export const inShort = (error: unknown): string =>
  error instanceof Trouble ? `${error.kind} ${error.what}` : error instanceof Error ? error.name : "unknown";
