import type { Navigation } from "../navigation";
import type { Day } from "../protocol";
import type { QueuedEvent, QueuedShot } from "./queue";
import type { Scan } from "./scan/scan-book";
import type { QueuedPosition, QueuedShift } from "./shift-queue";
import { meta, type Look, type Store } from "./store";

/** All that the phone holds, as of one moment. */
export type Snapshot = {
  day: Day | null;
  etag: string | null;
  events: QueuedEvent[];
  shots: QueuedShot[];
  looks: Look[];
  needsLink: boolean;
  shift: QueuedShift[];
  position: QueuedPosition | null;
  scans: Scan[];
  /** By what the courier had the way shown last. */
  navigation: Navigation | null;
  /** null: nothing was sent yet. */
  phoneId: string | null;
};
const NOTHING = { day: null, etag: null, needsLink: false, position: null, navigation: null, phoneId: null };
export const EMPTY: Snapshot = { ...NOTHING, events: [], shots: [], looks: [], shift: [], scans: [] };

export async function readSnapshot(store: Store): Promise<Snapshot> {
  const database = await store.database();
  const reading = database.transaction(["days", "events", "shots", "meta"], "readonly");
  const [day, events, shots, looks, needsLink, shift, position, navigation, scans, phoneId] = await Promise.all([
    reading.objectStore("days").get("day"),
    reading.objectStore("events").getAll(),
    reading.objectStore("shots").getAll(),
    reading.objectStore("meta").get("looks"),
    reading.objectStore("meta").get("needsLink"),
    reading.objectStore("meta").get("shift"),
    reading.objectStore("meta").get("position"),
    reading.objectStore("meta").get("navigation"),
    reading.objectStore("meta").get("scans"),
    reading.objectStore("meta").get("phoneId"),
  ]);
  return {
    day: day?.day ?? null,
    etag: day?.etag ?? null,
    events,
    shots,
    looks: (looks as Look[] | undefined) ?? [],
    needsLink: needsLink === true,
    shift: (shift as QueuedShift[] | undefined) ?? [],
    position: (position as QueuedPosition | null | undefined) ?? null,
    scans: (scans as Scan[] | undefined) ?? [],
    navigation: (navigation as Navigation | undefined) ?? null,
    phoneId: (phoneId as string | undefined) ?? null,
  };
}

/** The phone's id, made when it first is asked for; the same in every page. `newId`: a UUID. */
export const phoneIdOf = (store: Store, newId: () => string): Promise<string> =>
  store.write(async (writing) => {
    const known = await meta(writing, "phoneId");
    if (known) return known;
    const made = newId();
    await writing.objectStore("meta").put(made, "phoneId");
    return made;
  });
