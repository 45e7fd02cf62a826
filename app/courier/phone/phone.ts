import type { Outcome, PhonePosition } from "~/domain/phone-event/event";
import type { ShotRole } from "~/domain/proof/told";
import { dropShot, keepShot, type Processed } from "./keep-shot";
import { lightsOf, type Lights } from "./overlay";
import { Darkroom } from "./photo/darkroom";
import { kindOf, UnreadablePhoto } from "./photo/kind";
import { CodeReader } from "./scan/code-reader";
import { keepScan, numbersIn } from "./scan/scan-book";
import { type QueuedShot } from "./queue";
import { record, type Moment, type Reported } from "./record";
import type { MoneyDraft, ScanPlace } from "../phone-port";
import { takePageDay } from "./settle";
import { keepPosition, recordShift, type ToldShift } from "./shift-queue";
import { ShiftWatch } from "./shift-watch";
import { sha256 } from "./sha256";
import { Sender } from "./sender";
import { readSnapshot } from "./snapshot";
import type { Anchor, ServerTime } from "./stamp";
import { setMeta } from "./store";
import { Sync } from "./sync";
import { keepStorage, watchBattery, type Warnings } from "./warnings";
import { Wire } from "./wire";
import type { Navigation } from "../navigation";
import type { Day } from "../protocol";
import { askForBackground } from "./background";
import { Memory } from "./memory";
import { firstView, hasUnsent, viewOf, type Condition, type View } from "./view";

type Signed = { blob: Blob; width: number; height: number };
export type TakenPhoto = { shot: QueuedShot; doubts: string[]; previewUrl: string };
type WithoutPosition<T> = T extends unknown ? Omit<T, "position"> : never;
export type ToRecord = WithoutPosition<Reported>;
const isOfMoney = (reported: ToRecord): reported is MoneyDraft => !("deliveryId" in reported);
export type { Lights, Outcome };

