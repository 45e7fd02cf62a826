import { PART_BYTES, type Batch } from "~/domain/phone-event/event";
import { isNoRoom } from "../not-kept";
import type { Day } from "../protocol";
import { nextStep, type Step } from "./next-step";
import type { QueuedShot } from "./queue";
import { settleShift, takeShiftReceipts } from "./shift-queue";
import { dropForgotten, queueAgain, takeDay, takeOffset, takeReceipts, takeSessionEnd, takeSpoilt } from "./settle";
import { phoneIdOf, readSnapshot, type Snapshot } from "./snapshot";
import type { ServerTime } from "./stamp";
import type { Store } from "./store";
import type { Trouble, Wire } from "./wire";

/** How a run ended. `waiting`: all is sent that can be; the server is working it out. */
export type Ended = "idle" | "waiting" | "offline" | "needs_link" | "refused";

/** After as many answers that it doesn't know a photo, the server is told of its event once more. */
const MOST_UNKNOWN = 3;
/** While photos are sent and an event waits for its answer, the day is asked for as often. */
const DAY_EVERY_MS = 3_000;
/** After as many pieces that brought a photo no further, it rests until the next run. */
const MOST_STUCK = 3;

type Parts = {
  store: Store;
  wire: Wire;
  newId: () => string;
  deviceMs: () => number;
  /** The server has told its time. */
  onServerTime: (time: ServerTime) => void;
  /** Something of what the phone holds has changed. */
  onChange: () => void;
};

