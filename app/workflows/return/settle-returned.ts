import { namedUnits } from "~/domain/order/named-units";
import { fetchedUnits } from "~/domain/delivery/reverse";
import { returnShare } from "~/domain/delivery/return-share";
import { weightier } from "~/domain/attention/weight";
import { formatMinor } from "~/domain/money/money";
import { unrefunded } from "~/domain/order/unrefunded";
import type { Units } from "~/domain/order/fulfillment";
import type { SaleOrder } from "~/domain/order/order";
import type { DeliveryRecord, OrderRecord, Worded } from "~/ports/records";
import type { ShopStore } from "~/ports/store";

/** What the desk is told to give back; it goes when that is given back. */
const TO_REFUND = ["return_to_refund", "exchange_to_refund"];

/**
 * The goods of a return are at the shop: the desk is told what to refund, which is a person's to do and of which the credit note follows
 * (workflows/document/request-credits.ts). Part of the caller's transaction, under the delivery's lock.
 */
export async function proposeRefund(s: ShopStore, deliveryId: string): Promise<void> {
  const delivery = await s.delivery(deliveryId);
  const { sale } = await s.order(delivery.orderId);
  const reason = owedBack(delivery, sale);
  if (reason) await s.updateDelivery(deliveryId, { attention: weightier<Worded>(delivery.attention, reason) });
}

/** What came back is refunded, or the merchant has closed the return: nobody has to look any more. Part of the caller's transaction. */
export async function settleReturned(s: ShopStore, { id, sale }: Pick<OrderRecord, "id" | "sale">): Promise<void> {
  for (const { id: deliveryId, attention } of await s.reverseDeliveriesOfOrder(id)) {
    if (!attention || !TO_REFUND.includes(attention.code)) continue;
    await s.lock(`delivery:${deliveryId}`);
    const delivery = await s.delivery(deliveryId);
    if (TO_REFUND.includes(delivery.attention?.code ?? "")) await s.updateDelivery(deliveryId, { attention: owedBack(delivery, sale) });
  }
}

/**
 * What of it was fetched and neither refunded nor, with its return, closed. Goods that others were given for left the order without money: what goes
 * back is by how much the new ones cost less, as Shopify says (`totalOutstandingSet` below nothing: in the buyer's favour).
 */
function owedBack(delivery: DeliveryRecord, sale: SaleOrder): Worded | null {
  const { returns = [], refunds, currency, outstandingMinor } = sale;
  const one = returns.find(({ gid }) => gid === delivery.returnGid);
  if (one?.status !== "OPEN") return null;
  const words = (code: string, units: readonly Units[], minor: number): Worded => ({
    code,
    params: { goods: namedUnits(units, sale), amount: `${currency} ${formatMinor(minor, currency)}` },
  });
  const fetched = fetchedUnits(delivery);
  const units = unrefunded(fetched, refunds, one.createdAt);
  if (units.length > 0) return words("return_to_refund", units, returnShare(units, sale).orderMinor);
  const isOwing = one.exchangeLineIds.length > 0 && outstandingMinor < 0;
  return isOwing ? words("exchange_to_refund", fetched, -outstandingMinor) : null;
}
