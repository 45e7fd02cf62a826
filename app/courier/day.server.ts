import { createHash } from "node:crypto";
import { metresOf, type KnownPosition } from "~/domain/position/known-position";
import type { Hindrance } from "~/domain/dispatch/run";
import type { Stop } from "~/domain/delivery/stop";
import type { Locale } from "~/i18n/locale";
import { cardOf } from "./card";
import { doorRulesOf } from "./door-rules";
import type { Day, OthersReport, Report, Run, ShiftView, StopView, Undo } from "./protocol";
import type { PinLock } from "~/domain/proof/pin-lock";
import type { CourierAccount } from "~/domain/settlement/courier-money";

/** What the server knows of a courier's day. */
export type Told = {
  now: Date;
  stops: { pending: Stop[]; done: Stop[]; orderedBy: Day["orderedBy"]; positions?: ReadonlyMap<string, KnownPosition> };
  papers: ReadonlyMap<string, { cover: { number: string | null } | null; hindrance: Hindrance | null }>;
  asks?: ReadonlyMap<string, NonNullable<StopView["asks"]>>;
  undo?: ReadonlyMap<string, Undo>;
  runs: { loadable: number; missing: readonly unknown[]; runs: Run[] };
  reports: Report[];
  money: CourierAccount;
  pinLocks?: ReadonlyMap<string, PinLock>;
  others: (Omit<OthersReport, "at"> & { at: Date })[];
  doors?: ReadonlyMap<string, { note: string | null; gatePhotoUrl: string | null }>;
  shift?: { id: string; startedAt: Date; pausedAt: Date | null; sharesPosition: boolean } | null;
};
type For = {
  shop: { publicKey: string; name: string; timeZone: string } & Parameters<typeof doorRulesOf>[0];
  courier: { id: string; name: string; cashLimitMinor: number | null };
  locale: Locale;
  tiles?: Day["tiles"];
};

/** A courier's day put into words and links, as its pages show it and the phone keeps it. */
export function dayOf(
  { now, stops, papers, asks, undo, runs, reports, others, money, pinLocks, doors, shift = null }: Told,
  { shop, courier, locale, tiles = null }: For,
): Day {
  const mayStart = (id: string): boolean => {
    const state = stops.pending.find(({ deliveryId }) => deliveryId === id)?.state;
    return (state === "assigned" || state === "attempt_failed") && !papers.get(id)?.hindrance;
  };
  const view = (stop: Stop): StopView => {
    const { cover = null, hindrance = null } = papers.get(stop.deliveryId) ?? {};
    const door = doors?.get(stop.deliveryId);
    const there = stops.positions?.get(stop.deliveryId);
    return {
      ...cardOf(atConfirmed(stop, there), {
        ...{ locale, shop, courier, cashLimitMinor: money.legalCashMinor },
        isUndoable: undo?.has(stop.deliveryId) ?? false,
      }),
      exchange: stop.exchange && { ...stop.exchange, isToStart: mayStart(stop.exchange.deliveryId) },
      cover,
      hindrance,
      asks: asks?.get(stop.deliveryId) ?? null,
      undo: undo?.get(stop.deliveryId) ?? null,
      known: there ? { latitude: there.latitude, longitude: there.longitude, metres: metresOf(there) } : null,
      pinLock: pinLocks?.get(stop.deliveryId) ?? null,
      ...(door && { doorNote: door.note, gatePhotoUrl: door.gatePhotoUrl }),
    };
  };
  return {
    serverAt: now.toISOString(),
    locale,
    shop: { key: shop.publicKey, name: shop.name },
    courier: { id: courier.id, name: courier.name },
    door: doorRulesOf(shop, locale),
    orderedBy: stops.orderedBy,
    pending: stops.pending.map(view),
    done: stops.done.map(view),
    run: { loadable: runs.loadable, isIncomplete: runs.missing.length > 0, runs: runs.runs.map(runOf) },
    reports,
    money: { ...money, cashLimitMinor: courier.cashLimitMinor },
    others: others.map((other) => ({ ...other, at: other.at.toISOString() })),
    shift: shift && shiftView(shift, locale, shop.timeZone),
    tiles,
  };
}

/** Where couriers have stood at that very door is a better destination than what the address says. */
function atConfirmed(stop: Stop, there: KnownPosition | undefined): Stop {
  if (there?.source !== "remembered") return stop;
  const { latitude, longitude } = there;
  return { ...stop, position: { latitude, longitude }, destination: `${latitude},${longitude}` };
}

function shiftView({ id, startedAt, pausedAt, sharesPosition }: NonNullable<Told["shift"]>, locale: Locale, timeZone: string): ShiftView {
  const since = pausedAt ?? startedAt;
  const sinceText = new Intl.DateTimeFormat(locale, { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone }).format(since);
  return { id, state: pausedAt ? "paused" : "on", since: since.toISOString(), sinceText, sharesPosition };
}

const runOf = ({ id, state, overrideReason, from, orders, guide }: Run): Run => ({
  ...{ id, state, overrideReason, from, orders },
  guide: guide && { number: guide.number, accessKey: guide.accessKey, state: guide.state, pdfUrl: guide.pdfUrl },
});

const SIGNED = ["pdfUrl", "gatePhotoUrl"];
const HALF_A_DAY_MS = 12 * 3_600_000;

/** Names what a day says, whenever it is asked for. Links to papers are signed anew each time: they make another day of it twice a day, long before one ends. */
export function etagOf(day: Day): string {
  const half = Math.floor(Date.parse(day.serverAt) / HALF_A_DAY_MS);
  const lasting = (key: string, value: unknown) => (key === "serverAt" ? undefined : SIGNED.includes(key) ? value && half : value);
  return `"${createHash("sha256").update(JSON.stringify(day, lasting)).digest("base64url").slice(0, 27)}"`;
}
