import { paidAttempts } from "~/domain/delivery/paid-attempts";
import { commissionOf, withoutBonuses } from "~/domain/rate/commission";
import { momentIn } from "~/domain/zone/price-order";
import type { DeliveryRecord, OrderRecord } from "~/ports/records";
import type { ShopStore } from "~/ports/store";

type Known = { order: Pick<OrderRecord, "sale">; at: Date; isDelivered: boolean };

/**
 * What the courier has earned by a delivery, now that its attempts and their time are known: by the rule that stood when it was assigned. A
 * bonus is for the hour of the delivery itself; an attempt that failed has none. It is what a settlement pays. Part of the caller's transaction.
 */
export async function reckonCommission(
  s: ShopStore,
  delivery: Pick<DeliveryRecord, "id" | "orderId" | "courierId" | "assignedAt" | "commissionBasis">,
  { order, at, isDelivered }: Known,
): Promise<void> {
  const { id, orderId, commissionBasis: before } = delivery;
  if (!before) return;
  const { timeZone } = await s.shop();
  const attempts = paidAttempts(delivery, await s.attemptsOf(id), await s.eventsOfOrder(orderId));
  const commissionBasis = { ...before, orderMinor: order.sale.totalMinor, attempts, at: momentIn(at, timeZone), isDelivered };
  const rule = isDelivered ? before.rule : withoutBonuses(before.rule);
  await s.updateDelivery(id, { commissionBasis, commissionMinor: commissionOf(rule, commissionBasis) });
}
