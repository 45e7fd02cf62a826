import type { ConfirmEvent, FailEvent, Outcome, PhoneEvent, Receipt } from "~/domain/phone-event/event";
import { OPEN_STATES } from "~/domain/delivery/states";
import { toldSince } from "../money/told-since";
import { dayInWords } from "../day-text";
import type { Day, StopView, Undo } from "../protocol";
import type { Locale } from "~/i18n/locale";
import { isOpenEvent, MOST_SPOILT, type QueuedEvent, type QueuedShot } from "./queue";

/**
 * The two lights of a delivery. `event`: null: the phone has told nothing of it; `applied`: as the courier did it; `noted`: kept beside what stands, `outcome` says
 * why. `photos`: how many of those the report names are through; `spoilt`: arrive damaged again and again.
 */
export type Lights = {
  event: null | "waiting" | "sent" | "refused" | "applied" | "noted";
  refusal: Extract<Receipt, { result: "refused" }>["code"] | null;
  outcome: Outcome | null;
  photos: { sent: number; of: number; spoilt: number };
};
export const NO_LIGHTS: Lights = { event: null, refusal: null, outcome: null, photos: { sent: 0, of: 0, spoilt: 0 } };

const byCounter = (a: QueuedEvent, b: QueuedEvent) => a.event.stamp.counter - b.event.stamp.counter;

/** The day as the courier knows it: what the server said, and over it what it has not taken into account yet. */
export function overlay(day: Day, events: readonly QueuedEvent[]): Day {
  const told = events
    .filter((one) => isOpenEvent(one) && one.courierId === day.courier.id)
    .sort(byCounter)
    .map(({ event }) => event);
  return { ...told.reduce(withEvent, day), money: toldSince(day.money, told, [...day.pending, ...day.done]) };
}

function withEvent(day: Day, event: PhoneEvent): Day {
  if (event.kind === "undo") return withUndone(day, event.undoes);
  const stop = day.pending.find(({ deliveryId }) => deliveryId === event.deliveryId);
  if (!stop || !(OPEN_STATES.includes(stop.state) || event.kind === "return")) return day;
  switch (event.kind) {
    case "start":
      return { ...day, pending: day.pending.map((one) => (one === stop ? setOut(stop) : one)) };
    case "fail":
      return { ...day, pending: day.pending.map((one) => (one === stop ? failed(stop, event, day.locale) : one)) };
    case "return":
      return {
        ...day,
        pending: without(day, stop),
        done: stop.state === "delivered" ? [{ ...stop, bringBack: [], undo: null }, ...day.done] : day.done,
      };
    case "confirm":
      if (stop.isReturn || event.refused?.length) return { ...day, pending: [...alone(day, stop), owing(stop, event, day.locale)] };
      return {
        ...day,
        pending: alone(day, stop),
        done: [delivered(stop, event, day.locale), ...day.done],
      };
    default:
      return day;
  }
}

const without = ({ pending }: Day, stop: StopView): StopView[] => pending.filter((one) => one !== stop);

/** The others, when it is done: of an exchange what is left is a call of its own. */
const alone = (day: Day, stop: StopView): StopView[] =>
  without(day, stop).map((one) => (one.exchange?.deliveryId === stop.deliveryId ? { ...one, exchange: null } : one));

const setOut = (stop: StopView): StopView => ({
  ...stop,
  ...{ state: "out_for_delivery", reattemptOn: null, reattemptText: null, undo: null },
});

function failed(stop: StopView, event: FailEvent, locale: Locale): StopView {
  const reattemptOn = event.reattemptOn ?? null;
  const reattemptText = reattemptOn && dayInWords(reattemptOn, locale);
  return { ...stop, state: "attempt_failed", reattemptOn, reattemptText, undo: undoOf(stop, event) };
}

/** Delivered, but for what was not taken: that is still to be brought back. Of a return it is what the buyer gave. */
function owing(stop: StopView, event: ConfirmEvent, locale: string): StopView {
  const { refused = [] } = event;
  if (stop.isReturn) return { ...delivered(stop, event, locale), bringBack: given(stop, refused) };
  const bringBack = refused.map(({ lineId, quantity }) => ({
    title: stop.refusable?.lines.find((line) => line.lineId === lineId)?.title ?? "",
    quantity,
  }));
  return { ...delivered(stop, event, locale), bringBack };
}

const given = ({ goods, refusable }: StopView, kept: NonNullable<ConfirmEvent["refused"]>): NonNullable<StopView["bringBack"]> =>
  refusable
    ? refusable.lines.flatMap(({ lineId, title, quantity }) => {
        const left = quantity - (kept.find((one) => one.lineId === lineId)?.quantity ?? 0);
        return left > 0 ? [{ title, quantity: left }] : [];
      })
    : goods;

function delivered(stop: StopView, event: ConfirmEvent, locale: string): StopView {
  const at = event.stamp.deviceAt;
  const time = new Intl.DateTimeFormat(locale, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(new Date(at));
  const unreachable = { phone: null, callUrl: null, whatsappUrl: null, mapsUrl: null, wazeUrl: null, geoUrl: null };
  return { ...stop, ...unreachable, state: "delivered", deliveredAt: at, deliveredAtText: time, undo: undoOf(stop, event) };
}

const undoOf = (before: StopView, event: ConfirmEvent | FailEvent): Undo => ({
  reportId: event.id,
  collected: event.kind === "confirm" ? event.collected : null,
  before,
});

/** What was reported by mistake is to be done still, and first: the courier stands there. */
function withUndone(day: Day, reportId: string): Day {
  const stop = [...day.pending, ...day.done].find(({ undo }) => undo?.reportId === reportId);
  if (!stop) return day;
  const open = { bringBack: [], deliveredAt: null, deliveredAtText: null, reattemptOn: null, reattemptText: null };
  const again: StopView = stop.undo?.before ?? { ...stop, ...open, state: "out_for_delivery", undo: null };
  const others = (stops: StopView[]) => stops.filter((one) => one !== stop);
  return { ...day, pending: [again, ...others(day.pending)], done: others(day.done) };
}

/** What the phone knows of its newest report about a delivery. */
export function lightsOf(deliveryId: string, events: readonly QueuedEvent[], shots: readonly QueuedShot[]): Lights {
  const newest = events
    .filter(({ event }) => event.deliveryId === deliveryId)
    .sort(byCounter)
    .at(-1);
  if (!newest) return NO_LIGHTS;
  const named = shots.filter(({ eventId, state }) => eventId === newest.id && state === "kept");
  const photos = {
    sent: named.filter(({ isThrough }) => isThrough).length,
    of: named.length,
    spoilt: named.filter(({ spoilt }) => spoilt >= MOST_SPOILT).length,
  };
  return { event: eventLight(newest), refusal: newest.refusal, outcome: newest.outcome, photos };
}

function eventLight({ state, outcome }: QueuedEvent): Lights["event"] {
  switch (state) {
    case "queued":
      return "waiting";
    case "sent":
    case "refused":
      return state;
    case "settled":
      return outcome === null || outcome.code === "applied" ? "applied" : "noted";
  }
}
