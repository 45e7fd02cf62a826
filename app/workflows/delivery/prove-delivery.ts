import { weightier } from "~/domain/attention/weight";
import { awaitsPhoto, LONGEST_WAIT_MS } from "~/domain/delivery/awaits-photo";
import { needsCapture } from "~/domain/order/order";
import { PermanentFailure } from "~/ports/failures";
import type { Ports } from "~/ports/ports";
import type { DeliveryRecord, Worded } from "~/ports/records";
import type { ShopStore } from "~/ports/store";
import { requestInvoice } from "~/workflows/document/request-invoice";

type Needs = Pick<Ports, "clock" | "countries">;

const MISSING = { code: "photo_missing" };

/**
 * Nothing waits for a delivery's photo any more: the reserved card is captured, and the invoice issued where the merchant's rule says so.
 * Part of the caller's transaction, under the delivery's lock.
 */
export async function proven(ports: Needs, s: ShopStore, { id: deliveryId, orderId }: DeliveryRecord): Promise<void> {
  await s.updateDelivery(deliveryId, { provenAt: ports.clock.now() });
  const order = await s.order(orderId);
  // Whatever rule issues the invoice, and whether one is issued at all: the proof of delivery captures the card (PRODUCT.md).
  if (needsCapture(order.sale)) await s.enqueue("capture-payment", { shopId: s.shopId, orderId });
  await requestInvoice(ports, s, { order, moment: "on_delivery", deliveryId });
}

/** A photo of its report is here, with the hash that the phone named. Part of the transaction that takes it. */
export async function proveByPhoto(ports: Needs, s: ShopStore, deliveryId: string): Promise<void> {
  await s.lock(`delivery:${deliveryId}`);
  const delivery = await s.delivery(deliveryId);
  if (delivery.attention?.code === MISSING.code) await s.updateDelivery(deliveryId, { attention: null });
  if (!awaitsPhoto(delivery)) return;
  await tell(s, delivery, { actor: "system", reason: { code: "photo_here" } });
  await proven(ports, s, delivery);
}

/** The job of a delivery whose photo did not come in time: it goes on without, and a person should ask why. */
export async function proveOverdue(
  { store, ...ports }: Needs & Pick<Ports, "store">,
  { shopId, deliveryId }: { shopId: string; deliveryId: string },
): Promise<void> {
  await store.change(shopId, async (s) => {
    await s.lock(`delivery:${deliveryId}`);
    const delivery = await s.delivery(deliveryId);
    if (!awaitsPhoto(delivery) || !isOverdue(delivery, ports.clock.now())) return;
    await tell(s, delivery, { actor: "system", reason: MISSING });
    await s.updateDelivery(deliveryId, { attention: weightier<Worded>(delivery.attention, MISSING) });
    await proven(ports, s, delivery);
  });
}

const isOverdue = ({ deliveredAt }: DeliveryRecord, now: Date): boolean =>
  deliveredAt !== null && now.getTime() - deliveredAt.getTime() >= LONGEST_WAIT_MS;

export type ProveByWord = { shopId: string; deliveryId: string; reason: string; actor: string };

/**
 * A person says that there will be no photo, and why: what waits for it goes on, or the mark that it is missing goes.
 * Throws PermanentFailure photo_not_awaited.
 */
export async function proveByWord(
  { store, ...ports }: Needs & Pick<Ports, "store">,
  { shopId, deliveryId, reason, actor }: ProveByWord,
): Promise<void> {
  await store.change(shopId, async (s) => {
    await s.lock(`delivery:${deliveryId}`);
    const delivery = await s.findDelivery(deliveryId);
    const isMissed = delivery?.attention?.code === MISSING.code;
    if (!delivery || !(awaitsPhoto(delivery) || isMissed)) throw new PermanentFailure("photo_not_awaited");
    await tell(s, delivery, { actor, reason: { code: "proven_by_word", params: { why: reason } } });
    if (isMissed) await s.updateDelivery(deliveryId, { attention: null });
    if (awaitsPhoto(delivery)) await proven(ports, s, delivery);
  });
}

const tell = (s: ShopStore, { id: deliveryId, orderId, state }: DeliveryRecord, { actor, reason }: { actor: string; reason: Worded }) =>
  s.record({ actor, type: "delivery", orderId, deliveryId, from: state, to: state, reason });
