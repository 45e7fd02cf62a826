import { countedOn, onShare } from "~/domain/delivery/commission-share";
import { paidAttempts } from "~/domain/delivery/paid-attempts";
import { returnShare } from "~/domain/delivery/return-share";
import { isReverse } from "~/domain/delivery/reverse";
import { shareOf } from "~/domain/delivery/share-of-order";
import type { SaleOrder } from "~/domain/order/order";
import { reckoned } from "~/domain/rate/commission";
import { momentIn } from "~/domain/zone/price-order";
import type { DeliveryRecord, OrderRecord } from "~/ports/records";
import type { ShopStore } from "~/ports/store";
import { noteEarned } from "~/workflows/settlement/note-earned";

type Known = { order: Pick<OrderRecord, "sale">; at: Date; isDelivered: boolean };

/**
 * What the courier has earned by a delivery, now that its attempts and their time are known: by the rule that stood when it was assigned, on
 * the delivery's part of the order. A bonus is for the hour of the delivery itself; an attempt that failed has none. It is what a settlement
 * pays, and what is credited to the courier now. Part of the caller's transaction.
 */
export async function reckonCommission(s: ShopStore, delivery: DeliveryRecord, { order: { sale }, at, isDelivered }: Known): Promise<void> {
  const { id, orderId, rateMinor, commissionBasis: before } = delivery;
  if (!before) return noteEarned(s, delivery, { isDelivered, at });
  const { timeZone } = await s.shop();
  const attempts = paidAttempts(delivery, await s.attemptsOf(id), await s.eventsOfOrder(orderId));
  const { orderMinor, shippingMinor } = before;
  // What comes back counts as its return has it, and what it was worth as ordered.
  const counted = isReverse(delivery)
    ? { orderMinor, shippingMinor, ofReturn: true as const }
    : countedOn(shareOf(sale, id, await s.deliveriesOfOrder(orderId)), { rateMinor, totalMinor: sale.totalMinor });
  const commissionBasis = { rule: before.rule, ...counted, attempts, at: momentIn(at, timeZone), isDelivered };
  const commission = { commissionBasis, commissionMinor: reckoned(commissionBasis) };
  await s.updateDelivery(id, commission);
  await noteEarned(s, { ...delivery, ...commission }, { isDelivered, at });
}

/** An order, or what its deliveries carry, has changed: each commission is on its part as it is now. Part of the caller's transaction. */
export async function reckonAnew(s: ShopStore, sale: SaleOrder, deliveries: readonly DeliveryRecord[]): Promise<void> {
  for (const delivery of deliveries) {
    const { id, state, rateMinor, commissionBasis: before } = delivery;
    const share = shareOf(sale, id, deliveries);
    const commissionBasis = before && onShare(before, share, { rateMinor, totalMinor: sale.totalMinor });
    if (!commissionBasis) continue;
    const commission = { commissionBasis, commissionMinor: reckoned(commissionBasis) };
    await s.updateDelivery(id, commission);
    await noteEarned(s, { ...delivery, ...commission }, { isDelivered: state === "delivered" });
  }
}

/** Other goods than before are to be fetched by a return: its commission is on those. Part of the caller's transaction. */
export async function reckonReturnAnew(s: ShopStore, delivery: DeliveryRecord, sale: SaleOrder): Promise<void> {
  const { id, lines, commissionBasis: before } = delivery;
  const { orderMinor } = returnShare(lines, sale);
  if (!before || before.orderMinor === orderMinor) return;
  const commissionBasis = { ...before, orderMinor };
  const commission = { commissionBasis, commissionMinor: reckoned(commissionBasis) };
  await s.updateDelivery(id, commission);
  await noteEarned(s, { ...delivery, ...commission }, { isDelivered: false });
}