/** Sends what the phone holds. One at a time over all pages of a shop; page and service worker run the same. */
export class Sync {
  readonly #parts: Parts;
  /** Whose session this is, as the server said since this program started. */
  #courierId: string | null = null;
  /** When the server last answered with the day, by the phone's clock. */
  #askedAtMs = -Infinity;
  /** How often the server did not know a photo yet. */
  readonly #unknown = new Map<string, number>();
  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** `refresh`: ask for the day, after what is to be sent, even when nothing is awaited. */
  async run(refresh: boolean): Promise<Ended> {
    const name = `courier-sync-${this.#parts.store.key}`;
    return await navigator.locks.request(name, () => this.#run(refresh));
  }

  async #run(refresh: boolean): Promise<Ended> {
    await dropForgotten(this.#parts.store, this.#parts.deviceMs());
    // Before anything is sent: whose session is it?
    let isFresh = this.#courierId === null;
    let trouble = isFresh ? await this.#askDay() : null;
    const awaited = new Set<string>();
    while (trouble === null) {
      const { day, events, shots, shift, position } = await readSnapshot(this.#parts.store);
      // Another page of ours may have got another courier's session meanwhile.
      if (day) this.#courierId = day.courier.id;
      const isDayDue = Math.abs(this.#parts.deviceMs() - this.#askedAtMs) >= DAY_EVERY_MS;
      const courierId = this.#courierId!;
      const told = shiftOf({ shift, position }, courierId);
      const step = nextStep({
        ...{ courierId, events, shots, awaited, isDayDue },
        shift: {
          isToSend: told.shift.length > 0 || told.position !== null,
          isSent: shift.some((one) => one.isSent && isOf(courierId, one)),
        },
      });
      if (step.kind === "nothing" && (isFresh || !refresh)) return awaited.size > 0 ? "waiting" : "idle";
      if (step.kind === "data" && isFresh) return "waiting";
      isFresh = step.kind === "data" || step.kind === "nothing";
      trouble = await this.#take(step, awaited);
      this.#parts.onChange();
    }
    if (trouble.kind === "session_ended") {
      this.#courierId = null;
      await takeSessionEnd(this.#parts.store);
    }
    this.#parts.onChange();
    return trouble.kind === "session_ended" ? "needs_link" : trouble.kind;
  }

  async #take(step: Step, awaited: Set<string>): Promise<Trouble | null> {
    switch (step.kind) {
      case "events":
        return this.#sendEvents(step);
      case "photo":
        return this.#sendPhoto(step.shot, awaited);
      case "data":
      case "nothing":
        return this.#askDay();
    }
  }

  async #sendEvents({ events, dropped }: Extract<Step, { kind: "events" }>): Promise<Trouble | null> {
    const { store, wire, newId, onServerTime } = this.#parts;
    const phoneId = await phoneIdOf(store, newId);
    const told = shiftOf(await readSnapshot(store), this.#courierId!);
    const batch = { phoneId, events: events.map(({ event }) => event), dropped: dropped.map(({ shot }) => shot), ...told };
    const answer = await wire.sendEvents(batch);
    if (answer.kind !== "ok") return answer;
    const serverTime = this.#serverTime(answer.value.serverAt);
    onServerTime(serverTime);
    await takeReceipts(store, answer.value, { serverTime, told: dropped.map(({ id }) => id) });
    await takeShiftReceipts(store, answer.value, told.position);
    // An answer that says nothing of what was asked is none.
    const answered = new Set(answer.value.receipts.map(({ id }) => id));
    const asked = [...events, ...told.shift];
    return asked.length === 0 || asked.some(({ id }) => answered.has(id)) ? null : { kind: "offline" };
  }

  async #askDay(): Promise<Trouble | null> {
    const { store, wire, deviceMs, onServerTime } = this.#parts;
    const { day: known, etag } = await readSnapshot(store);
    const answer = await wire.fetchDay(known ? etag : null);
    if (answer.kind !== "ok") return answer;
    const { serverAt } = answer.value;
    const serverTime = serverAt === null ? null : this.#serverTime(serverAt);
    if (serverTime) onServerTime(serverTime);
    // The day may be the same and an event newly sent all the same: one that the server had long answered.
    const { day, etag: newEtag } = answer.value.day ? answer.value : { day: known!, etag };
    this.#courierId = day.courier.id;
    this.#askedAtMs = deviceMs();
    await this.#keepDay(day, { etag: newEtag, serverTime });
    this.#parts.onChange();
    return null;
  }

  /** Without room for it the phone keeps the day it had: whose session this is is known, so that what is queued reaches the server. */
  async #keepDay(day: Day, { etag, serverTime }: { etag: string | null; serverTime: ServerTime | null }): Promise<void> {
    const { store, deviceMs, newId } = this.#parts;
    try {
      // Made while there is room: nothing is sent without it.
      await phoneIdOf(store, newId);
      await takeDay(store, day, { etag, serverTime, nowMs: deviceMs() });
      await settleShift(store);
    } catch (error) {
      if (!isNoRoom(error)) throw error;
    }
  }

  /** From where the server has it to its end, piece by piece. */
  async #sendPhoto(shot: QueuedShot, awaited: Set<string>): Promise<Trouble | null> {
    const { store, wire } = this.#parts;
    const { blob } = shot.picture!;
    let offset = shot.sentBytes;
    for (let stuck = 0; stuck < MOST_STUCK;) {
      const from: number | null = offset;
      const progress =
        from === null ? await wire.photoOffset(shot.id) : await wire.sendPiece(shot.id, blob.slice(from, from + PART_BYTES), from);
      switch (progress.kind) {
        case "offset":
          this.#unknown.delete(shot.id);
          offset = progress.offset;
          stuck = from !== null && offset <= from ? stuck + 1 : 0;
          await takeOffset(store, shot.id, offset);
          this.#parts.onChange();
          if (offset >= blob.size) return null;
          break;
        case "unknown":
          awaited.add(shot.id);
          return this.#awaitEvent(shot);
        case "spoilt":
        case "refused":
          await takeSpoilt(store, shot.id);
          return null;
        case "offline":
        case "session_ended":
          await takeOffset(store, shot.id, null);
          return progress;
      }
    }
    return { kind: "offline" };
  }

  async #awaitEvent(shot: QueuedShot): Promise<null> {
    const times = (this.#unknown.get(shot.id) ?? 0) + 1;
    this.#unknown.set(shot.id, times % MOST_UNKNOWN);
    if (times === MOST_UNKNOWN && shot.eventId !== null) await queueAgain(this.#parts.store, shot.eventId);
    return null;
  }

  #serverTime(serverAt: string): ServerTime {
    return { serverAt, deviceAtServer: new Date(this.#parts.deviceMs()).toISOString() };
  }
}

const isOf = (courierId: string, queued: { courierId: string }): boolean => queued.courierId === courierId;

/** What of a courier's shift the server does not have yet. */
function shiftOf(
  { shift, position }: Pick<Snapshot, "shift" | "position">,
  courierId: string,
): Pick<Required<Batch>, "shift" | "position"> {
  return {
    shift: shift.filter((one) => !one.isSent && isOf(courierId, one)).map(({ event }) => event),
    position: position && isOf(courierId, position) ? position.news : null,
  };
}
