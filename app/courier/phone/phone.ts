import type { Outcome, PhonePosition } from "~/domain/phone-event/event";
import type { ShotRole } from "~/domain/proof/told";
import { dropShot, keepShot, type Processed } from "./keep-shot";
import { lightsOf, overlay, type Lights } from "./overlay";
import { Darkroom } from "./photo/darkroom";
import { kindOf, UnreadablePhoto } from "./photo/kind";
import { CodeReader } from "./scan/code-reader";
import { keepScan, numbersIn } from "./scan/scan-book";
import { isOpenEvent, type QueuedShot } from "./queue";
import { record, type Moment, type Reported } from "./record";
import type { MoneyDraft, ScanPlace } from "../phone-port";
import { isForgotten, rescue } from "./rescue";
import { withSameStops } from "./same-stops";
import { takePageDay } from "./settle";
import { keepPosition, recordShift, withShift, type ToldShift } from "./shift-queue";
import { ShiftWatch } from "./shift-watch";
import { sha256 } from "./sha256";
import { Sender, type SyncState } from "./sender";
import { EMPTY, readSnapshot, type Snapshot } from "./snapshot";
import type { Anchor, ServerTime } from "./stamp";
import { setMeta, Store } from "./store";
import { Sync } from "./sync";
import { photosToSend } from "./next-step";
import { isStorageLow, keepStorage, NO_WARNINGS, watchBattery, type Warnings } from "./warnings";
import { Wire } from "./wire";
import type { Navigation } from "../navigation";
import { isNoRoom } from "../not-kept";
import type { Day } from "../protocol";

export type View = Omit<Snapshot, "etag" | "looks" | "scans" | "phoneId"> & {
  /** false: not read from the phone yet. */
  isOpen: boolean;
  /** It can't be read: this browser keeps nothing for us. */
  isShut: boolean;
  /** The server's day with what the courier has done since. */
  day: Day | null;
  sync: SyncState;
  warnings: Warnings;
  /** A newer version is here and nothing is under way: it may be loaded. */
  isNewVersionReady: boolean;
};
type Signed = { blob: Blob; width: number; height: number };
export type TakenPhoto = { shot: QueuedShot; doubts: string[]; previewUrl: string };
type WithoutPosition<T> = T extends unknown ? Omit<T, "position"> : never;
export type ToRecord = WithoutPosition<Reported>;
const isOfMoney = (reported: ToRecord): reported is MoneyDraft => !("deliveryId" in reported);
export type { Lights, Outcome };

