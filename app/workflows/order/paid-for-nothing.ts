import type { DeliveryRecord } from "~/ports/records";
import type { ShopStore } from "~/ports/store";
import { weightier } from "~/domain/attention/weight";

/**
 * Shopify was just told that an order is paid whose courier took the report back while it was asked: a person has to put the payment right there.
 * Part of the caller's transaction, under the locks of the order's deliveries.
 */
export async function paidForNothing(s: ShopStore, deliveries: readonly Pick<DeliveryRecord, "id">[]): Promise<void> {
  for (const { id } of deliveries) {
    const report = (await s.attemptsOf(id)).findLast(({ undoneAt }) => undoneAt);
    if (!report) continue;
    const courier = (await s.couriers()).find((one) => one.id === report.courierId)?.name ?? "";
    const { attention } = await s.delivery(id);
    return s.updateDelivery(id, { attention: weightier(attention, { code: "undone_after_payment", params: { courier } }) });
  }
}

/**
 * Every delivery of an order that was proven has been taken back, and nobody has asked for its money since: the card is not to be captured.
 */
export async function isProofTakenBack(s: ShopStore, orderId: string): Promise<boolean> {
  const deliveries = await s.deliveriesOfOrder(orderId);
  if (deliveries.some(({ provenAt }) => provenAt !== null)) return false;
  const reports = (await Promise.all(deliveries.map(({ id }) => s.attemptsOf(id)))).flat();
  const undoneAt = Math.max(...reports.map((one) => (one.outcome === "delivered" && one.undoneAt ? one.undoneAt.getTime() : -Infinity)));
  if (undoneAt === -Infinity) return false;
  return !(await s.eventsOfOrder(orderId)).some(({ at, reason }) => at.getTime() >= undoneAt && BY_A_PERSON.includes(reason?.code ?? ""));
}

/** Why a person asks for the money. */
const BY_A_PERSON = ["by_hand_issue", "retry"];
