import { isNoRoom } from "../not-kept";
import type { Day } from "../protocol";
import { isForgotten, rescue } from "./rescue";
import { withSameStops } from "./same-stops";
import { EMPTY, readSnapshot, type Snapshot } from "./snapshot";
import { Store } from "./store";
import { isStorageLow, type Warnings } from "./warnings";

type Told = { onRead: () => void; warn: (lacks: Partial<Warnings>) => void };

/** What the phone keeps for one shop: read whole whenever this page or another has changed something. Says what it could not keep. */
export class Memory {
  readonly store: Store;
  /** As of the last reading. */
  held: Snapshot = EMPTY;
  readonly #channel: BroadcastChannel;
  readonly #inPage: Day | null;
  readonly #told: Told;
  #reading: Promise<void> | null = null;
  #isStale = false;
  /** The last thing to be written found no room. Browsers that keep to themselves how much there is say it only so. */
  #isFull = false;

  /** `inPage`: the day that the server put into the page. */
  constructor(key: string, inPage: Day | null, told: Told) {
    this.store = new Store(key, () => void this.read());
    this.#channel = new BroadcastChannel(`courier-${key}`);
    this.#inPage = inPage;
    this.#told = told;
  }

  /** false: this browser keeps nothing for us. Afterwards what other pages write is heard. */
  async open(): Promise<boolean> {
    try {
      await this.store.database();
    } catch (error) {
      if (!(error instanceof DOMException)) throw error;
      return false;
    }
    this.#channel.onmessage = () => void this.read();
    return true;
  }

  /** Written down and seen by every page when it resolves. Throws where there is no room (`isNoRoom`): then it did not happen. */
  async keep<T>(writing: Promise<T>): Promise<T> {
    const written = await this.written(writing);
    await this.share();
    return written;
  }

  /** The same, for what is shared with the next thing. */
  async written<T>(writing: Promise<T>): Promise<T> {
    try {
      const written = await writing;
      this.#isFull = false;
      return written;
    } catch (error) {
      this.#isFull ||= isNoRoom(error);
      throw error;
    } finally {
      // Nobody waits for it: browsers take their time to reckon that up.
      void this.lookAtRoom();
    }
  }

  /** What the phone can do without is left out where there is no room for it; that there is none is said. */
  readonly unlessFull = (error: unknown): void => {
    if (!isNoRoom(error)) throw error;
    this.#isFull = true;
    void this.lookAtRoom();
  };

  async lookAtRoom(): Promise<void> {
    this.#told.warn({ storage: this.#isFull || (await isStorageLow()) });
  }

  /** Something has changed: this page and the others read it. */
  share(): Promise<void> {
    this.#channel.postMessage("changed");
    return this.read();
  }

  /** One reading at a time; what changes meanwhile is read after it. */
  async read(): Promise<void> {
    this.#isStale = true;
    this.#reading ??= this.#readAll().finally(() => (this.#reading = null));
    await this.#reading;
  }
  async #readAll(): Promise<void> {
    while (this.#isStale) {
      this.#isStale = false;
      const found = await this.#found(await readSnapshot(this.store));
      this.held = { ...found, day: withSameStops(this.held.day ?? this.#inPage, found.day) };
      this.#told.onRead();
    }
  }

  async #found(snapshot: Snapshot): Promise<Snapshot> {
    if (!isForgotten(this.held, snapshot)) return snapshot;
    this.#told.warn({ forgotten: true });
    await rescue(this.store, this.held);
    return readSnapshot(this.store);
  }
}
