import { namedUnits } from "~/domain/order/named-units";
import { fetchedUnits } from "~/domain/delivery/reverse";
import { returnShare } from "~/domain/delivery/return-share";
import { weightier } from "~/domain/attention/weight";
import { formatMinor } from "~/domain/money/money";
import { unrefunded } from "~/domain/order/unrefunded";
import type { SaleOrder } from "~/domain/order/order";
import type { DeliveryRecord, OrderRecord, Worded } from "~/ports/records";
import type { ShopStore } from "~/ports/store";

const TO_REFUND = "return_to_refund";

/**
 * The goods of a return are at the shop: the desk is told what to refund, which is a person's to do and of which the credit note follows
 * (workflows/document/request-credits.ts). Part of the caller's transaction, under the delivery's lock.
 */
export async function proposeRefund(s: ShopStore, deliveryId: string): Promise<void> {
  const delivery = await s.delivery(deliveryId);
  const { sale } = await s.order(delivery.orderId);
  const units = openUnits(delivery, sale);
  if (units.length === 0) return;
  const amount = `${sale.currency} ${formatMinor(returnShare(units, sale).orderMinor, sale.currency)}`;
  const reason: Worded = { code: TO_REFUND, params: { goods: namedUnits(units, sale), amount } };
  await s.updateDelivery(deliveryId, { attention: weightier<Worded>(delivery.attention, reason) });
}

/** What came back is refunded, or the merchant has closed the return: nobody has to look any more. Part of the caller's transaction. */
export async function settleReturned(s: ShopStore, { id, sale }: Pick<OrderRecord, "id" | "sale">): Promise<void> {
  for (const { id: deliveryId, attention } of await s.reverseDeliveriesOfOrder(id)) {
    if (attention?.code !== TO_REFUND) continue;
    await s.lock(`delivery:${deliveryId}`);
    const delivery = await s.delivery(deliveryId);
    if (delivery.attention?.code === TO_REFUND && openUnits(delivery, sale).length === 0)
      await s.updateDelivery(deliveryId, { attention: null });
  }
}

/** What was fetched and neither refunded nor, with its return, closed. */
function openUnits(delivery: DeliveryRecord, { returns = [], refunds }: SaleOrder) {
  const one = returns.find(({ gid }) => gid === delivery.returnGid);
  return one?.status === "OPEN" ? unrefunded(fetchedUnits(delivery), refunds, one.createdAt) : [];
}
