import { askAgainMs, retryAfterMs } from "./back-off";
import { isNoRoom } from "../not-kept";
import type { Ended } from "./sync";

export type SyncState = "offline" | "syncing" | "idle" | "needs_link";

/** `full`: the server was heard, and the phone has no room to write down what it said. */
type Came = Ended | "full";

type Parts = {
  run: (refresh: boolean) => Promise<Ended>;
  hasUnsent: () => Promise<boolean>;
  tell: (state: SyncState) => void;
};

/** Decides when to send: at once when something happens, again after a while when nobody was reached. */
export class Sender {
  readonly #parts: Parts;
  #isRunning = false;
  #next: { refresh: boolean } | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #failures = 0;
  #asked = 0;
  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Something happened: a report, the signal came back, the page is looked at again. `refresh`: ask for the day too. */
  wake({ refresh = false, isFresh = false } = {}): void {
    if (isFresh) this.#failures = this.#asked = 0;
    this.#next = { refresh: refresh || this.#next?.refresh === true };
    if (!this.#isRunning) void this.#loop();
  }

  async #loop(): Promise<void> {
    this.#isRunning = true;
    clearTimeout(this.#timer);
    let ended: Came = "refused";
    try {
      while (this.#next) {
        const { refresh } = this.#next;
        this.#next = null;
        this.#parts.tell("syncing");
        ended = await this.#parts.run(refresh);
      }
    } catch (error) {
      if (!isNoRoom(error)) throw error;
      ended = "full";
    } finally {
      this.#isRunning = false;
      // A bug surfaces, and what is queued is tried again all the same.
      await this.#plan(ended);
    }
  }

  async #plan(ended: Came): Promise<void> {
    const isUnheard = ended === "offline" || ended === "refused";
    const hasFailed = isUnheard || ended === "full";
    this.#failures = hasFailed ? this.#failures + 1 : 0;
    this.#asked = ended === "waiting" ? this.#asked + 1 : 0;
    this.#parts.tell(ended === "needs_link" ? "needs_link" : isUnheard ? "offline" : "idle");
    if (hasFailed && (await this.#parts.hasUnsent())) this.#later(retryAfterMs(this.#failures), false);
    else if (ended === "waiting") this.#later(askAgainMs(this.#asked), true);
  }

  #later(ms: number, refresh: boolean): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.wake({ refresh }), ms);
  }
}