/** The phone's program for one shop: what it holds, what it is told, what it sends. Pages read `view` and are told of every change. */
export class Phone {
  readonly #store: Store;
  readonly #sender: Sender;
  readonly #darkroom: Darkroom;
  readonly #reader: CodeReader;
  readonly #watch = new ShiftWatch({
    tell: (shiftId, position) => void this.#tellPosition(shiftId, position),
    miss: (location) => this.#warn({ location }),
  });
  readonly #channel: BroadcastChannel;
  readonly #inPage: Day | null;
  readonly #listeners = new Set<() => void>();
  /** What it began with: what the server's page shows, whatever has become of it until a script takes that over. */
  readonly atFirst: View;
  #anchor: Anchor | null = null;
  #network = new AbortController();
  #snapshot: Snapshot = EMPTY;
  #reading: Promise<void> | null = null;
  #isStale = false;
  /** The last thing to be written found no room. Browsers that keep to themselves how much there is say it only so. */
  #isFull = false;
  #waiting: ServiceWorker | null = null;
  #view: View = { ...EMPTY, isOpen: false, isShut: false, sync: "idle", warnings: NO_WARNINGS, isNewVersionReady: false };

  /** `day`: what the server put into the page; null: the page is the phone's own. */
  constructor(key: string, { workerUrl, scanUrl, day }: { workerUrl: string; scanUrl: string; day: Day | null }) {
    this.#reader = new CodeReader(scanUrl);
    this.#inPage = day;
    this.#view = this.atFirst = { ...this.#view, day };
    this.#store = new Store(key, () => void this.#read());
    this.#darkroom = new Darkroom(workerUrl);
    this.#channel = new BroadcastChannel(`courier-${key}`);
    const sync = new Sync({
      store: this.#store,
      wire: new Wire(`/courier/${key}`, () => this.#network.signal),
      newId: () => crypto.randomUUID(),
      deviceMs: () => Date.now(),
      onServerTime: (time) => this.#hear(time),
      onChange: () => this.#changed(),
    });
    this.#sender = new Sender({
      run: (refresh) => sync.run(refresh),
      hasUnsent: async () => hasUnsent(await readSnapshot(this.#store)),
      tell: (state) => this.#show({ sync: state }),
    });
  }

  /** Reads what is there and begins to send. false: nothing can be kept here, and the pages stay the server's. */
  async start(): Promise<boolean> {
    if (!(await this.#canOpen())) return false;
    this.#channel.onmessage = () => void this.#read();
    addEventListener("online", () => this.#signalIsBack());
    addEventListener("offline", () => this.#show({ sync: "offline" }));
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "visible") this.#sender.wake({ refresh: true, isFresh: true });
    });
    if (this.#inPage) await takePageDay(this.#store, this.#inPage).catch(this.#unlessFull);
    await this.#read();
    this.#sender.wake({ refresh: true });
    void watchBattery((battery) => this.#warn({ battery }));
    void keepStorage().then(() => this.#lookAtStorage());
    return true;
  }

  async #canOpen(): Promise<boolean> {
    try {
      await this.#store.database();
      return true;
    } catch (error) {
      if (!(error instanceof DOMException)) throw error;
      this.#show({ isShut: true });
      return false;
    }
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };
  get view(): View {
    return this.#view;
  }

  lights(deliveryId: string): Lights {
    return lightsOf(deliveryId, this.#snapshot.events, this.#snapshot.shots);
  }

  /** Photos taken for a delivery that no report has taken along yet: also after the page was killed. */
  drafts(deliveryId: string): QueuedShot[] {
    const { day, shots } = this.#snapshot;
    return shots
      .filter(
        (one) => one.deliveryId === deliveryId && one.state === "draft" && one.courierId === day?.courier.id && one.role !== "signature",
      )
      .sort((a, b) => a.takenAt - b.takenAt);
  }

  /** Written down on the phone when it resolves; sending is its own affair. Throws where the phone can't write (full). */
  async record(reported: ToRecord, position: PhonePosition | null = null): Promise<void> {
    await this.#written(record(this.#store, isOfMoney(reported) ? reported : { ...reported, position }, this.#moment()));
    const shiftId = this.#seenIn;
    if (shiftId && position) await keepPosition(this.#store, { shiftId, position }, this.#moment()).catch(this.#unlessFull);
    this.#changed();
    await this.#read();
    this.#sender.wake({ isFresh: true });
    void askForBackground();
  }

  /** Begins (`shiftId`: null), pauses, goes on with or ends the courier's shift: on the phone when it resolves. */
  async tellShift({ shiftId, ...told }: Omit<ToldShift, "shiftId"> & { shiftId: string | null }): Promise<void> {
    await this.#written(recordShift(this.#store, { ...told, shiftId: shiftId ?? crypto.randomUUID() }, this.#moment()));
    this.#changed();
    await this.#read();
    this.#sender.wake({ isFresh: true });
    void askForBackground();
  }

  /** Shrinks, hashes, chains and keeps a photo. `previewUrl` is the page's to revoke. Throws UnreadablePhoto. */
  async takePhoto(file: Blob, { deliveryId }: { deliveryId: string }): Promise<TakenPhoto> {
    const at = new Date();
    const kind = await kindOf(file);
    if (kind === null) throw new UnreadablePhoto("format");
    const processed = await this.#darkroom.process({ file, deliveryId, looks: this.#snapshot.looks });
    // Still what the camera made: this phone could not draw it anew, and the server can't read it.
    if (kind === "heic" && processed.dHash === null) throw new UnreadablePhoto("heic");
    return this.#keep(processed, { deliveryId, at, role: "photo" });
  }

  /** A signature is kept as it was drawn: nothing in it can be too dark or the same as before. */
  async keepSignature(signed: Signed, { deliveryId }: { deliveryId: string }): Promise<TakenPhoto> {
    const processed = { ...signed, sha256: await sha256(await signed.blob.arrayBuffer()), thumbnail: null, dHash: null, doubts: [] };
    return this.#keep(processed, { deliveryId, at: new Date(), role: "signature" });
  }

  async #keep(processed: Processed, of: { deliveryId: string; at: Date; role: ShotRole }): Promise<TakenPhoto> {
    const id = crypto.randomUUID();
    const shot = await this.#written(keepShot(this.#store, { id, courierId: this.#courierId(), ...of, processed }));
    this.#changed();
    await this.#read();
    return { shot, doubts: processed.doubts, previewUrl: URL.createObjectURL(processed.blob) };
  }

  async dropPhoto(id: string): Promise<void> {
    await dropShot(this.#store, id);
    this.#changed();
    await this.#read();
  }

  /** What a code in the camera's picture says; null: there is none. */
  readCode(video: HTMLVideoElement): Promise<string | null> {
    return this.#reader.read(video);
  }

  /** Which of a delivery's parcels this courier has scanned since it was last reported of. */
  scanned(deliveryId: string, where: ScanPlace): number[] {
    const courierId = this.#snapshot.day?.courier.id ?? "";
    return numbersIn(this.#snapshot.scans, { courierId, deliveryId, where });
  }

  async noteScan(scan: { deliveryId: string; number: number; where: ScanPlace }): Promise<void> {
    await this.#written(keepScan(this.#store, { courierId: this.#courierId(), ...scan }));
    this.#changed();
    await this.#read();
  }

  /** Shown first from now on, on every page of this phone. */
  async takeWay(way: Navigation): Promise<void> {
    if (way === this.#snapshot.navigation) return;
    await this.#store.write((writing) => setMeta(writing, "navigation", way)).catch(this.#unlessFull);
    this.#changed();
  }

  refresh(): void {
    this.#sender.wake({ refresh: true, isFresh: true });
  }

  /** The service worker could not be set up: what is open works, but without signal it can't be opened anew. */
  missColdStart(): void {
    this.#warn({ coldStart: true });
  }

  /** A newer version of this program waits to take over. */
  offerVersion(waiting: ServiceWorker): void {
    this.#waiting = waiting;
    this.#show({});
  }
  loadNewVersion(): void {
    this.#waiting?.postMessage("take over");
  }

  /** The shift in which the courier agreed to be seen, while it is on. */
  get #seenIn(): string | null {
    const shift = this.#view.day?.shift;
    return shift?.state === "on" && shift.sharesPosition ? shift.id : null;
  }

  async #tellPosition(shiftId: string, position: PhonePosition): Promise<void> {
    await keepPosition(this.#store, { shiftId, position }, this.#moment()).catch(this.#unlessFull);
    this.#changed();
    this.#sender.wake();
  }

  #moment(): Moment {
    const clocks = { deviceMs: Date.now(), monotonicMs: performance.now() };
    return { id: crypto.randomUUID(), courierId: this.#courierId(), clocks, anchor: this.#anchor };
  }

  #courierId(): string {
    const id = (this.#snapshot.day ?? this.#inPage)?.courier.id;
    if (id === undefined) throw new Error("This phone has no day yet: it does not know whose it is");
    return id;
  }

  /** What could not be written for want of room is said, and thrown: it did not happen. */
  async #written<T>(writing: Promise<T>): Promise<T> {
    try {
      const written = await writing;
      this.#isFull = false;
      return written;
    } catch (error) {
      this.#isFull ||= isNoRoom(error);
      throw error;
    } finally {
      await this.#lookAtStorage();
    }
  }

  /** What the phone can do without is left out where there is no room for it; that there is none is said. */
  readonly #unlessFull = async (error: unknown): Promise<void> => {
    if (!isNoRoom(error)) throw error;
    this.#isFull = true;
    await this.#lookAtStorage();
  };

  async #lookAtStorage(): Promise<void> {
    this.#warn({ storage: this.#isFull || (await isStorageLow()) });
  }

  #signalIsBack(): void {
    this.#network.abort();
    this.#network = new AbortController();
    this.#sender.wake({ refresh: true, isFresh: true });
  }

  #hear(time: ServerTime): void {
    this.#anchor = { ...time, monotonicMs: performance.now() };
  }

  #changed(): void {
    this.#channel.postMessage("changed");
    void this.#read();
  }

  /** One reading at a time; what changes meanwhile is read after it. */
  async #read(): Promise<void> {
    this.#isStale = true;
    this.#reading ??= this.#readAll().finally(() => (this.#reading = null));
    await this.#reading;
  }
  async #readAll(): Promise<void> {
    while (this.#isStale) {
      this.#isStale = false;
      const held = await this.#found(await readSnapshot(this.#store));
      this.#snapshot = { ...held, day: withSameStops(this.#snapshot.day ?? this.#inPage, held.day) };
      this.#show({ isOpen: true });
    }
  }

  async #found(snapshot: Snapshot): Promise<Snapshot> {
    if (!isForgotten(this.#snapshot, snapshot)) return snapshot;
    this.#warn({ forgotten: true });
    await rescue(this.#store, this.#snapshot);
    return readSnapshot(this.#store);
  }

  #warn(warnings: Partial<Warnings>): void {
    this.#show({ warnings: { ...this.#view.warnings, ...warnings } });
  }

  #show(change: Partial<Pick<View, "isOpen" | "isShut" | "sync" | "warnings">>): void {
    const { day: kept, etag: _etag, looks: _looks, phoneId: _phoneId, ...held } = this.#snapshot;
    const { events, shots, needsLink, shift } = held;
    const day = kept ?? this.#inPage;
    const isNewVersionReady = this.#waiting !== null && !hasUnsent(this.#snapshot) && !shots.some(({ state }) => state === "draft");
    const sync = needsLink ? "needs_link" : (change.sync ?? this.#view.sync);
    const seen = day && withShift(overlay(day, events), shift);
    this.#view = { ...this.#view, ...change, ...held, sync, isNewVersionReady, day: seen };
    this.#watch.follow(this.#view.isOpen ? this.#seenIn : null);
    for (const listener of this.#listeners) listener();
  }
}

const hasUnsent = ({ events, shots, shift, position }: Snapshot): boolean =>
  events.some(isOpenEvent) || photosToSend(events, shots).length > 0 || shift.length > 0 || position !== null;

type WithBackgroundSync = ServiceWorkerRegistration & { sync?: { register: (tag: string) => Promise<void> } };

/** Where the browser can, it wakes the service worker when the signal is back, also with the page closed. */
async function askForBackground(): Promise<void> {
  const registration = (await navigator.serviceWorker?.getRegistration()) as WithBackgroundSync | undefined;
  // NotAllowedError: the courier, or this browser, does not want it; the page sends by itself.
  await registration?.sync?.register("courier").catch(() => undefined);
}
