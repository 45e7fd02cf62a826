import { openDB, type DBSchema, type IDBPDatabase, type IDBPTransaction, type StoreNames } from "idb";
import type { Navigation } from "../navigation";
import type { Day } from "../protocol";
import type { Head } from "./link-shot";
import type { QueuedEvent, QueuedShot } from "./queue";
import type { Scan } from "./scan/scan-book";
import type { QueuedPosition, QueuedShift } from "./shift-queue";
import type { ServerTime } from "./stamp";

/** What a photo looked like, so that the same one isn't taken for another delivery. */
export type Look = { dHash: string; deliveryId: string };

/** The phone's own facts. `head:<yyyy-mm-dd>`: the newest link of that day's chain. */
export type Meta = {
  phoneId: string;
  counter: number;
  serverTime: ServerTime;
  looks: Look[];
  /** The session ended: the courier's link is needed again. */
  needsLink: boolean;
  shift: QueuedShift[];
  position: QueuedPosition | null;
  scans: Scan[];
  navigation: Navigation;
  [head: `head:${string}`]: Head;
};

interface Schema extends DBSchema {
  days: { key: "day"; value: { day: Day; etag: string | null } };
  events: { key: string; value: QueuedEvent };
  shots: { key: string; value: QueuedShot };
  meta: { key: string; value: Meta[keyof Meta] };
}
export type Database = IDBPDatabase<Schema>;
export type Writing = IDBPTransaction<Schema, StoreNames<Schema>[], "readwrite">;

/** One step a version, never changed once it is out: phones go from whichever they have to the newest and keep what they hold. */
const UPGRADES: ((database: Database) => void)[] = [
  (database) => {
    database.createObjectStore("days");
    database.createObjectStore("events", { keyPath: "id" });
    database.createObjectStore("shots", { keyPath: "id" });
    database.createObjectStore("meta");
  },
];

/** Where this phone keeps the work for one shop. */
export class Store {
  #open: Promise<Database> | null = null;
  /** `onClosed`: the browser has closed it, and what it held may be gone: cleared away by somebody, or taken back by the browser. */
  constructor(
    readonly key: string,
    readonly onClosed: () => void = () => undefined,
  ) {}

  /** Opened once; again after a newer page of ours, or the browser, had it closed. */
  database(): Promise<Database> {
    this.#open ??= openDB<Schema>(`courier-${this.key}`, UPGRADES.length, {
      upgrade: (database, from) => UPGRADES.slice(from).forEach((step) => step(database)),
      blocking: (_from, to, event) => {
        (event.target as IDBDatabase).close();
        this.#open = null;
        if (to === null) this.onClosed();
      },
      terminated: () => {
        this.#open = null;
        this.onClosed();
      },
    });
    this.#open.catch(() => (this.#open = null));
    return this.#open;
  }

  /** All or nothing, over all open pages: what is read here nobody else changes before it is written. On the disk when it returns. */
  async write<T>(work: (writing: Writing) => Promise<T>): Promise<T> {
    const database = await this.database();
    const writing = database.transaction(["days", "events", "shots", "meta"], "readwrite", { durability: "strict" });
    try {
      const result = await work(writing as Writing);
      await writing.done;
      return result;
    } catch (error) {
      writing.done.catch(() => undefined); // the same failure once more
      if (writing.error === null) abort(writing as Writing);
      throw error;
    }
  }
}

function abort(writing: Writing): void {
  try {
    writing.abort();
  } catch (error) {
    // InvalidStateError: it has ended by itself.
    if (!(error instanceof DOMException)) throw error;
  }
}

export async function meta<K extends keyof Meta>(source: Writing | Database, key: K): Promise<Meta[K] | undefined> {
  const value = "objectStore" in source ? await source.objectStore("meta").get(key as string) : await source.get("meta", key as string);
  return value as Meta[K] | undefined;
}

export const setMeta = <K extends keyof Meta>(writing: Writing, key: K, value: Meta[K]): Promise<unknown> =>
  writing.objectStore("meta").put(value, key as string);