/** The phone's program for one shop: what it holds, what it is told, what it sends. Pages read `view` and are told of every change. */
export class Phone {
  readonly #memory: Memory;
  readonly #sender: Sender;
  readonly #darkroom: Darkroom;
  readonly #reader: CodeReader;
  readonly #watch = new ShiftWatch({
    tell: (shiftId, position) => void this.#tellPosition(shiftId, position),
    miss: (location) => this.#warn({ location }),
  });
  readonly #inPage: Day | null;
  readonly #listeners = new Set<() => void>();
  /** What it began with: what the server's page shows, whatever has become of it until a script takes that over. */
  readonly atFirst: View;
  #anchor: Anchor | null = null;
  #network = new AbortController();
  #waiting: ServiceWorker | null = null;
  #view: View;

  /** `day`: what the server put into the page; null: the page is the phone's own. */
  constructor(key: string, { workerUrl, scanUrl, day }: { workerUrl: string; scanUrl: string; day: Day | null }) {
    this.#reader = new CodeReader(scanUrl);
    this.#inPage = day;
    this.#view = this.atFirst = firstView(day);
    this.#memory = new Memory(key, day, { onRead: () => this.#show({ isOpen: true }), warn: (lacks) => this.#warn(lacks) });
    this.#darkroom = new Darkroom(workerUrl);
    const { store } = this.#memory;
    const sync = new Sync({
      store,
      wire: new Wire(`/courier/${key}`, () => this.#network.signal),
      newId: () => crypto.randomUUID(),
      deviceMs: () => Date.now(),
      onServerTime: (time) => this.#hear(time),
      onChange: () => void this.#memory.share(),
    });
    this.#sender = new Sender({
      run: (refresh) => sync.run(refresh),
      hasUnsent: async () => hasUnsent(await readSnapshot(store)),
      tell: (state) => this.#show({ sync: state }),
    });
  }

  /** Reads what is there and begins to send. false: nothing can be kept here, and the pages stay the server's. */
  async start(): Promise<boolean> {
    if (!(await this.#memory.open())) {
      this.#show({ isShut: true });
      return false;
    }
    addEventListener("online", () => this.#signalIsBack());
    addEventListener("offline", () => this.#show({ sync: "offline" }));
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "visible") this.#sender.wake({ refresh: true, isFresh: true });
    });
    if (this.#inPage) await takePageDay(this.#memory.store, this.#inPage).catch(this.#memory.unlessFull);
    await this.#memory.read();
    this.#sender.wake({ refresh: true });
    void watchBattery((battery) => this.#warn({ battery }));
    void keepStorage().then(() => this.#memory.lookAtRoom());
    return true;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };
  get view(): View {
    return this.#view;
  }

  lights(deliveryId: string): Lights {
    return lightsOf(deliveryId, this.#memory.held.events, this.#memory.held.shots);
  }

  /** Photos taken for a delivery that no report has taken along yet: also after the page was killed. */
  drafts(deliveryId: string): QueuedShot[] {
    const { day, shots } = this.#memory.held;
    return shots
      .filter(
        (one) => one.deliveryId === deliveryId && one.state === "draft" && one.courierId === day?.courier.id && one.role !== "signature",
      )
      .sort((a, b) => a.takenAt - b.takenAt);
  }

  /** Written down on the phone when it resolves; sending is its own affair. Throws where the phone can't write (full). */
  async record(reported: ToRecord, position: PhonePosition | null = null): Promise<void> {
    await this.#memory.written(record(this.#memory.store, isOfMoney(reported) ? reported : { ...reported, position }, this.#moment()));
    const shiftId = this.#seenIn;
    if (shiftId && position) await this.#keepPosition(shiftId, position);
    await this.#memory.share();
    this.#send();
  }

  /** Begins (`shiftId`: null), pauses, goes on with or ends the courier's shift: on the phone when it resolves. */
  async tellShift({ shiftId, ...told }: Omit<ToldShift, "shiftId"> & { shiftId: string | null }): Promise<void> {
    const id = shiftId ?? crypto.randomUUID();
    await this.#memory.keep(recordShift(this.#memory.store, { ...told, shiftId: id }, this.#moment()));
    this.#send();
  }

  /** Shrinks, hashes, chains and keeps a photo. `previewUrl` is the page's to revoke. Throws UnreadablePhoto. */
  async takePhoto(file: Blob, { deliveryId }: { deliveryId: string }): Promise<TakenPhoto> {
    const at = new Date();
    const kind = await kindOf(file);
    if (kind === null) throw new UnreadablePhoto("format");
    const processed = await this.#darkroom.process({ file, deliveryId, looks: this.#memory.held.looks });
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
    const shot = await this.#memory.keep(keepShot(this.#memory.store, { id, courierId: this.#courierId(), ...of, processed }));
    return { shot, doubts: processed.doubts, previewUrl: URL.createObjectURL(processed.blob) };
  }

  async dropPhoto(id: string): Promise<void> {
    await this.#memory.keep(dropShot(this.#memory.store, id));
  }

  /** What a code in the camera's picture says; null: there is none. */
  readCode(video: HTMLVideoElement): Promise<string | null> {
    return this.#reader.read(video);
  }

  /** Which of a delivery's parcels this courier has scanned since it was last reported of. */
  scanned(deliveryId: string, where: ScanPlace): number[] {
    const courierId = this.#memory.held.day?.courier.id ?? "";
    return numbersIn(this.#memory.held.scans, { courierId, deliveryId, where });
  }

  async noteScan(scan: { deliveryId: string; number: number; where: ScanPlace }): Promise<void> {
    await this.#memory.keep(keepScan(this.#memory.store, { courierId: this.#courierId(), ...scan }));
  }

  /** Shown first from now on, on every page of this phone. */
  async takeWay(way: Navigation): Promise<void> {
    if (way === this.#memory.held.navigation) return;
    await this.#memory.store.write((writing) => setMeta(writing, "navigation", way)).catch(this.#memory.unlessFull);
    await this.#memory.share();
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
    await this.#keepPosition(shiftId, position);
    void this.#memory.share();
    this.#sender.wake();
  }

  #moment(): Moment {
    const clocks = { deviceMs: Date.now(), monotonicMs: performance.now() };
    return { id: crypto.randomUUID(), courierId: this.#courierId(), clocks, anchor: this.#anchor };
  }

  #courierId(): string {
    const id = (this.#memory.held.day ?? this.#inPage)?.courier.id;
    if (id === undefined) throw new Error("This phone has no day yet: it does not know whose it is");
    return id;
  }

  #keepPosition(shiftId: string, position: PhonePosition): Promise<void> {
    return keepPosition(this.#memory.store, { shiftId, position }, this.#moment()).catch(this.#memory.unlessFull);
  }

  /** What was just written down; and where the browser can, also with the page closed. */
  #send(): void {
    this.#sender.wake({ isFresh: true });
    void askForBackground();
  }

  #signalIsBack(): void {
    this.#network.abort();
    this.#network = new AbortController();
    this.#sender.wake({ refresh: true, isFresh: true });
  }

  #hear(time: ServerTime): void {
    this.#anchor = { ...time, monotonicMs: performance.now() };
  }

  #warn(warnings: Partial<Warnings>): void {
    this.#show({ warnings: { ...this.#view.warnings, ...warnings } });
  }

  #show(change: Partial<Condition>): void {
    const { isOpen, isShut, sync, warnings } = this.#view;
    const around = { inPage: this.#inPage, hasNewVersion: this.#waiting !== null };
    this.#view = viewOf(this.#memory.held, { isOpen, isShut, sync, warnings, ...change }, around);
    this.#watch.follow(this.#view.isOpen ? this.#seenIn : null);
    for (const listener of this.#listeners) listener();
  }
}
