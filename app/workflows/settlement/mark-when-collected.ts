import { pendingRefused, roundingOf } from "~/domain/delivery/refused-units";
import { amountToCollect } from "~/domain/delivery/owed";
import { collectedBeyond, isCashAbove } from "~/domain/settlement/collected-for-order";
import { proofRulesOf } from "~/domain/proof/rules-of";
import type { Ports } from "~/ports/ports";
import type { OrderRecord } from "~/ports/records";
import type { ShopStore } from "~/ports/store";

/**
 * An order has changed, and asks for no more now than its couriers have collected: what was refused at the door is off it, say. It is to be
 * marked as paid, unless a person is still to decide of its money. Part of the caller's transaction.
 */
export async function markWhenCollected(
  { countries }: Pick<Ports, "countries">,
  s: ShopStore,
  { id: orderId, sale }: Pick<OrderRecord, "id" | "sale">,
): Promise<void> {
  const due = amountToCollect(sale);
  if (!due) return;
  const collected = await s.collectedForOrder(orderId);
  if (collected.length === 0 || isCashAbove(collected, due.currency, countries("EC").cashLimit?.minor ?? null)) return;
  const deliveries = await s.deliveriesOfOrder(orderId);
  if (deliveries.some(({ heldFor }) => heldFor === "person") || pendingRefused(sale.lines, deliveries).length > 0) return;
  const left = collectedBeyond(collected, await s.eventsOfOrder(orderId), due.currency);
  // What may still be taken back is told to Shopify when its time is over.
  const mayBeUndone = deliveries.some(({ heldFor }) => heldFor === "photo" || heldFor === "undo");
  const startAfterSeconds = mayBeUndone ? proofRulesOf(await s.shop()).undoSeconds : 0;
  if (left >= due.minor - roundingOf(deliveries)) await s.enqueue("mark-order-paid", { shopId: s.shopId, orderId }, { startAfterSeconds });
}
