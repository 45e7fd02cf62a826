import { stateBeforeReturn } from "~/domain/delivery/undo";
import { PermanentFailure } from "~/ports/failures";
import type { Attempt } from "~/ports/door-records";
import type { Ports } from "~/ports/ports";
import type { DeliveryRecord } from "~/ports/records";
import type { ShopStore } from "~/ports/store";
import { reopenRun } from "~/workflows/run/reopen-run";
import { shareAnew } from "./share-anew";

type Needs = Pick<Ports, "clock" | "countries">;
type Back = { delivery: DeliveryRecord; report: Attempt; at: Date; actor: string };

/** Marks that come from it: with it they go. */
const OF_RETURN: readonly string[] = ["return_unphotographed", "return_to_refund"];

/**
 * The goods are not at the shop: their courier has them still, and is to deliver them or bring them back. By the rule of every report: not once an
 * invoice of the order has had its number since, which counted on it. Part of the caller's transaction, under the delivery's lock. Throws
 * PermanentFailure document_issued { number }.
 */
export async function takeBackReturn(ports: Needs, s: ShopStore, back: Back): Promise<void> {
  const { delivery, report, at } = back;
  const { id: deliveryId, orderId, state, runId, attention } = delivery;
  // As whoever delivers another of them does, before the order's invoice.
  for (const { id } of await s.deliveriesOfOrder(orderId)) await s.lock(`delivery:${id}`);
  await mustNotBeCountedOn(s, orderId, report);
  await s.undoAttempt(report.id, at);
  if (attention && OF_RETURN.includes(attention.code)) await s.updateDelivery(deliveryId, { attention: null });
  if (state === "returned") await reopen(s, back);
  else {
    await s.updateDelivery(deliveryId, { owesRest: true });
    await tell(s, back, state);
  }
  await reopenRun(ports, s, runId);
  await s.enqueue("publish-delivery", { shopId: s.shopId, deliveryId });
}

/** It is among its order's ways again: what the order has once is shared anew. */
async function reopen(s: ShopStore, back: Back): Promise<void> {
  const { id: deliveryId, orderId } = back.delivery;
  const before = await s.deliveriesOfOrder(orderId);
  const to = stateBeforeReturn(deliveryId, await s.eventsOfOrder(orderId));
  await s.updateDelivery(deliveryId, { state: to });
  await tell(s, back, to);
  await shareAnew(s, await s.order(orderId), before);
}

const tell = (s: ShopStore, { delivery: { id: deliveryId, orderId, state: from }, actor }: Back, to: DeliveryRecord["state"]) =>
  s.record({ actor, type: "delivery", orderId, deliveryId, from, to, reason: { code: "return_undone" } });

async function mustNotBeCountedOn(s: ShopStore, orderId: string, { receivedAt }: Attempt): Promise<void> {
  await s.lock(`invoice:${orderId}`);
  const counted = (await s.invoicesOfOrder(orderId)).find(({ numberedAt }) => numberedAt !== null && numberedAt >= receivedAt);
  if (counted) throw new PermanentFailure("document_issued", { number: counted.number ?? "" });
}
