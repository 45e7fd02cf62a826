import { needsCapture } from "~/domain/order/order";
import type { Ports } from "~/ports/ports";
import type { DeliveryRecord, Worded } from "~/ports/records";
import type { ShopStore } from "~/ports/store";
import { tryWaiting } from "~/workflows/assignment/wake";
import { requestInvoice } from "~/workflows/document/request-invoice";
import { endRunWithLast } from "~/workflows/run/end-run";
import { reckonCommission } from "./reckon-commission";

/** `isHeld`: what costs money or can't be taken back waits for a person. */
type HandedOver = { at: Date; actor: string; reason: Worded; fulfillmentGid?: string; isHeld?: boolean };

/**
 * The buyer has it, whoever brought it: the delivery's state, its event, Shopify's news, the reserved card's capture and the invoice follow.
 * Part of the caller's transaction, under the delivery's lock.
 */
export async function handedOver(
  ports: Pick<Ports, "clock" | "countries">,
  s: ShopStore,
  delivery: DeliveryRecord,
  { at, actor, reason, isHeld = false, ...shipment }: HandedOver,
): Promise<void> {
  const { id: deliveryId, orderId, state, runId } = delivery;
  await s.updateDelivery(deliveryId, { state: "delivered", deliveredAt: at, ...shipment });
  await s.record({ actor, type: "delivery", orderId, deliveryId, from: state, to: "delivered", reason });
  await s.enqueue("publish-delivery", { shopId: s.shopId, deliveryId });
  const order = await s.order(orderId);
  await reckonCommission(s, delivery, { order, at, isDelivered: true });
  await endRunWithLast(s, runId, ports.clock.now());
  await tryWaiting(s);
  if (isHeld) return;
  // Whatever rule issues the invoice, and whether one is issued at all: the proof of delivery captures the card (PRODUCT.md).
  if (needsCapture(order.sale)) await s.enqueue("capture-payment", { shopId: s.shopId, orderId });
  await requestInvoice(ports, s, { order, moment: "on_delivery", deliveryId });
}
