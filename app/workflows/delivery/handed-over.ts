import { proofRulesOf } from "~/domain/proof/rules-of";
import { LONGEST_WAIT_MS } from "~/domain/delivery/awaits-photo";
import type { Ports } from "~/ports/ports";
import type { DeliveryRecord, Worded } from "~/ports/records";
import type { ShopStore } from "~/ports/store";
import { tryWaiting } from "~/workflows/assignment/wake";
import { endRunWithLast } from "~/workflows/run/end-run";
import { proven } from "./release-proof";
import { reckonCommission } from "./reckon-commission";

type HandedOver = {
  at: Date;
  actor: string;
  reason: Worded;
  /**
   * `here`: its photo came with the report, or none is needed; `awaited`: a telephone is still to send it; `held`: whatever comes, what costs money or
   * can't be taken back waits for a person.
   */
  proof: "here" | "awaited" | "held";
  fulfillmentGid?: string;
};

/**
 * The buyer has it, whoever brought it: the delivery's state, its event and Shopify's news follow; the reserved card's capture and the invoice with
 * its proof (docs/decisions/0021). Part of the caller's transaction, under the delivery's lock.
 */
export async function handedOver(
  ports: Pick<Ports, "clock" | "countries">,
  s: ShopStore,
  delivery: DeliveryRecord,
  { at, actor, reason, proof, ...shipment }: HandedOver,
): Promise<void> {
  const { id: deliveryId, orderId, state, runId } = delivery;
  await s.updateDelivery(deliveryId, { state: "delivered", deliveredAt: at, ...shipment });
  await s.record({ actor, type: "delivery", orderId, deliveryId, from: state, to: "delivered", reason });
  // What may be taken back still is not told to the buyer yet.
  const { undoSeconds } = proofRulesOf(await s.shop());
  await s.enqueue("publish-delivery", { shopId: s.shopId, deliveryId }, proof === "awaited" ? { startAfterSeconds: undoSeconds } : {});
  await reckonCommission(s, delivery, { order: await s.order(orderId), at, isDelivered: true });
  await endRunWithLast(s, runId, ports.clock.now());
  await tryWaiting(s);
  if (proof === "here") await proven(ports, s, delivery);
  // From now, not from when it was delivered: one that was confirmed out of signal has its photo on the way still.
  const photoUntil = new Date(ports.clock.now().getTime() + LONGEST_WAIT_MS);
  if (proof === "awaited") await s.updateDelivery(deliveryId, { heldFor: "photo", heldUntil: photoUntil });
  // It waits for nothing that comes by itself.
  if (proof === "held") await s.updateDelivery(deliveryId, { heldFor: "person", heldUntil: null });
}
