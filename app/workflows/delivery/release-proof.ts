import { isReverse } from "~/domain/delivery/reverse";
import { weightier } from "~/domain/attention/weight";
import { holdOf, UNHELD } from "~/domain/delivery/held";
import { proofRulesOf } from "~/domain/proof/rules-of";
import { needsCapture } from "~/domain/order/order";
import type { Ports } from "~/ports/ports";
import type { DeliveryRecord, Worded } from "~/ports/records";
import type { ShopStore } from "~/ports/store";
import { fiscalZone } from "~/workflows/document/fiscal-zone";
import { requestInvoice } from "~/workflows/document/request-invoice";

export type Releases = Pick<Ports, "clock" | "countries">;

/**
 * Nothing is waited for any more: the reserved card is captured, and the invoice issued where the merchant's rule says so.
 * Part of the caller's transaction, under the delivery's lock.
 */
export async function proven(ports: Releases, s: ShopStore, delivery: DeliveryRecord): Promise<void> {
  const { id: deliveryId, orderId } = delivery;
  await s.updateDelivery(deliveryId, { provenAt: ports.clock.now(), ...UNHELD });
  // Of what comes back nothing is charged or issued by itself.
  if (isReverse(delivery)) return;
  const order = await s.order(orderId);
  // Whatever rule issues the invoice, and whether one is issued at all: the proof of delivery captures the card (PRODUCT.md).
  if (needsCapture(order.sale)) await s.enqueue("capture-payment", { shopId: s.shopId, orderId });
  await requestInvoice(ports, s, { order, moment: "on_delivery", deliveryId });
}

/**
 * A courier's report is complete, or nothing more of it is waited for: it is proven, unless its courier may still take it back, or two signals
 * contradict it (PRODUCT.md): then a person may look, until the law wants the document. Part of the caller's transaction, under the delivery's lock.
 */
export async function provenUnlessHeld(ports: Releases, s: ShopStore, deliveryId: string): Promise<void> {
  const delivery = await s.delivery(deliveryId);
  if (isReverse(delivery)) return proven(ports, s, delivery);
  const { doubt, orderId, state } = delivery;
  const mayBeUndoneUntil = await undoUntil(s, deliveryId);
  const mayWait = doubt !== null || mayBeUndoneUntil !== null;
  const hold = holdOf({
    ...{ now: ports.clock.now(), doubt },
    undoUntil: mayBeUndoneUntil,
    dueAt: mayWait ? await dueAt(ports, s, delivery) : null,
  });
  if (hold === null) return proven(ports, s, delivery);
  await s.updateDelivery(deliveryId, hold);
  if (hold.heldFor === "undo") {
    const seconds = Math.ceil((hold.heldUntil!.getTime() - ports.clock.now().getTime()) / 1000);
    return s.enqueue("prove-delivery", { shopId: s.shopId, deliveryId }, { startAfterSeconds: seconds });
  }
  const reason: Worded = { code: "delivery_doubted", params: { signals: doubt!.signals.join(","), date: hold.heldUntil!.toISOString() } };
  await s.updateDelivery(deliveryId, { attention: weightier(delivery.attention, reason) });
  await s.record({ actor: "system", type: "delivery", orderId, deliveryId, from: state, to: state, reason });
}

/** How long the courier may take back what stands. A report's time to be taken back runs from when we learnt of it. */
async function undoUntil(s: ShopStore, deliveryId: string): Promise<Date | null> {
  const { undoSeconds } = proofRulesOf(await s.shop());
  if (undoSeconds === 0) return null;
  const standing = (await s.attemptsOf(deliveryId)).findLast(({ outcome, stands }) => outcome === "delivered" && stands !== false);
  return standing ? new Date(standing.receivedAt.getTime() + undoSeconds * 1000) : null;
}

/** When an invoice of this delivery has to be with the authority. */
async function dueAt({ countries, clock }: Releases, s: ShopStore, { deliveredAt }: DeliveryRecord): Promise<Date> {
  const pack = countries("EC");
  const timeZone = await fiscalZone(s, pack);
  return pack.deadline({ kind: "invoice", issueDate: null, operationAt: deliveredAt ?? clock.now(), timeZone });
}
