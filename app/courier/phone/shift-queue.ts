import type { PhonePosition, Receipts } from "~/domain/phone-event/event";
import type { PositionNews, ShiftEvent, ShiftKind } from "~/domain/shift/shift";
import type { Day, ShiftView } from "../protocol";
import { nextStamp } from "./next-stamp";
import type { Moment } from "./record";
import { meta, setMeta, type Store } from "./store";

/** What the courier said of their shift, as the phone keeps it until the server's day has it. `isSent`: the server has it, and the day may not. */
export type QueuedShift = { courierId: string; event: ShiftEvent; isSent: boolean };
/** The last position only: where the courier was before is nobody's affair. */
export type QueuedPosition = { courierId: string; news: PositionNews };

export type ToldShift = { kind: ShiftKind; shiftId: string; sharesPosition: boolean };

/** Written down on the phone when it resolves. A shift that is paused or over takes the position along that was still to be sent. */
export const recordShift = (store: Store, told: ToldShift, { id, courierId, clocks, anchor }: Moment): Promise<void> =>
  store.write(async (writing) => {
    const event: ShiftEvent = { id, ...told, stamp: await nextStamp(writing, clocks, anchor) };
    await setMeta(writing, "shift", [...((await meta(writing, "shift")) ?? []), { courierId, event, isSent: false }]);
    if (told.kind !== "shift_start") await setMeta(writing, "position", null);
  });

type Seen = { shiftId: string; position: PhonePosition };

/** In place of the one before. */
export const keepPosition = (store: Store, { shiftId, position }: Seen, { courierId, clocks, anchor }: Omit<Moment, "id">): Promise<void> =>
  store.write(async (writing) => {
    const stamp = await nextStamp(writing, clocks, anchor);
    await setMeta(writing, "position", { courierId, news: { kind: "position", shiftId, position, stamp } });
  });

/** The server answered: what it has waits for the day; what it never will take goes. `stamp`: of the position that was sent. */
export const takeShiftReceipts = (store: Store, { receipts }: Receipts, sent: PositionNews | null): Promise<void> =>
  store.write(async (writing) => {
    const results = new Map(receipts.map(({ id, result }) => [id, result]));
    const queued = (await meta(writing, "shift")) ?? [];
    const kept = queued.filter(({ event }) => results.get(event.id) !== "refused");
    if (queued.length > 0)
      await setMeta(
        writing,
        "shift",
        kept.map((one) => (results.has(one.event.id) ? { ...one, isSent: true } : one)),
      );
    const waiting = await meta(writing, "position");
    if (sent && waiting?.news.stamp.counter === sent.stamp.counter) await setMeta(writing, "position", null);
  });

/** The server's day has all that was sent before it was asked for. */
export const settleShift = (store: Store): Promise<void> =>
  store.write(async (writing) => {
    const queued = (await meta(writing, "shift")) ?? [];
    if (queued.some(({ isSent }) => isSent))
      await setMeta(
        writing,
        "shift",
        queued.filter(({ isSent }) => !isSent),
      );
  });

const byCounter = (a: QueuedShift, b: QueuedShift) => a.event.stamp.counter - b.event.stamp.counter;

/** The day with what the courier has said of their shift since. */
export function withShift(day: Day, queued: readonly QueuedShift[]): Day {
  const own = queued.filter(({ courierId }) => courierId === day.courier.id).sort(byCounter);
  return { ...day, shift: own.reduce<ShiftView | null>((shift, { event }) => shiftAfter(shift, event, day.locale), day.shift ?? null) };
}

function shiftAfter(shift: ShiftView | null, { kind, shiftId, sharesPosition, stamp }: ShiftEvent, locale: string): ShiftView | null {
  const since = stamp.deviceAt;
  const sinceText = new Intl.DateTimeFormat(locale, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(new Date(since));
  switch (kind) {
    case "shift_start":
      if (shift?.id === shiftId && shift.state === "on") return shift;
      return { id: shiftId, state: "on", since, sinceText, sharesPosition };
    case "shift_pause":
      return shift?.id === shiftId ? { ...shift, state: "paused", since, sinceText } : shift;
    case "shift_end":
      return shift?.id === shiftId ? null : shift;
  }
}
