import type { PhoneEvent, Receipt, Receipts, Shot } from "~/domain/phone-event/event";
import type { PositionNews, ShiftEvent } from "~/domain/shift/shift";
import type { Ports } from "~/ports/ports";
import type { ShotRecord } from "~/ports/door-records";
import type { ShopStore } from "~/ports/store";
import { NOT_HERE_YET } from "./keep-attempt";
import { takeShift } from "./take-shift";

/** What could be read of one sending; `refused`: what could not. */
export type TakeEvents = {
  shopId: string;
  courierId: string;
  deviceId: string | null;
  phoneId: string;
  events: readonly PhoneEvent[];
  dropped: readonly Shot[];
  refused: readonly Receipt[];
  /** Of the courier's own day, not of a delivery. */
  shift?: readonly ShiftEvent[];
  position?: PositionNews | null;
};

/**
 * Writes down what a phone tells; what it means is worked out by a job. No transaction: a phone that got no answer sends all of it again, and
 * with it asks for the job again.
 */
export async function takeEvents({ store, clock }: Pick<Ports, "store" | "clock">, input: TakeEvents): Promise<Receipts> {
  const { shopId, courierId, phoneId, deviceId, events, dropped, refused, shift = [], position = null } = input;
  const receivedAt = clock.now();
  const arrival = { courierId, phoneId, deviceId, receivedAt, events };
  const fresh = events.length > 0 ? await store.takeArrival(shopId, arrival) : new Set<string>();
  if (dropped.length > 0) await keepDropped(store.of(shopId), input);
  if (shift.length > 0 || position) await takeShift({ store, clock }, { shopId, courierId, phoneId, shift, position });
  // One that stands twice in the same sending is known the second time.
  const receipts = events.map(({ id }): Receipt => ({ id, result: fresh.delete(id) ? "taken" : "known" }));
  return {
    serverAt: receivedAt.toISOString(),
    receipts: [...receipts, ...shift.map(({ id }): Receipt => ({ id, result: "taken" })), ...refused],
  };
}

/** Shots that were taken again close the chain's gaps; those of deliveries that never were this courier's are nothing of theirs. */
async function keepDropped(s: ShopStore, { courierId, phoneId, dropped }: TakeEvents): Promise<void> {
  const held = await s.everHeld(courierId, [...new Set(dropped.map(({ deliveryId }) => deliveryId))]);
  const shots = dropped.filter(({ deliveryId }) => held.has(deliveryId));
  const whose = { courierId, phoneId, attemptId: null, ordinal: 1, bytes: 0, overridden: null };
  await s.insertShots(shots.map((shot): ShotRecord => ({ ...shot, ...whose, ...NOT_HERE_YET })));
}
