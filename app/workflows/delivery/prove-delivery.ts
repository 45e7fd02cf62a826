import { weightier } from "~/domain/attention/weight";
import { isReverse } from "~/domain/delivery/reverse";
import { awaitsPhoto, isUnproven } from "~/domain/delivery/awaits-photo";
import { PermanentFailure } from "~/ports/failures";
import type { Ports } from "~/ports/ports";
import type { DeliveryRecord, Worded } from "~/ports/records";
import type { ShopStore } from "~/ports/store";
import { moneyMark } from "~/workflows/settlement/money-mark";
import { proven, provenUnlessHeld, type Releases } from "./release-proof";

/** Of a return nothing is charged or invoiced that could go on without its photo. */
const missingOf = (delivery: DeliveryRecord): Worded =>
  isReverse(delivery) ? { code: "fetched_photo_missing" } : { code: "photo_missing" };
const isMissed = (delivery: DeliveryRecord): boolean => delivery.attention?.code === missingOf(delivery).code;

/** A photo of its report is here, with the hash that the phone named. Part of the transaction that takes it. */
export async function proveByPhoto(ports: Releases, s: ShopStore, deliveryId: string): Promise<void> {
  await s.lock(`delivery:${deliveryId}`);
  const delivery = await s.delivery(deliveryId);
  if (isMissed(delivery)) await s.updateDelivery(deliveryId, { attention: null });
  if (!awaitsPhoto(delivery)) return;
  await tell(s, delivery, { actor: "system", reason: { code: "photo_here" } });
  await provenUnlessHeld(ports, s, deliveryId);
}

/** The job of a delivery that has been held as long as it may be: it goes on without what it waited for, and says so. */
export async function proveOverdue(
  { store, ...ports }: Releases & Pick<Ports, "store">,
  { shopId, deliveryId }: { shopId: string; deliveryId: string },
): Promise<void> {
  await store.change(shopId, async (s) => {
    await s.lock(`delivery:${deliveryId}`);
    const delivery = await s.delivery(deliveryId);
    const { heldFor, heldUntil, attention } = delivery;
    if (!isUnproven(delivery) || heldUntil === null || heldUntil > ports.clock.now()) return;
    if (heldFor === "photo") {
      const reason = missingOf(delivery);
      await tell(s, delivery, { actor: "system", reason });
      await s.updateDelivery(deliveryId, { attention: weightier<Worded>(attention, reason) });
    }
    if (heldFor !== "doubt") return provenUnlessHeld(ports, s, deliveryId);
    await tell(s, delivery, { actor: "system", reason: { code: "doubt_not_looked_at" } });
    const mark = attention?.code === "delivery_doubted" ? await moneyMark(ports, s, deliveryId) : attention;
    await s.updateDelivery(deliveryId, { attention: mark });
    await proven(ports, s, delivery);
  });
}

export type ProveByWord = { shopId: string; deliveryId: string; reason: string; actor: string };

/**
 * A person says that there will be no photo, and why: what waits for it goes on, or the mark that it is missing goes.
 * Throws PermanentFailure photo_not_awaited.
 */
export async function proveByWord(
  { store, ...ports }: Releases & Pick<Ports, "store">,
  { shopId, deliveryId, reason, actor }: ProveByWord,
): Promise<void> {
  await store.change(shopId, async (s) => {
    await s.lock(`delivery:${deliveryId}`);
    const delivery = await s.findDelivery(deliveryId);
    if (!delivery || !(awaitsPhoto(delivery) || isMissed(delivery))) throw new PermanentFailure("photo_not_awaited");
    await tell(s, delivery, { actor, reason: { code: "proven_by_word", params: { why: reason } } });
    if (isMissed(delivery)) await s.updateDelivery(deliveryId, { attention: null });
    if (awaitsPhoto(delivery)) await proven(ports, s, delivery);
  });
}

const tell = (s: ShopStore, { id: deliveryId, orderId, state }: DeliveryRecord, { actor, reason }: { actor: string; reason: Worded }) =>
  s.record({ actor, type: "delivery", orderId, deliveryId, from: state, to: state, reason });
