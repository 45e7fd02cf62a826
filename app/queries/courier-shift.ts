import type { Shift } from "~/domain/shift/shift";
import type { SeenPosition } from "~/ports/door-records";
import type { ShopStore } from "~/ports/store";

/** `seen`: where the courier's phone last was; null: not known, or not for the shop to know. */
export type CourierShift = Pick<Shift, "startedAt" | "pausedAt" | "sharesPosition"> & { seen: SeenPosition | null };

/** The shift that a courier is in; null: none. Where they were after it nobody can ask: it is not kept. */
export async function courierShift(s: ShopStore, courierId: string): Promise<CourierShift | null> {
  const [shift, seen] = await Promise.all([s.shiftOn(courierId), s.lastPosition(courierId)]);
  return shift && { startedAt: shift.startedAt, pausedAt: shift.pausedAt, sharesPosition: shift.sharesPosition, seen };
}
