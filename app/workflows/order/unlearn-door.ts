import { withoutConfirmed } from "~/domain/position/remember";
import type { ConfirmEvent } from "~/domain/phone-event/event";
import type { Attempt } from "~/ports/door-records";
import type { Ports } from "~/ports/ports";
import type { ShopStore } from "~/ports/store";
import { keyOf } from "./locate-address";

/**
 * A confirmation was a mistake: where it was pressed says nothing of the address, and what was left there may be another door's. What was known
 * of the door before it is gone. Part of the caller's transaction.
 */
export async function unlearnDoor(
  { addressKey }: Pick<Ports, "addressKey">,
  s: ShopStore,
  { orderId, report, told }: { orderId: string; report: Attempt; told: ConfirmEvent | null },
): Promise<void> {
  const { shippingAddress } = (await s.order(orderId)).sale;
  const key = shippingAddress && keyOf({ addressKey }, s.shopId, shippingAddress);
  if (!key) return;
  await unlearnPosition(s, key, report);
  const left = (await s.doorNotes([key])).get(key);
  const isNote = Boolean(told?.doorNote) && left?.note === told?.doorNote;
  const isGate = Boolean(told?.gatePhotoId) && left?.shotId === told?.gatePhotoId;
  if (isNote || isGate) await s.forgetDoorNote(key);
}

async function unlearnPosition(s: ShopStore, key: string, { latitude, longitude }: Attempt): Promise<void> {
  if (latitude === null || longitude === null) return;
  await s.lock(`position:${key}`);
  const known = await s.rememberedPosition(key);
  const next = known && withoutConfirmed(known, { latitude, longitude });
  if (next === known) return;
  await (next ? s.rememberPosition(key, next) : s.forgetPosition(key));
}
